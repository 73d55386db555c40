#pragma once

#include "base/value.h"

#include <QDate>

namespace thidua::domain
{

enum class CommendationState { Draft, Submitted, Returned, Appraised, Voted, Decided, Rejected, Revoked };

// A dossier (hồ sơ đề nghị khen thưởng): a unit proposes itself or one of its people for an award.
struct Commendation {
    RecordId id;
    RecordId unit;
    RecordId awardForm;
    int year = 0;
    QString nominee; // a person or a household; empty: the unit itself
    QString achievement;
    QString proposal;          // tờ trình
    QString achievementReport; // báo cáo thành tích
    QString minutes;           // biên bản
    RecordId movement;
    QList<RecordId> legalBasis;
    qint64 submission = 0;
    QString note;
    QString objection;
    CommendationState state = CommendationState::Draft; // follows from the fields; toFields() writes none
    QString reason;
    RecordId ballot;
    RecordId awardDecision; // that granted it, or that revoked it
    bool deleted = false;

    [[nodiscard]] static Commendation fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const; // what the unit writes

    // Tờ trình, báo cáo thành tích, biên bản: nothing is handed in without all three.
    [[nodiscard]] bool hasPapers() const;

    friend bool operator==(const Commendation&, const Commendation&) = default;
};

enum class DecisionType { Grant, Revocation };

struct AwardDecision {
    RecordId id;
    QString name;
    DecisionType type = DecisionType::Grant;
    QString number; // empty where none is known
    QDate signedOn;
    QString issuer;
    QList<RecordId> legalBasis;
    QString note;
    bool deleted = false;

    [[nodiscard]] static AwardDecision fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    friend bool operator==(const AwardDecision&, const AwardDecision&) = default;
};

} // namespace thidua::domain
