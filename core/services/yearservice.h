#pragma once

#include "domain/ballotresult.h"
#include "services/namedvalue.h"
#include "services/stepservice.h"

namespace thidua::services
{

// The parts of the emulation year beside movements and reports, as the app shows them.
enum class YearPart { Reviews, Commendation, Urging, Publicity };

// The kinds whose records a part lists, the most important first.
[[nodiscard]] QList<QLatin1String> kindsOf(YearPart part);
// The schema's own name of a kind that some part lists; nothing for another one.
[[nodiscard]] std::optional<QLatin1String> yearKind(QStringView name);

// A record in a list.
struct YearLine {
    RecordId id;
    QLatin1String kind;
    QString name;
    QString about; // the unit or the block that it concerns; empty: the whole city
    QString award; // of a dossier: what is asked for
    QString state;
    QDate on; // the day that matters for it: when it happens, or by when
    int year = 0;
    bool overdue = false;
    bool pending = false;

    friend bool operator==(const YearLine&, const YearLine&) = default;
};

// Something that can be chosen for a field that refers to a record.
struct Option {
    QString id;
    QString name;
};

// A record with all that its page shows.
struct YearSheet {
    QLatin1String kind;
    ShownVersion shown;
    QString state;
    Subject subject;
    QList<NamedValue> values;
    QList<YearLine> related; // the ballots of a review or a dossier, other dossiers of the unit
    QStringList candidates;
    std::optional<domain::BallotResult> result;     // of a ballot
    std::optional<domain::Eligibility> eligibility; // of a dossier whose award is known here
    QList<Step> steps;
    QHash<QString, QList<Option>> options; // by the field that a step asks for
    bool pending = false;
};

// What the screens of the year read. What they change goes through the parts' own services.
class YearService
{
public:
    YearService(store::LocalStore& store, CatalogueService& catalogue, RecordEdits& edits,
                CommendationService& commendations, StepService& steps);

    // The newest first.
    [[nodiscard]] Result<QList<YearLine>> lines(YearPart part);
    [[nodiscard]] Result<YearSheet> sheet(QLatin1String kind, const RecordId& id);

private:
    [[nodiscard]] YearLine lineOf(QLatin1String kind, const store::Record& record) const;
    [[nodiscard]] QString nameOf(const RecordId& id) const; // empty if it is not on this device
    [[nodiscard]] Result<void> addRelated(YearSheet& sheet);
    [[nodiscard]] Result<void> addDossier(YearSheet& sheet);
    void addBallot(YearSheet& sheet) const;
    [[nodiscard]] QDate today() const;
    store::LocalStore& m_store;
    CatalogueService& m_catalogue;
    RecordEdits& m_edits;
    CommendationService& m_commendations;
    StepService& m_steps;
};

} // namespace thidua::services
