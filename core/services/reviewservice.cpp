#include "services/reviewservice.h"

#include "domain/names.h"

#include <algorithm>

namespace thidua::services
{

using namespace Qt::StringLiterals;
using domain::Ballot;
using domain::BallotKind;

ReviewService::ReviewService(RecordEdits& edits, CatalogueService& catalogue)
    : m_edits(edits)
    , m_catalogue(catalogue)
{
}

Result<QList<domain::Review>> ReviewService::reviewsOf(const RecordId& block)
{
    return m_edits.all<domain::Review>(kind::review, domain::Channel::block(block).name());
}

Result<RecordId> ReviewService::plan(const domain::Review& review)
{
    return m_edits.create(kind::review, review.toFields());
}

Result<void> ReviewService::save(const ShownVersion& shown, const domain::Review& review)
{
    return m_edits.replace(kind::review, shown, review.toFields());
}

Result<void> ReviewService::hold(const ShownVersion& shown)
{
    return m_edits.move(kind::review, shown, "held"_L1);
}

Result<void> ReviewService::close(const ShownVersion& shown)
{
    const auto review = domain::Review::fromFields(shown.id, shown.fields);
    if (!review.heldOn.isValid() || review.units.isEmpty() || review.minutes.trimmed().isEmpty())
        return {ErrorCode::MissingField,
                u"a review is closed with its day, its attendance and its minutes"_s};
    return m_edits.move(kind::review, shown, "closed"_L1);
}

Result<void> ReviewService::reopen(const ShownVersion& shown, const QString& reason)
{
    return m_edits.move(kind::review, shown, "held"_L1, {{name::reason, reason.trimmed()}});
}

Result<void> ReviewService::checkCandidates(const Ballot& ballot)
{
    if (ballot.kind != BallotKind::Election && ballot.kind != BallotKind::TieBreak)
        return {};
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready;
    const QList<RecordId> units = m_catalogue.unitsOf(ballot.block);
    const QSet<RecordId> distinct(ballot.candidates.begin(), ballot.candidates.end());
    if (distinct.size() < 2 || distinct.size() != ballot.candidates.size())
        return {ErrorCode::InvalidValue, u"a choice is made among two candidates at least"_s};
    if (!std::ranges::all_of(distinct, [&](const RecordId& unit) { return units.contains(unit); }))
        return {ErrorCode::InvalidValue, u"a candidate is not of this block"_s};
    return {};
}

Result<RecordId> ReviewService::openBallot(const Ballot& ballot)
{
    const auto isShare = [](qint64 ratio) { return ratio >= 0 && ratio <= 10'000; };
    if (!isShare(ballot.rule.quorum) || !isShare(ballot.rule.approval))
        return {ErrorCode::InvalidValue, u"a ratio is a part of the whole"_s};
    if (!ballot.heldOn.isValid())
        return {ErrorCode::MissingField, u"the day of a ballot says which law it is held under"_s};
    if (auto fits = checkCandidates(ballot); !fits)
        return fits.error();
    Ballot open = ballot;
    open.count.reset(); // a box is empty before the vote
    return m_edits.create(kind::ballot, open.toFields());
}

Result<void> ReviewService::count(const ShownVersion& shown, const domain::VoteCount& count)
{
    Ballot ballot = Ballot::fromFields(shown.id, shown.fields);
    if (auto possible = domain::checkCount(ballot, count); !possible)
        return possible;
    ballot.count = count;
    const Fields fields = ballot.toFields();
    Fields set;
    for (const auto field : {name::members, name::present, name::votes, name::against, name::invalid})
        set.insert(field, fields.value(field));
    return m_edits.change(kind::ballot, shown, set);
}

Result<void> ReviewService::closeBallot(const ShownVersion& shown)
{
    const Ballot ballot = Ballot::fromFields(shown.id, shown.fields);
    if (!ballot.count)
        return {ErrorCode::MissingField, u"a ballot is closed with its count"_s};
    if (auto possible = domain::checkCount(ballot, *ballot.count); !possible)
        return possible;
    return m_edits.move(kind::ballot, shown, "closed"_L1);
}

Result<void> ReviewService::reopenBallot(const ShownVersion& shown, const QString& reason)
{
    return m_edits.move(kind::ballot, shown, "open"_L1, {{name::reason, reason.trimmed()}});
}

Result<domain::BallotResult> ReviewService::result(const RecordId& ballot)
{
    auto shown = m_edits.shown(kind::ballot, ballot);
    if (!shown)
        return shown.error();
    return domain::resultOf(Ballot::fromFields(ballot, shown->fields));
}

Result<void> ReviewService::confirmLead(const RecordId& id, const RecordId& nextBlock)
{
    auto shown = m_edits.shown(kind::ballot, id);
    auto memberships = m_edits.all<domain::Membership>(kind::membership);
    if (!shown || !memberships)
        return shown ? memberships.error() : shown.error();
    const Ballot ballot = Ballot::fromFields(id, shown->fields);
    const domain::BallotResult result = domain::resultOf(ballot);
    if (ballot.kind != BallotKind::Election || !ballot.closed ||
        result.outcome != domain::BallotOutcome::Approved)
        return {ErrorCode::IllegalMove, u"nobody was elected"_s};
    const RecordId elected = ballot.candidates[result.chosen];
    QList<RecordEdits::Change> changes;
    bool found = false;
    for (const domain::Membership& member : std::as_const(*memberships)) {
        const bool isElected = member.unit == elected;
        if (member.block != nextBlock || (!isElected && member.role != domain::BlockRole::Lead))
            continue;
        found = found || isElected;
        auto form = m_edits.shown(kind::membership, member.id);
        if (!form)
            return form.error();
        changes.append({kind::membership, *form, {{name::role, isElected ? u"lead"_s : u"member"_s}}});
    }
    if (!found)
        return {ErrorCode::NotFound, u"the elected unit is not in that block"_s};
    return m_edits.changeTogether(changes);
}

} // namespace thidua::services
