#pragma once

#include "services/yearservice.h"

namespace thidua::services
{

// A field as a form asks for it.
struct FormField {
    enum class Entry { Line, Area, Date, Number, Percent, Choice, Units, Days };
    QString name;
    Entry entry = Entry::Line;
    bool required = false;
    bool writable = true;  // by this person, in the record's state
    QStringList choices;   // of the schema
    QList<Option> options; // records that can be referred to
    QString choice;        // of a count: which candidate its number is for
};

// One record being written: a new one, the next edit of an old one, or the count of a ballot.
struct YearForm {
    QLatin1String kind;
    bool counts = false;
    ShownVersion shown; // its id is null for a new one
    QList<FormField> fields;
    Fields values; // as it begins
};

// What this person may write about a record.
struct Openings {
    bool edit = false;
    bool count = false;  // the votes of a ballot
    bool ballot = false; // open a ballot on it

    friend bool operator==(const Openings&, const Openings&) = default;
};

// Forms of the year's parts: which fields people fill in, in which order, and what may be written by whom.
class YearForms
{
public:
    YearForms(store::LocalStore& store, CatalogueService& catalogue, Access& access, RecordEdits& edits,
              const StepService::Parts& parts);

    // The kinds of which this person may begin a record.
    [[nodiscard]] Result<QStringList> beginnable(YearPart part);
    [[nodiscard]] Result<Openings> openings(QLatin1String kind, const RecordId& id);
    // `about`: the review or the dossier that a ballot is for; else null. Errors: Forbidden.
    [[nodiscard]] Result<YearForm> blank(QLatin1String kind, const RecordId& about);
    [[nodiscard]] Result<YearForm> edit(QLatin1String kind, const RecordId& id);
    [[nodiscard]] Result<YearForm> count(const RecordId& ballot);
    // What was filled in, by field; a count's votes as a list. Errors: MissingField, and those of the part.
    [[nodiscard]] Result<RecordId> save(const YearForm& form, const Fields& set);

private:
    [[nodiscard]] Result<Fields> beginning(QLatin1String kind, const RecordId& about);
    [[nodiscard]] Result<YearForm> filled(QLatin1String kind, const ShownVersion& shown, Fields values);
    [[nodiscard]] Result<void> addOptions(FormField& field, const Fields& values);
    [[nodiscard]] QList<RecordId> unitsFor(const Fields& values, const Person& person) const;
    [[nodiscard]] Result<RecordId> create(QLatin1String kind, const Fields& fields);
    store::LocalStore& m_store;
    CatalogueService& m_catalogue;
    Access& m_access;
    RecordEdits& m_edits;
    StepService::Parts m_parts;
};

} // namespace thidua::services
