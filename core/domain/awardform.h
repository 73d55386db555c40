#pragma once

#include "domain/ballot.h"

namespace thidua::domain
{

enum class AwardType { Title, Flag, Certificate, Order, Medal, Prize };
enum class AwardSubject { Person, Unit, Household };
enum class AwardLevel { National, City, Unit };

// A title or a form of commendation in the catalogue, under one law: when the law changes, another record
// follows it. What is required stands here as data, because laws change more often than programs.
struct AwardForm {
    RecordId id;
    QString name;
    AwardType type = AwardType::Certificate;
    AwardSubject subject = AwardSubject::Unit;
    AwardLevel level = AwardLevel::City;
    QDate validFrom;
    QDate validTo;
    QList<RecordId> legalBasis;
    RecordId previous; // of which `years` in a row are required
    int years = 0;
    std::optional<qint64> quota; // hundredths of a percent of a block's units
    std::optional<VoteRule> vote;
    bool deleted = false;

    [[nodiscard]] static AwardForm fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    [[nodiscard]] bool inForceOn(const QDate& day) const;

    friend bool operator==(const AwardForm&, const AwardForm&) = default;
};

} // namespace thidua::domain
