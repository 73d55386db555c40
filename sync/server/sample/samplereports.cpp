#include "base/random.h"
#include "domain/names.h"
#include "domain/report.h"
#include "domain/scoring.h"
#include "server/sample/parts.h"
#include "server/sample/results.h"

#include <QtEndian>

#include <array>

namespace thidua::server::sample
{

using namespace Qt::StringLiterals;
using domain::CriterionKind;
using domain::ReportState;

namespace
{

// How far a block's reports of a period have come: percentages, in the order missing, draft, submitted,
// returned, appraised, decided, published.
using Progress = std::array<int, 7>;
constexpr Progress closed{3, 0, 0, 0, 0, 0, 97};
constexpr Progress appraising{5, 2, 18, 3, 72, 0, 0};
constexpr Progress underWay{6, 8, 46, 5, 35, 0, 0};
constexpr Progress deciding{3, 3, 12, 4, 48, 30, 0};
// The ward of the demonstration has nearly all of its work still in its own hands.
constexpr Progress atTheStart{18, 17, 58, 7, 0, 0, 0};

struct Plan {
    QString period;
    QDate from; // reports are entered in the ten days from here, appraised in the week after
    Progress progress;
    int silentPercent = 0; // of the units, which have reported nothing yet
};

QList<Plan> plansOf(const BlockPart& block)
{
    if (!block.isCluster)
        return {{u"2023"_s, QDate(2023, 11, 20), deciding, 0}};
    // The first three clusters have closed the third quarter.
    const bool early = block.key == u"2025/1"_s || block.key == u"2025/2"_s || block.key == u"2025/3"_s;
    return {{u"2025-Q3"_s, QDate(2025, 9, 22), early ? closed : appraising, 0},
            {u"2025-Q4"_s, QDate(2025, 12, 1), underWay, 6}};
}

// Random numbers that follow from a name, so that one report never depends on another.
quint64 seedOf(const QString& name)
{
    return qFromBigEndian<quint64>(RecordId::named("sample/seed", name.toUtf8()).toBytes().constData());
}

class ReportMaker
{
public:
    ReportMaker(Data& data, const BlockPart& block, const QList<CriterionPart>& criteria)
        : m_data(data)
        , m_block(block)
        , m_criteria(criteria)
        , m_council(data.person(u"hoi.dong"_s))
        , m_lead(leadOf(data, block))
    {
    }

    void addAll()
    {
        for (const BlockMember& member : m_block.members) {
            const Person officer = officerOf(m_data, member);
            for (const Plan& plan : plansOf(m_block))
                addUnit(member, officer, plan);
        }
    }

private:
    void addUnit(const BlockMember& member, const Person& officer, Plan plan)
    {
        const bool demonstrated = member.unitKey == u"2025/26740"_s;
        if (demonstrated && plan.period == u"2025-Q4"_s)
            plan.progress = atTheStart;
        SeededRandom random(seedOf(member.unitKey + plan.period));
        const bool silent = int(random.below(100)) < plan.silentPercent && !demonstrated;
        const int strength = 68 + int(random.below(28));
        for (const CriterionPart& criterion : m_criteria) {
            SeededRandom dice(seedOf(member.unitKey + plan.period + QString::number(criterion.number)));
            const auto state = stateOf(plan.progress, criterion, dice);
            if (state && !silent)
                addReport(member, officer, plan, {criterion, strength, *state}, dice);
        }
    }

    // Nothing: not reported. Bonus and penalty lines are reported only where there is something to say.
    static std::optional<ReportState> stateOf(const Progress& progress, const CriterionPart& criterion,
                                              Random& dice)
    {
        const int needed = criterion.kind == CriterionKind::Base    ? 100
                           : criterion.kind == CriterionKind::Bonus ? 30
                                                                    : 12;
        const bool needless = int(dice.below(100)) >= needed;
        int roll = int(dice.below(100));
        size_t step = 0;
        while (roll >= progress[step])
            roll -= progress[step++];
        return needless || step == 0 ? std::nullopt : std::optional(ReportState(step - 1));
    }

    struct Job {
        const CriterionPart& criterion;
        int strength;
        ReportState state;
    };
    void addReport(const BlockMember& member, const Person& officer, const Plan& plan, const Job& job,
                   Random& dice)
    {
        domain::Report report = resultOf(job.criterion, job.strength, member, dice);
        report.period = plan.period;
        report.id = domain::Report::idOf(report.unit, report.criterion, plan.period);
        report.occurredOn = plan.from.addDays(-int(dice.below(20)));
        report.reporter = *RecordId::fromBytes(officer.id.view());
        report.submission = job.state == ReportState::Draft ? 0 : 1;
        const QDate day = plan.from.addDays(int(dice.below(10)));
        m_data.add(kind::report, report.id, report.toFields(), officer,
                   momentOf(day, 8 * 60 + int(dice.below(9 * 60))));
        addReviews(report, job, plan.from, dice);
    }

    void addReviews(const domain::Report& report, const Job& job, const QDate& from, Random& dice)
    {
        const Instant appraisedAt = momentOf(from.addDays(11 + int(dice.below(6))), 9 * 60);
        if (job.state == ReportState::Returned) {
            review(report, u"returned"_s, returnReason(dice), m_lead, appraisedAt, {});
            return;
        }
        if (job.state < ReportState::Appraised)
            return;
        const Judgement appraisal = appraisalOf(job.criterion, report.scoreSelf.value_or(0), dice);
        review(report, u"appraised"_s, {}, m_lead, appraisedAt,
               {{name::scoreAppraisal, appraisal.points}, {name::appraisalReason, appraisal.reason}});
        if (job.state < ReportState::Decided)
            return;
        review(report, u"decided"_s, {}, m_council, momentOf(from.addDays(20)),
               {{name::scoreCouncil, appraisal.points},
                {name::councilReason, u"Thống nhất với kết quả thẩm định"_s}});
        if (job.state == ReportState::Published)
            review(report, u"published"_s, {}, m_council, momentOf(from.addDays(24)), {});
    }

    void review(const domain::Report& report, const QString& status, const QString& reason,
                const Person& author, Instant at, Fields set)
    {
        set.insert(name::status, status);
        set.insert(name::reason, reason.isEmpty() ? Value() : Value(reason));
        set.insert(name::reviewedSubmission, report.submission);
        m_data.add(kind::report, report.id, std::move(set), author, at);
    }

    Data& m_data;
    const BlockPart& m_block;
    const QList<CriterionPart>& m_criteria;
    const Person m_council;
    const Person m_lead;
};

} // namespace

void addReports(Data& data, const QList<BlockPart>& blocks)
{
    for (const BlockPart& block : blocks) {
        const QList<CriterionPart> criteria = criteriaOf(block);
        ReportMaker(data, block, criteria).addAll();
    }
}

} // namespace thidua::server::sample
