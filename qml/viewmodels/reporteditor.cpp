#include "viewmodels/reporteditor.h"

#include "domain/names.h"
#include "services/services.h"
#include "viewmodels/errortext.h"

namespace thidua::viewmodels
{

using services::NewerVersion;
using services::ReportForm;
using services::ReportService;

// A person who is typing is not disturbed by the disk, and loses at most this much.
static constexpr std::chrono::milliseconds draftDelay{300};

ReportEditor::ReportEditor(const Workplace& place, const RecordId& report, QObject* parent)
    : QObject(parent)
    , m_place(place)
{
    begin([report](ReportService& reports) { return reports.form(report); });
}

ReportEditor::ReportEditor(const Workplace& place, const RecordId& criterion, const QString& period,
                           QObject* parent)
    : QObject(parent)
    , m_place(place)
{
    begin([criterion, period](ReportService& reports) { return reports.newForm(criterion, period); });
}

ReportEditor::~ReportEditor()
{
    if (m_draftTimer.isActive())
        keepDraft();
}

void ReportEditor::begin(Loader loader)
{
    m_loader = std::move(loader);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelay);
    m_draftTimer.callOnTimeout(this, &ReportEditor::keepDraft);
    connect(&m_place.feed, &ChangeFeed::changed, this, [this](const services::Change& change) {
        if (m_form && change.records.contains(m_form->shown.id))
            look();
    });
    connect(&m_place.feed, &ChangeFeed::everythingChanged, this, &ReportEditor::changed);
    load();
}

void ReportEditor::load()
{
    m_place.store.run(
        this, [loader = m_loader](services::Services& services) { return loader(services.reports()); },
        [this](Result<ReportForm> form) { show(std::move(form)); });
}

// A draft of an earlier life brings back what was typed and what had been shown then.
void ReportEditor::show(Result<ReportForm> form)
{
    if (!form) {
        Q_EMIT problem(errorText(form.error().code));
        return;
    }
    const bool firstTime = !m_form;
    m_form = std::move(*form);
    m_newer.reset();
    if (firstTime && m_form->draft) {
        m_texts.restore(services::typedIn(*m_form->draft));
        m_draftKeptAt = m_form->draft->changedAt;
        m_form->shown = services::shownIn(*m_form->draft);
    }
    m_texts.show(m_form->shown.fields);
    Q_EMIT changed();
    if (firstTime && m_form->draft)
        look();
    else if (m_texts.touched())
        m_draftTimer.start(); // the draft remembers what has been shown
}

void ReportEditor::type(ReportField field, const QString& text)
{
    if (!m_form || m_texts.text(field) == text)
        return;
    m_texts.type(field, text);
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
    Q_EMIT changed();
}

void ReportEditor::keepDraft()
{
    m_draftTimer.stop();
    if (!m_form || !m_texts.touched() || m_busy)
        return;
    m_place.store.run(
        this,
        [shown = m_form->shown, typed = m_texts.typed()](services::Services& services) {
            return services.reports().keepDraft(shown, typed);
        },
        [this](const Result<void>& kept) {
            if (kept)
                m_draftKeptAt = m_place.clock.now();
            else
                Q_EMIT problem(errorText(kept.error().code));
            Q_EMIT changed();
        });
}

// Looks whether somebody has changed the record while it is open here.
void ReportEditor::look()
{
    if (m_busy)
        return; // the own save is read anyway
    m_place.store.run(
        this,
        [shown = m_form->shown](services::Services& services) { return services.reports().newerThan(shown); },
        [this](Result<std::optional<NewerVersion>> newer) {
            if (!newer || m_busy)
                return;
            m_newer = std::move(*newer);
            // Without words of one's own there is nothing to choose: the form shows what stands.
            if (m_newer && (!m_texts.touched() || m_newer->ownDevice || m_newer->group.isEmpty()))
                takeNewer();
            else
                Q_EMIT changed();
        });
}

void ReportEditor::takeNewer()
{
    if (!m_newer)
        return;
    m_loader = [id = m_form->shown.id](ReportService& reports) { return reports.form(id); };
    load();
}

void ReportEditor::perform(Step step)
{
    if (!m_form || m_busy)
        return;
    m_draftTimer.stop();
    m_busy = true;
    Q_EMIT changed();
    m_place.store.run(
        this, [step = std::move(step)](services::Services& services) { return step(services.reports()); },
        [this, typed = m_texts.typed()](const Result<void>& done) {
            m_busy = false;
            if (!done) {
                keepDraft();
                Q_EMIT changed();
                Q_EMIT problem(errorText(done.error().code));
                return;
            }
            m_texts.forget(typed);
            m_draftKeptAt = 0;
            m_loader = [id = m_form->shown.id](ReportService& reports) { return reports.form(id); };
            load();
            Q_EMIT saved();
        });
}

void ReportEditor::save()
{
    if (!m_form)
        return;
    if (hasProblem()) {
        Q_EMIT problem(tr("Please correct the marked fields first."));
        return;
    }
    perform([shown = m_form->shown, values = m_texts.values(m_form->criterion)](ReportService& reports) {
        return reports.save(shown, values);
    });
}

void ReportEditor::submit()
{
    if (!m_form)
        return;
    if (hasProblem()) {
        Q_EMIT problem(tr("Please correct the marked fields first."));
        return;
    }
    perform([shown = m_form->shown, values = m_texts.values(m_form->criterion)](ReportService& reports) {
        return reports.submit(shown, values);
    });
}

void ReportEditor::discard()
{
    if (!m_form || m_busy)
        return;
    m_draftTimer.stop();
    m_texts.forget();
    m_draftKeptAt = 0;
    m_place.store.run(
        this,
        [id = m_form->shown.id](services::Services& services) { return services.reports().dropDraft(id); },
        [this](const Result<void>&) { load(); });
}

void ReportEditor::appraise()
{
    if (!m_form)
        return;
    const auto score = m_texts.number(ReportField::Appraisal);
    if (!score || m_texts.problem(ReportField::Appraisal, m_form->criterion) != ErrorCode::None) {
        Q_EMIT problem(tr("Please enter the appraised points."));
        return;
    }
    perform([shown = m_form->shown, score, reason = appraisalReason()](ReportService& reports) {
        return reports.appraise(shown, {score, reason});
    });
}

void ReportEditor::returnReport(const QString& reason)
{
    if (!m_form)
        return;
    if (reason.trimmed().isEmpty()) {
        Q_EMIT problem(tr("Please say why the report is returned."));
        return;
    }
    perform([shown = m_form->shown, reason](ReportService& reports) {
        return reports.returnReport(shown, reason);
    });
}

void ReportEditor::decide()
{
    if (!m_form)
        return;
    const auto score = m_texts.number(ReportField::Council);
    if (!score || m_texts.problem(ReportField::Council, m_form->criterion) != ErrorCode::None) {
        Q_EMIT problem(tr("Please enter the council's points."));
        return;
    }
    perform([shown = m_form->shown, score, reason = councilReason()](ReportService& reports) {
        return reports.decide(shown, {score, reason});
    });
}

} // namespace thidua::viewmodels
