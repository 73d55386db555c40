#pragma once

#include "base/value.h"

#include <QDate>

#include <optional>

namespace thidua::domain
{

// A word to a block, or to the whole city where no block is named.
struct Announcement {
    RecordId id;
    QString name;
    QString text;
    RecordId block;
    QDate startsOn;
    QDate endsOn;
    QList<RecordId> legalBasis;
    bool published = false; // follows from its state; toFields() writes none
    bool deleted = false;

    [[nodiscard]] static Announcement fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;
    [[nodiscard]] bool isShownOn(const QDate& day) const;

    friend bool operator==(const Announcement&, const Announcement&) = default;
};

// A model example (điển hình tiên tiến, gương người tốt việc tốt).
struct Example {
    RecordId id;
    RecordId unit;
    QString name;
    QString achievement;
    QDate occurredOn;
    QString place;
    RecordId movement;
    bool recognised = false;
    bool deleted = false;

    [[nodiscard]] static Example fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    friend bool operator==(const Example&, const Example&) = default;
};

// An emulation work (công trình thi đua) that a unit has registered for a movement.
struct Work {
    RecordId id;
    RecordId unit;
    QString name;
    QString goal;
    RecordId movement;
    QDate startsOn;
    QDate endsOn;
    std::optional<qint64> progress; // hundredths of a percent
    bool recognised = false;        // gắn biển
    bool deleted = false;

    [[nodiscard]] static Work fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    friend bool operator==(const Work&, const Work&) = default;
};

// The seven fields of the city's Creativity Award.
enum class CreativityField { Economy, Defence, Administration, Media, Arts, Science, Startup };

// An entry for the Creativity Award (Giải thưởng Sáng tạo).
struct CreativityEntry {
    RecordId id;
    RecordId unit;
    QString name;
    int year = 0;
    CreativityField field = CreativityField::Economy;
    QString authors;
    QString achievement;
    bool deleted = false;

    [[nodiscard]] static CreativityEntry fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    friend bool operator==(const CreativityEntry&, const CreativityEntry&) = default;
};

} // namespace thidua::domain
