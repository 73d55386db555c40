#include "viewmodels/choicetext.h"

#include "domain/names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;

namespace
{

struct ChoiceText {
    Q_DECLARE_TR_FUNCTIONS(ChoiceText)

public:
    struct Entry {
        QLatin1String field;
        QLatin1String choice;
        const char* words;
    };
    static constexpr auto entries = std::to_array<Entry>({
        {name::basis, "members"_L1, QT_TR_NOOP("All members")},
        {name::basis, "present"_L1, QT_TR_NOOP("Those present")},
        {name::comparator, "atLeast"_L1, QT_TR_NOOP("At least")},
        {name::comparator, "atMost"_L1, QT_TR_NOOP("At most")},
        {name::comparator, "betterClassAndRank"_L1, QT_TR_NOOP("Better class and rank")},
        {name::comparator, "betterValue"_L1, QT_TR_NOOP("Better than the year before")},
        {name::comparator, "completed"_L1, QT_TR_NOOP("Completed")},
        {name::field, "administration"_L1, QT_TR_NOOP("State administration")},
        {name::field, "arts"_L1, QT_TR_NOOP("Literature and arts")},
        {name::field, "defence"_L1, QT_TR_NOOP("Defence and security")},
        {name::field, "economy"_L1, QT_TR_NOOP("Economic development")},
        {name::field, "media"_L1, QT_TR_NOOP("Media")},
        {name::field, "science"_L1, QT_TR_NOOP("Science and technology")},
        {name::field, "startup"_L1, QT_TR_NOOP("Creative start-up")},
        {name::kind, "annual"_L1, QT_TR_NOOP("Annual movement")},
        {name::kind, "base"_L1, QT_TR_NOOP("Base points")},
        {name::kind, "block"_L1, QT_TR_NOOP("Block")},
        {name::kind, "bonus"_L1, QT_TR_NOOP("Bonus points")},
        {name::kind, "campaign"_L1, QT_TR_NOOP("Mass campaign")},
        {name::kind, "cluster"_L1, QT_TR_NOOP("Cluster")},
        {name::kind, "commendation"_L1, QT_TR_NOOP("Vote on a dossier")},
        {name::kind, "drive"_L1, QT_TR_NOOP("Emulation drive")},
        {name::kind, "election"_L1, QT_TR_NOOP("Election of the lead")},
        {name::kind, "final"_L1, QT_TR_NOOP("Final review")},
        {name::kind, "group"_L1, QT_TR_NOOP("Group of movements")},
        {name::kind, "interim"_L1, QT_TR_NOOP("Interim review")},
        {name::kind, "penalty"_L1, QT_TR_NOOP("Penalty points")},
        {name::kind, "question"_L1, QT_TR_NOOP("Vote on a question")},
        {name::kind, "special"_L1, QT_TR_NOOP("Special movement")},
        {name::kind, "thematic"_L1, QT_TR_NOOP("Thematic movement")},
        {name::kind, "tieBreak"_L1, QT_TR_NOOP("Vote among equals")},
        {name::level, "armedForces"_L1, QT_TR_NOOP("Armed forces")},
        {name::level, "city"_L1, QT_TR_NOOP("City level")},
        {name::level, "national"_L1, QT_TR_NOOP("National level")},
        {name::level, "unit"_L1, QT_TR_NOOP("Unit level")},
        {name::mediaType, "application/pdf"_L1, QT_TR_NOOP("PDF document")},
        {name::mediaType, "image/jpeg"_L1, QT_TR_NOOP("Photograph (JPEG)")},
        {name::mediaType, "image/png"_L1, QT_TR_NOOP("Picture (PNG)")},
        {name::mediaType, "image/webp"_L1, QT_TR_NOOP("Picture (WebP)")},
        {name::mode, "regular"_L1, QT_TR_NOOP("Regular emulation")},
        {name::mode, "thematic"_L1, QT_TR_NOOP("Thematic emulation")},
        {name::prize, "first"_L1, QT_TR_NOOP("First prize")},
        {name::prize, "second"_L1, QT_TR_NOOP("Second prize")},
        {name::prize, "third"_L1, QT_TR_NOOP("Third prize")},
        {name::role, "block-lead"_L1, QT_TR_NOOP("Leader of the block or cluster")},
        {name::role, "deputy"_L1, QT_TR_NOOP("Deputy leader")},
        {name::role, "lead"_L1, QT_TR_NOOP("Leader")},
        {name::role, "member"_L1, QT_TR_NOOP("Member")},
        {name::role, "officer"_L1, QT_TR_NOOP("Data entry officer")},
        {name::role, "unit-head"_L1, QT_TR_NOOP("Head of the unit")},
        {name::scoring, "graded"_L1, QT_TR_NOOP("By degree")},
        {name::scoring, "quantity"_L1, QT_TR_NOOP("By quantity")},
        {name::scoring, "yesNo"_L1, QT_TR_NOOP("Yes or no")},
        {name::secrecy, "open"_L1, QT_TR_NOOP("Open vote")},
        {name::secrecy, "secret"_L1, QT_TR_NOOP("Secret ballot")},
        {name::status, "accepted"_L1, QT_TR_NOOP("Accepted")},
        {name::status, "appraised"_L1, QT_TR_NOOP("Appraised")},
        {name::status, "awarded"_L1, QT_TR_NOOP("Awarded")},
        {name::status, "closed"_L1, QT_TR_NOOP("Closed")},
        {name::status, "decided"_L1, QT_TR_NOOP("Decided")},
        {name::status, "draft"_L1, QT_TR_NOOP("Being prepared")},
        {name::status, "held"_L1, QT_TR_NOOP("Held")},
        {name::status, "launched"_L1, QT_TR_NOOP("Launched")},
        {name::status, "open"_L1, QT_TR_NOOP("Open")},
        {name::status, "published"_L1, QT_TR_NOOP("Published")},
        {name::status, "recognised"_L1, QT_TR_NOOP("Recognised")},
        {name::status, "rejected"_L1, QT_TR_NOOP("Rejected")},
        {name::status, "returned"_L1, QT_TR_NOOP("Returned")},
        {name::status, "revoked"_L1, QT_TR_NOOP("Revoked")},
        {name::status, "signed"_L1, QT_TR_NOOP("Signed")},
        {name::status, "voted"_L1, QT_TR_NOOP("Voted on")},
        {name::status, "withdrawn"_L1, QT_TR_NOOP("Withdrawn")},
        {name::subject, "household"_L1, QT_TR_NOOP("Household")},
        {name::subject, "person"_L1, QT_TR_NOOP("Person")},
        {name::subject, "unit"_L1, QT_TR_NOOP("Collective")},
        {name::tieBreak, "groupI"_L1, QT_TR_NOOP("Points of group I")},
        {name::tieBreak, "penalty"_L1, QT_TR_NOOP("Fewer penalty points")},
        {name::tieBreak, "vote"_L1, QT_TR_NOOP("Vote")},
        {name::type, "blocks"_L1, QT_TR_NOOP("Clusters and blocks")},
        {name::type, "certificate"_L1, QT_TR_NOOP("Certificate")},
        {name::type, "circular"_L1, QT_TR_NOOP("Circular")},
        {name::type, "commune"_L1, QT_TR_NOOP("Commune")},
        {name::type, "council"_L1, QT_TR_NOOP("Council")},
        {name::type, "decision"_L1, QT_TR_NOOP("Decision")},
        {name::type, "decree"_L1, QT_TR_NOOP("Decree")},
        {name::type, "directive"_L1, QT_TR_NOOP("Directive")},
        {name::type, "flag"_L1, QT_TR_NOOP("Emulation flag")},
        {name::type, "grant"_L1, QT_TR_NOOP("Grants")},
        {name::type, "guidance"_L1, QT_TR_NOOP("Guidance")},
        {name::type, "law"_L1, QT_TR_NOOP("Law")},
        {name::type, "medal"_L1, QT_TR_NOOP("Medal")},
        {name::type, "officialLetter"_L1, QT_TR_NOOP("Official letter")},
        {name::type, "order"_L1, QT_TR_NOOP("Order")},
        {name::type, "organisation"_L1, QT_TR_NOOP("Organisation")},
        {name::type, "plan"_L1, QT_TR_NOOP("Plan")},
        {name::type, "prize"_L1, QT_TR_NOOP("Prize")},
        {name::type, "programme"_L1, QT_TR_NOOP("Programme")},
        {name::type, "resolution"_L1, QT_TR_NOOP("Resolution")},
        {name::type, "revocation"_L1, QT_TR_NOOP("Takes back")},
        {name::type, "scheme"_L1, QT_TR_NOOP("Scheme")},
        {name::type, "specialZone"_L1, QT_TR_NOOP("Special zone")},
        {name::type, "title"_L1, QT_TR_NOOP("Emulation title")},
        {name::type, "township"_L1, QT_TR_NOOP("Township")},
        {name::type, "ward"_L1, QT_TR_NOOP("Ward")},
    });
};

} // namespace

QString choiceText(const QString& field, const QString& choice)
{
    const auto found = std::ranges::find_if(ChoiceText::entries, [&](const ChoiceText::Entry& entry) {
        return entry.field == field && entry.choice == choice;
    });
    return found == ChoiceText::entries.end() ? QString() : ChoiceText::tr(found->words);
}

} // namespace thidua::viewmodels
