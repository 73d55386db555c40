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
        {name::comparator, "atLeast"_L1, QT_TR_NOOP("At least")},
        {name::comparator, "atMost"_L1, QT_TR_NOOP("At most")},
        {name::comparator, "betterClassAndRank"_L1, QT_TR_NOOP("Better class and rank")},
        {name::comparator, "betterValue"_L1, QT_TR_NOOP("Better than the year before")},
        {name::comparator, "completed"_L1, QT_TR_NOOP("Completed")},
        {name::kind, "annual"_L1, QT_TR_NOOP("Annual movement")},
        {name::kind, "base"_L1, QT_TR_NOOP("Base points")},
        {name::kind, "block"_L1, QT_TR_NOOP("Block")},
        {name::kind, "bonus"_L1, QT_TR_NOOP("Bonus points")},
        {name::kind, "campaign"_L1, QT_TR_NOOP("Mass campaign")},
        {name::kind, "cluster"_L1, QT_TR_NOOP("Cluster")},
        {name::kind, "drive"_L1, QT_TR_NOOP("Emulation drive")},
        {name::kind, "group"_L1, QT_TR_NOOP("Group of movements")},
        {name::kind, "penalty"_L1, QT_TR_NOOP("Penalty points")},
        {name::kind, "special"_L1, QT_TR_NOOP("Special movement")},
        {name::kind, "thematic"_L1, QT_TR_NOOP("Thematic movement")},
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
        {name::role, "deputy"_L1, QT_TR_NOOP("Deputy leader")},
        {name::role, "lead"_L1, QT_TR_NOOP("Leader")},
        {name::role, "member"_L1, QT_TR_NOOP("Member")},
        {name::scoring, "graded"_L1, QT_TR_NOOP("By degree")},
        {name::scoring, "quantity"_L1, QT_TR_NOOP("By quantity")},
        {name::scoring, "yesNo"_L1, QT_TR_NOOP("Yes or no")},
        {name::status, "appraised"_L1, QT_TR_NOOP("Appraised")},
        {name::status, "closed"_L1, QT_TR_NOOP("Closed")},
        {name::status, "decided"_L1, QT_TR_NOOP("Decided")},
        {name::status, "draft"_L1, QT_TR_NOOP("Being prepared")},
        {name::status, "launched"_L1, QT_TR_NOOP("Launched")},
        {name::status, "published"_L1, QT_TR_NOOP("Published")},
        {name::status, "returned"_L1, QT_TR_NOOP("Returned")},
        {name::status, "signed"_L1, QT_TR_NOOP("Signed")},
        {name::tieBreak, "groupI"_L1, QT_TR_NOOP("Points of group I")},
        {name::tieBreak, "penalty"_L1, QT_TR_NOOP("Fewer penalty points")},
        {name::tieBreak, "vote"_L1, QT_TR_NOOP("Vote")},
        {name::type, "circular"_L1, QT_TR_NOOP("Circular")},
        {name::type, "commune"_L1, QT_TR_NOOP("Commune")},
        {name::type, "decision"_L1, QT_TR_NOOP("Decision")},
        {name::type, "decree"_L1, QT_TR_NOOP("Decree")},
        {name::type, "directive"_L1, QT_TR_NOOP("Directive")},
        {name::type, "guidance"_L1, QT_TR_NOOP("Guidance")},
        {name::type, "law"_L1, QT_TR_NOOP("Law")},
        {name::type, "officialLetter"_L1, QT_TR_NOOP("Official letter")},
        {name::type, "organisation"_L1, QT_TR_NOOP("Organisation")},
        {name::type, "plan"_L1, QT_TR_NOOP("Plan")},
        {name::type, "programme"_L1, QT_TR_NOOP("Programme")},
        {name::type, "resolution"_L1, QT_TR_NOOP("Resolution")},
        {name::type, "scheme"_L1, QT_TR_NOOP("Scheme")},
        {name::type, "specialZone"_L1, QT_TR_NOOP("Special zone")},
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
