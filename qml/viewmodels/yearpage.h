#pragma once

#include "services/yearforms.h"
#include "viewmodels/livequery.h"

#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

// One record of the year's parts: what it says, what belongs to it and what can be done next.
class YearPage : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the session")
    Q_PROPERTY(QString recordId READ recordId CONSTANT)
    Q_PROPERTY(QString kindName READ kindName CONSTANT)
    Q_PROPERTY(QString kindText READ kindText NOTIFY changed)
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString aboutText READ aboutText NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(QString stateTone READ stateTone NOTIFY changed)
    Q_PROPERTY(QString reason READ reason NOTIFY changed)            // of the last step
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed)         // {label, value}
    Q_PROPERTY(QVariantList papers READ papers NOTIFY changed)       // of a dossier: {name, text, present}
    Q_PROPERTY(QVariantList obstacles READ obstacles NOTIFY changed) // {text, warning}
    Q_PROPERTY(bool eligibilityKnown READ eligibilityKnown NOTIFY changed)
    Q_PROPERTY(QVariantList choices READ choices NOTIFY
                   changed) // of a ballot: {name, votesText, shareText, share, chosen}
    Q_PROPERTY(QString outcomeText READ outcomeText NOTIFY changed)
    Q_PROPERTY(QString outcomeTone READ outcomeTone NOTIFY changed)
    Q_PROPERTY(QString attendanceText READ attendanceText NOTIFY changed)
    Q_PROPERTY(double needed READ needed NOTIFY changed) // the share that approves, 0 … 1
    Q_PROPERTY(QString neededText READ neededText NOTIFY changed)
    Q_PROPERTY(QVariantList related READ related NOTIFY
                   changed) // {id, kindName, title, supporting, stateText, stateTone}
    Q_PROPERTY(bool mayEdit READ mayEdit NOTIFY changed)
    Q_PROPERTY(bool mayCount READ mayCount NOTIFY changed)
    Q_PROPERTY(bool mayOpenBallot READ mayOpenBallot NOTIFY changed)
    // {to, text, question, hindrance, possible, asks: [{field, label, options: [{id, name}]}]}
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed)

public:
    YearPage(const Workplace& place, QLatin1String kind, const RecordId& id, QObject* parent = nullptr);

    [[nodiscard]] QString recordId() const { return m_id.toText(); }
    [[nodiscard]] QString kindName() const { return QString(m_kind); }
    [[nodiscard]] QString kindText() const;
    [[nodiscard]] bool loading() const { return !m_loaded && m_errorText.isEmpty(); }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString aboutText() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString stateTone() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QVariantList facts() const;
    [[nodiscard]] QVariantList papers() const;
    [[nodiscard]] QVariantList obstacles() const;
    [[nodiscard]] bool eligibilityKnown() const { return m_sheet.eligibility.has_value(); }
    [[nodiscard]] QVariantList choices() const;
    [[nodiscard]] QString outcomeText() const;
    [[nodiscard]] QString outcomeTone() const;
    [[nodiscard]] QString attendanceText() const;
    [[nodiscard]] double needed() const;
    [[nodiscard]] QString neededText() const;
    [[nodiscard]] QVariantList related() const;
    [[nodiscard]] QVariantList steps() const;
    [[nodiscard]] bool mayEdit() const { return m_may.edit; }
    [[nodiscard]] bool mayCount() const { return m_may.count; }
    [[nodiscard]] bool mayOpenBallot() const { return m_may.ballot; }

    // `said`: the fields that the step asks for, as typed or chosen.
    Q_INVOKABLE void take(const QString& to, const QVariantMap& said);

Q_SIGNALS:
    void changed();
    void done();
    void problem(const QString& text);

private:
    void load();
    [[nodiscard]] QString textOf(QLatin1String field) const;
    [[nodiscard]] QVariantMap stepMap(const services::Step& step) const;
    Workplace m_place;
    QLatin1String m_kind;
    RecordId m_id;
    services::YearSheet m_sheet;
    services::Openings m_may;
    QString m_errorText;
    bool m_loaded = false;
    bool m_busy = false;
    LiveQuery m_query;
};

} // namespace thidua::viewmodels
