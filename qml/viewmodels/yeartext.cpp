#include "viewmodels/yeartext.h"

#include "domain/names.h"
#include "viewmodels/choicetext.h"
#include "viewmodels/domaintext.h"
#include "viewmodels/errortext.h"
#include "viewmodels/fieldtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;
using domain::BallotOutcome;
using domain::Obstacle;

namespace
{

struct YearText {
    Q_DECLARE_TR_FUNCTIONS(YearText)

public:
    struct Words {
        QLatin1String key;
        const char* words;
    };
    static constexpr auto kinds = std::to_array<Words>({
        {kind::review, QT_TR_NOOP("Review")},
        {kind::ballot, QT_TR_NOOP("Ballot")},
        {kind::commendation, QT_TR_NOOP("Dossier")},
        {kind::awardDecision, QT_TR_NOOP("Award decision")},
        {kind::inspection, QT_TR_NOOP("Inspection")},
        {kind::reminder, QT_TR_NOOP("Reminder")},
        {kind::announcement, QT_TR_NOOP("Announcement")},
        {kind::example, QT_TR_NOOP("Model example")},
        {kind::work, QT_TR_NOOP("Emulation work")},
        {kind::creativityEntry, QT_TR_NOOP("Creativity Award entry")},
    });
    // Where records begin; the states that somebody decides are choices of the field.
    static constexpr auto beginnings = std::to_array<Words>({
        {"planned"_L1, QT_TR_NOOP("Planned")},
        {"submitted"_L1, QT_TR_NOOP("Handed in")},
        {"proposed"_L1, QT_TR_NOOP("Proposed")},
        {"registered"_L1, QT_TR_NOOP("Registered")},
        {"entered"_L1, QT_TR_NOOP("Entered")},
    });

    struct StepWords {
        QLatin1String kind; // empty: of every kind
        QLatin1String to;
        const char* button;
        const char* question;
    };
    static constexpr auto steps = std::to_array<StepWords>({
        {kind::review, "held"_L1, QT_TR_NOOP("It has been held"),
         QT_TR_NOOP("The review is noted as held. Its attendance and minutes can still be written.")},
        {kind::review, "closed"_L1, QT_TR_NOOP("Close the review"),
         QT_TR_NOOP("After this nobody can change the minutes; only the council can open the review again.")},
        {kind::ballot, "closed"_L1, QT_TR_NOOP("Close the ballot"),
         QT_TR_NOOP("The count becomes final; only the council can open the ballot again.")},
        {kind::commendation, "submitted"_L1, QT_TR_NOOP("Hand in"),
         QT_TR_NOOP("The dossier goes to the block, which appraises it or returns it.")},
        {{},
         "returned"_L1,
         QT_TR_NOOP("Return"),
         QT_TR_NOOP("The unit reads your reason and can hand in again.")},
        {{},
         "appraised"_L1,
         QT_TR_NOOP("Appraise"),
         QT_TR_NOOP("You confirm that the dossier is complete and the conditions are met.")},
        {{},
         "voted"_L1,
         QT_TR_NOOP("Enter the vote"),
         QT_TR_NOOP("Choose the closed ballot on this dossier. It must be in favour.")},
        {{},
         "decided"_L1,
         QT_TR_NOOP("Grant the award"),
         QT_TR_NOOP("The award is granted by this decision. Taking it back needs a decision of its own.")},
        {kind::commendation, "rejected"_L1, QT_TR_NOOP("Do not grant"),
         QT_TR_NOOP("The award is not granted. The unit reads your reason.")},
        {{},
         "revoked"_L1,
         QT_TR_NOOP("Revoke the award"),
         QT_TR_NOOP("The award is taken back for everybody to see. This cannot be undone.")},
        {kind::inspection, "closed"_L1, QT_TR_NOOP("Close the inspection"),
         QT_TR_NOOP("Say how what was to follow has ended.")},
        {{},
         "open"_L1,
         QT_TR_NOOP("Open again"),
         QT_TR_NOOP("Say why it is opened again; everybody reads it.")},
        {{},
         "held"_L1,
         QT_TR_NOOP("Open again"),
         QT_TR_NOOP("Say why it is opened again; everybody reads it.")},
        {{},
         "published"_L1,
         QT_TR_NOOP("Publish"),
         QT_TR_NOOP(
             "Everybody whom it concerns reads it from now on. It can be withdrawn, but not changed.")},
        {{},
         "withdrawn"_L1,
         QT_TR_NOOP("Withdraw"),
         QT_TR_NOOP("It is no longer valid. Everybody reads your reason.")},
        {{},
         "recognised"_L1,
         QT_TR_NOOP("Recognise"),
         QT_TR_NOOP("It is recognised and can be held up to others.")},
        {{}, "accepted"_L1, QT_TR_NOOP("Accept"), QT_TR_NOOP("The entry goes on to be judged.")},
        {{},
         "rejected"_L1,
         QT_TR_NOOP("Reject"),
         QT_TR_NOOP("The entry is not judged further. Its authors read your reason.")},
        {{}, "awarded"_L1, QT_TR_NOOP("Award a prize"), QT_TR_NOOP("The prize is made known to everybody.")},
    });
    // Closed things are opened again, whatever they are.
    static const StepWords* wordsOf(QLatin1String kind, const services::Step& step);
};

const YearText::StepWords* YearText::wordsOf(QLatin1String kind, const services::Step& step)
{
    const bool again = step.to == "held"_L1 && !step.asks.isEmpty();
    const auto found = std::ranges::find_if(steps, [&](const StepWords& words) {
        return words.to == step.to && (words.kind.isEmpty() || (words.kind == kind && !again));
    });
    return found == steps.end() ? nullptr : &*found;
}

template<typename Entries>
QString wordsIn(const Entries& entries, const QString& key)
{
    const auto found =
        std::ranges::find_if(entries, [&](const YearText::Words& words) { return words.key == key; });
    return found == entries.end() ? QString() : YearText::tr(found->words);
}

} // namespace

QString yearKindText(QLatin1String kind)
{
    return wordsIn(YearText::kinds, QString(kind));
}

QString yearStateText(const QString& state)
{
    const QString words = choiceText(QString(name::status), state);
    return words.isEmpty() ? wordsIn(YearText::beginnings, state) : words;
}

QString yearStateTone(const QString& state)
{
    using List = QList<QLatin1String>;
    if (List{"returned"_L1, "rejected"_L1, "revoked"_L1, "withdrawn"_L1}.contains(state))
        return u"error"_s;
    if (List{"decided"_L1, "awarded"_L1, "recognised"_L1}.contains(state))
        return u"gold"_s;
    if (List{"closed"_L1, "published"_L1, "appraised"_L1, "accepted"_L1, "voted"_L1, "held"_L1}.contains(
            state))
        return u"done"_s;
    return List{"submitted"_L1, "open"_L1}.contains(state) ? u"waiting"_s : u"neutral"_s;
}

QString stepText(QLatin1String kind, const services::Step& step)
{
    const auto* words = YearText::wordsOf(kind, step);
    return words ? YearText::tr(words->button) : yearStateText(step.to);
}

QString stepQuestion(QLatin1String kind, const services::Step& step)
{
    const auto* words = YearText::wordsOf(kind, step);
    return words ? YearText::tr(words->question) : QString();
}

QString stepHindrance(const services::Step& step)
{
    if (step.why == ErrorCode::Forbidden)
        return YearText::tr("Done by: %1").arg(roleText(step.role));
    if (step.why != ErrorCode::None)
        return errorText(step.why);
    QStringList fields;
    for (const QString& field : step.missing)
        fields.append(fieldText(field));
    return fields.isEmpty() ? QString() : YearText::tr("Still missing: %1").arg(fields.join(u", "_s));
}

QString outcomeText(const domain::BallotResult& result, const QString& chosen)
{
    switch (result.outcome) {
    case BallotOutcome::NotCounted:
        return YearText::tr("Not counted yet");
    case BallotOutcome::Impossible:
        return YearText::tr("The numbers do not add up");
    case BallotOutcome::NoQuorum:
        return YearText::tr("No quorum: too few were present");
    case BallotOutcome::Tied:
        return YearText::tr("A tie: the vote is held again");
    case BallotOutcome::NotApproved:
        return YearText::tr("Not approved: too few votes");
    case BallotOutcome::Approved:
        return chosen.isEmpty() ? YearText::tr("Approved") : YearText::tr("Elected: %1").arg(chosen);
    }
    return {};
}

QString obstacleText(Obstacle obstacle, const domain::Eligibility& eligibility)
{
    switch (obstacle) {
    case Obstacle::NotInForce:
        return YearText::tr("This form of commendation is not in force on that day");
    case Obstacle::WrongSubject:
        return YearText::tr("This form is for somebody else: a title for people needs a person, one for "
                            "collectives none");
    case Obstacle::ChainTooShort:
        return YearText::tr("Too few years in a row of the title before it: %1 so far")
            .arg(eligibility.yearsInARow);
    case Obstacle::QuotaFull:
        return YearText::tr("The block has already proposed as many as it may: %1")
            .arg(eligibility.places.value_or(0));
    case Obstacle::SameAchievement:
        return YearText::tr("This achievement has already been put forward for a reward. One achievement is "
                            "not rewarded twice");
    }
    return {};
}

} // namespace thidua::viewmodels
