#include "viewmodels/yearpage.h"

#include "domain/formats.h"
#include "domain/names.h"
#include "services/services.h"
#include "viewmodels/choicetext.h"
#include "viewmodels/domaintext.h"
#include "viewmodels/errortext.h"
#include "viewmodels/fieldtext.h"
#include "viewmodels/yearlist.h"
#include "viewmodels/yeartext.h"

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;
using domain::BallotOutcome;
using services::Step;
using services::YearSheet;

namespace
{

constexpr auto trio = std::to_array({name::proposal, name::achievementReport, name::minutes});

QSet<QString> neighbours(QLatin1String kind)
{
    return {QString(kind),
            QString(kind::ballot),
            QString(kind::commendation),
            QString(kind::awardDecision),
            QString(kind::awardForm),
            QString(kind::unit),
            QString(kind::membership)};
}

// Shown in a place of their own, or of use to the program alone.
bool isElsewhere(QLatin1String kind, const QString& field)
{
    static const QSet<QString> always{QString(name::name),       QString(name::unit),
                                      QString(name::status),     QString(name::reason),
                                      QString(name::submission), QString(name::reviewedSubmission),
                                      QString(name::deleted)};
    static const QSet<QString> ofBallots{QString(name::candidates), QString(name::votes),
                                         QString(name::against),    QString(name::invalid),
                                         QString(name::present),    QString(name::members)};
    if (kind == kind::commendation &&
        (std::ranges::find(trio, field) != trio.end() || field == name::awardForm))
        return true;
    return always.contains(field) || (kind == kind::ballot && ofBallots.contains(field));
}

QString percent(qint64 hundredths)
{
    return amountText(hundredths, u"%"_s);
}

bool isEmptyText(const QString& text)
{
    return text.trimmed().isEmpty();
}

// Ratios are hundredths of a percent.
bool isRatio(const QString& field)
{
    return field == name::quorum || field == name::approval || field == name::progress;
}

} // namespace

YearPage::YearPage(const Workplace& place, QLatin1String kind, const RecordId& id, QObject* parent)
    : QObject(parent)
    , m_place(place)
    , m_kind(kind)
    , m_id(id)
    , m_query(place, neighbours(kind), [this] { load(); })
{
    m_query.begin();
}

void YearPage::load()
{
    using Read = std::pair<YearSheet, services::Openings>;
    m_query.read(
        [kind = m_kind, id = m_id](services::Services& services) -> Result<Read> {
            auto sheet = services.year().sheet(kind, id);
            auto may = services.yearForms().openings(kind, id);
            if (!sheet || !may)
                return sheet ? may.error() : sheet.error();
            return Read{std::move(*sheet), *may};
        },
        [this](Result<Read> read) {
            m_errorText = viewmodels::errorText(read.error().code);
            if (read) {
                std::tie(m_sheet, m_may) = std::move(*read);
                m_loaded = true;
            }
            Q_EMIT changed();
        });
}

QString YearPage::textOf(QLatin1String field) const
{
    return m_sheet.shown.fields.value(field).toText();
}

QString YearPage::kindText() const
{
    const QString kindOf = choiceText(QString(name::kind), textOf(name::kind));
    return kindOf.isEmpty() ? yearKindText(m_kind) : kindOf;
}

QString YearPage::title() const
{
    if (m_kind == kind::commendation) {
        for (const services::NamedValue& value : m_sheet.values) {
            if (value.field == name::awardForm && !value.refersTo.isEmpty())
                return value.refersTo;
        }
    }
    return m_sheet.subject.name.isEmpty() ? kindText() : m_sheet.subject.name;
}

QString YearPage::aboutText() const
{
    return m_sheet.subject.unitName;
}

QString YearPage::stateText() const
{
    return yearStateText(m_sheet.state);
}

QString YearPage::stateTone() const
{
    return yearStateTone(m_sheet.state);
}

QString YearPage::reason() const
{
    return textOf(name::reason);
}

QVariantList YearPage::facts() const
{
    QVariantList list;
    for (const services::NamedValue& value : m_sheet.values) {
        if (value.value.isNull() || isElsewhere(m_kind, value.field))
            continue;
        const QString text = isRatio(value.field) ? percent(value.value.toInteger()) : valueText(value);
        if (!isEmptyText(text))
            list.append(QVariantMap{{u"label"_s, fieldText(value.field)}, {u"value"_s, text}});
    }
    return list;
}

QVariantList YearPage::papers() const
{
    QVariantList list;
    if (m_kind != kind::commendation)
        return list;
    for (const QLatin1String paper : trio) {
        const QString text = textOf(paper);
        list.append(QVariantMap{{u"name"_s, fieldText(QString(paper))},
                                {u"text"_s, isEmptyText(text) ? tr("Still missing") : text},
                                {u"present"_s, !isEmptyText(text)}});
    }
    return list;
}

QVariantList YearPage::obstacles() const
{
    QVariantList list;
    if (!m_sheet.eligibility)
        return list;
    for (const domain::Obstacle obstacle : m_sheet.eligibility->obstacles) {
        list.append(QVariantMap{{u"text"_s, obstacleText(obstacle, *m_sheet.eligibility)},
                                {u"warning"_s, obstacle == domain::Obstacle::SameAchievement}});
    }
    return list;
}

QVariantList YearPage::choices() const
{
    QVariantList list;
    if (!m_sheet.result)
        return list;
    const auto votes = m_sheet.shown.fields.value(name::votes).toList();
    for (qsizetype i = 0; i < m_sheet.result->approvals.size(); ++i) {
        const qint64 approval = m_sheet.result->approvals[i];
        const QString candidate = m_sheet.candidates.value(i);
        list.append(
            QVariantMap{{u"name"_s, candidate.isEmpty() ? tr("In favour") : candidate},
                        {u"votesText"_s, tr("%1 votes").arg(domain::number(votes.value(i).toInteger()))},
                        {u"shareText"_s, percent(approval)},
                        {u"share"_s, double(approval) / 10'000},
                        {u"chosen"_s,
                         m_sheet.result->outcome == BallotOutcome::Approved && m_sheet.result->chosen == i}});
    }
    return list;
}

QString YearPage::outcomeText() const
{
    return m_sheet.result
               ? viewmodels::outcomeText(*m_sheet.result, m_sheet.candidates.value(m_sheet.result->chosen))
               : QString();
}

QString YearPage::outcomeTone() const
{
    if (!m_sheet.result || m_sheet.result->outcome == BallotOutcome::NotCounted)
        return u"neutral"_s;
    return m_sheet.result->outcome == BallotOutcome::Approved ? u"done"_s : u"error"_s;
}

QString YearPage::attendanceText() const
{
    if (!m_sheet.result || m_sheet.result->outcome == BallotOutcome::NotCounted)
        return {};
    const Fields& fields = m_sheet.shown.fields;
    const auto count = [&](QLatin1String field) { return domain::number(fields.value(field).toInteger()); };
    return tr("%1 of %2 members were present (%3; needed: %4). Against: %5. Invalid: %6.")
        .arg(count(name::present), count(name::members), percent(m_sheet.result->attendance),
             percent(fields.value(name::quorum).toInteger()), count(name::against), count(name::invalid));
}

double YearPage::needed() const
{
    return double(m_sheet.shown.fields.value(name::approval).toInteger()) / 10'000;
}

QString YearPage::neededText() const
{
    return tr("Needed: %1").arg(percent(m_sheet.shown.fields.value(name::approval).toInteger()));
}

QVariantList YearPage::related() const
{
    QVariantList list;
    for (const services::YearLine& line : m_sheet.related) {
        list.append(QVariantMap{{u"id"_s, line.id.toText()},
                                {u"kindName"_s, QString(line.kind)},
                                {u"title"_s, yearLineTitle(line)},
                                {u"supporting"_s, yearLineDetail(line)},
                                {u"stateText"_s, yearStateText(line.state)},
                                {u"stateTone"_s, yearStateTone(line.state)}});
    }
    return list;
}

QVariantMap YearPage::stepMap(const Step& step) const
{
    QVariantList asks;
    for (const QString& field : step.asks) {
        QVariantList options;
        for (const services::Option& option : m_sheet.options.value(field))
            options.append(QVariantMap{{u"id"_s, option.id}, {u"name"_s, option.name}});
        if (field == name::prize) {
            for (const QString& prize : {u"first"_s, u"second"_s, u"third"_s})
                options.append(QVariantMap{{u"id"_s, prize}, {u"name"_s, choiceText(field, prize)}});
        }
        asks.append(QVariantMap{{u"field"_s, field},
                                {u"label"_s, fieldText(field)},
                                {u"written"_s, field == name::reason},
                                {u"options"_s, options}});
    }
    return {{u"to"_s, step.to},
            {u"text"_s, stepText(m_kind, step)},
            {u"question"_s, stepQuestion(m_kind, step)},
            {u"hindrance"_s, stepHindrance(step)},
            {u"possible"_s, step.isPossible() && !m_busy},
            {u"asks"_s, asks}};
}

QVariantList YearPage::steps() const
{
    QVariantList list;
    for (const Step& step : m_sheet.steps)
        list.append(stepMap(step));
    return list;
}

void YearPage::take(const QString& to, const QVariantMap& said)
{
    if (std::exchange(m_busy, true))
        return;
    Fields fields;
    for (auto entry = said.cbegin(); entry != said.cend(); ++entry) {
        const QString text = entry.value().toString();
        const auto id = RecordId::fromText(text);
        fields.insert(entry.key(), id && entry.key() != name::reason ? Value(*id) : Value(text));
    }
    Q_EMIT changed();
    m_place.store.run(
        this,
        [kind = m_kind, shown = m_sheet.shown, to, fields](services::Services& services) {
            return services.steps().take(kind, shown, to, fields);
        },
        [this](const Result<void>& taken) {
            m_busy = false;
            Q_EMIT changed();
            if (taken)
                Q_EMIT done();
            else
                Q_EMIT problem(viewmodels::errorText(taken.error().code));
        });
}

} // namespace thidua::viewmodels
