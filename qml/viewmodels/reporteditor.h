#pragma once

#include "services/reportservice.h"
#include "viewmodels/reporttexts.h"
#include "viewmodels/workplace.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

// The form of one report. Everything typed is kept as a draft at once, so that it survives the death of the
// process; saving says exactly which version the person had been shown.
class ReportEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the session")
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString reportId READ reportId NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString criterionName READ criterionName NOTIFY changed)
    Q_PROPERTY(QString group READ group NOTIFY changed)
    Q_PROPERTY(QString groupName READ groupName NOTIFY changed)
    Q_PROPERTY(QString groupText READ groupText NOTIFY changed)
    Q_PROPERTY(QString unitName READ unitName NOTIFY changed)
    Q_PROPERTY(QString maxText READ maxText NOTIFY changed)
    Q_PROPERTY(QString measure READ measure NOTIFY changed)
    Q_PROPERTY(QString periodText READ periodText NOTIFY changed)
    Q_PROPERTY(QString targetText READ targetText NOTIFY changed)
    Q_PROPERTY(QString previousText READ previousText NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(QString stateName READ stateName NOTIFY changed)
    Q_PROPERTY(bool editable READ editable NOTIFY changed)
    Q_PROPERTY(QString lockedReason READ lockedReason NOTIFY changed)
    Q_PROPERTY(QString returnReason READ returnReason NOTIFY changed)

    Q_PROPERTY(QString valueText READ valueText WRITE setValueText NOTIFY changed)
    Q_PROPERTY(QString scoreText READ scoreText WRITE setScoreText NOTIFY changed)
    Q_PROPERTY(QString explanation READ explanation WRITE setExplanation NOTIFY changed)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed)
    Q_PROPERTY(QString occurredOn READ occurredOn WRITE setOccurredOn NOTIFY changed)
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY changed)
    Q_PROPERTY(QString valueError READ valueError NOTIFY changed)
    Q_PROPERTY(QString scoreError READ scoreError NOTIFY changed)
    Q_PROPERTY(QString dateError READ dateError NOTIFY changed)
    Q_PROPERTY(QString explanationError READ explanationError NOTIFY changed)
    Q_PROPERTY(QString noteError READ noteError NOTIFY changed)

    Q_PROPERTY(bool changed READ isChanged NOTIFY changed)
    Q_PROPERTY(bool draftKept READ draftKept NOTIFY changed)
    Q_PROPERTY(QString draftText READ draftText NOTIFY changed)
    Q_PROPERTY(QString newerVersionText READ newerVersionText NOTIFY changed)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed)
    Q_PROPERTY(bool canSubmit READ canSubmit NOTIFY changed)
    Q_PROPERTY(QString submitHint READ submitHint NOTIFY changed)

    Q_PROPERTY(bool canAppraise READ canAppraise NOTIFY changed)
    Q_PROPERTY(bool canReturn READ canReturn NOTIFY changed)
    Q_PROPERTY(QString appraisalText READ appraisalText WRITE setAppraisalText NOTIFY changed)
    Q_PROPERTY(QString appraisalReason READ appraisalReason WRITE setAppraisalReason NOTIFY changed)
    Q_PROPERTY(QString appraisalError READ appraisalError NOTIFY changed)
    Q_PROPERTY(bool canDecide READ canDecide NOTIFY changed)
    Q_PROPERTY(QString councilText READ councilText WRITE setCouncilText NOTIFY changed)
    Q_PROPERTY(QString councilReason READ councilReason WRITE setCouncilReason NOTIFY changed)
    Q_PROPERTY(QString councilError READ councilError NOTIFY changed)

public:
    ReportEditor(const Workplace& place, const RecordId& report, QObject* parent = nullptr);
    ReportEditor(const Workplace& place, const RecordId& criterion, const QString& period,
                 QObject* parent = nullptr);
    // What was typed last is handed to the store's thread, which outlives the form.
    ~ReportEditor() override;

    [[nodiscard]] bool loading() const { return !m_form; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString reportId() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString criterionName() const;
    [[nodiscard]] QString group() const;
    [[nodiscard]] QString groupName() const;
    [[nodiscard]] QString groupText() const;
    [[nodiscard]] QString unitName() const;
    [[nodiscard]] QString maxText() const;
    [[nodiscard]] QString measure() const;
    [[nodiscard]] QString periodText() const;
    [[nodiscard]] QString targetText() const;
    [[nodiscard]] QString previousText() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString stateName() const;
    [[nodiscard]] bool editable() const;
    [[nodiscard]] QString lockedReason() const;
    [[nodiscard]] QString returnReason() const;

    [[nodiscard]] QString valueText() const { return m_texts.text(ReportField::Value); }
    [[nodiscard]] QString scoreText() const { return m_texts.text(ReportField::Score); }
    [[nodiscard]] QString explanation() const { return m_texts.text(ReportField::Explanation); }
    [[nodiscard]] QString note() const { return m_texts.text(ReportField::Note); }
    [[nodiscard]] QString occurredOn() const { return m_texts.text(ReportField::OccurredOn); }
    [[nodiscard]] QString place() const { return m_texts.text(ReportField::Place); }
    [[nodiscard]] QString appraisalText() const { return m_texts.text(ReportField::Appraisal); }
    [[nodiscard]] QString appraisalReason() const { return m_texts.text(ReportField::AppraisalReason); }
    [[nodiscard]] QString councilText() const { return m_texts.text(ReportField::Council); }
    [[nodiscard]] QString councilReason() const { return m_texts.text(ReportField::CouncilReason); }
    void setValueText(const QString& text) { type(ReportField::Value, text); }
    void setScoreText(const QString& text) { type(ReportField::Score, text); }
    void setExplanation(const QString& text) { type(ReportField::Explanation, text); }
    void setNote(const QString& text) { type(ReportField::Note, text); }
    void setOccurredOn(const QString& text) { type(ReportField::OccurredOn, text); }
    void setPlace(const QString& text) { type(ReportField::Place, text); }
    void setAppraisalText(const QString& text) { type(ReportField::Appraisal, text); }
    void setAppraisalReason(const QString& text) { type(ReportField::AppraisalReason, text); }
    void setCouncilText(const QString& text) { type(ReportField::Council, text); }
    void setCouncilReason(const QString& text) { type(ReportField::CouncilReason, text); }
    [[nodiscard]] QString valueError() const { return problemText(ReportField::Value); }
    [[nodiscard]] QString scoreError() const { return problemText(ReportField::Score); }
    [[nodiscard]] QString dateError() const { return problemText(ReportField::OccurredOn); }
    [[nodiscard]] QString explanationError() const { return problemText(ReportField::Explanation); }
    [[nodiscard]] QString noteError() const { return problemText(ReportField::Note); }
    [[nodiscard]] QString appraisalError() const { return problemText(ReportField::Appraisal); }
    [[nodiscard]] QString councilError() const { return problemText(ReportField::Council); }

    [[nodiscard]] bool isChanged() const { return m_texts.touched(); }
    [[nodiscard]] bool draftKept() const { return m_draftKeptAt > 0; }
    [[nodiscard]] QString draftText() const;
    [[nodiscard]] QString newerVersionText() const;
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] bool canSubmit() const;
    [[nodiscard]] QString submitHint() const;
    [[nodiscard]] bool canAppraise() const { return m_form && m_form->canAppraise && !m_busy; }
    [[nodiscard]] bool canReturn() const { return m_form && m_form->canReturn && !m_busy; }
    [[nodiscard]] bool canDecide() const { return m_form && m_form->canDecide && !m_busy; }

    Q_INVOKABLE void save();
    Q_INVOKABLE void submit();
    Q_INVOKABLE void discard();
    // The newer version becomes what is shown; what the person typed stays, now having seen the other.
    Q_INVOKABLE void takeNewer();
    Q_INVOKABLE void appraise();
    Q_INVOKABLE void returnReport(const QString& reason);
    Q_INVOKABLE void decide();
    // At once, not in a moment: when a field loses the focus or the app goes to the background.
    Q_INVOKABLE void keepDraft();

Q_SIGNALS:
    void changed();
    void saved();
    void problem(const QString& text);

private:
    using Loader = std::function<Result<services::ReportForm>(services::ReportService&)>;
    using Step = std::function<Result<void>(services::ReportService&)>;
    void begin(Loader loader);
    void load();
    void show(Result<services::ReportForm> form);
    void type(ReportField field, const QString& text);
    void look();
    void take(const services::NewerVersion& newer);
    void perform(Step step);
    [[nodiscard]] QString problemText(ReportField field) const;
    [[nodiscard]] bool hasProblem() const;
    Workplace m_place;
    Loader m_loader;
    std::optional<services::ReportForm> m_form;
    std::optional<services::NewerVersion> m_newer;
    ReportTexts m_texts;
    QTimer m_draftTimer;
    Instant m_draftKeptAt = 0;
    bool m_busy = false;
};

} // namespace thidua::viewmodels
