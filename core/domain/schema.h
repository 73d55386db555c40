#pragma once

#include "base/result.h"
#include "base/value.h"
#include "domain/role.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace thidua::domain
{

// The one description of everything that is stored, merged, sent and checked. The stores, the permission
// check, the codec and GET /v1/schema read it; nothing else lists fields. Names are those of GLOSSARY.md.
enum class ValueType { Bool, Integer, Hundredths, Text, Date, Time, Uuid, Reference, Bytes, List, Enum };

struct FieldType {
    ValueType type = ValueType::Text;
    QString of;               // Reference: the kind; List: the name of the element's type
    QList<QString> choices;   // Enum: the values, in their order
    QList<FieldType> element; // List: exactly one

    // "reference(unit)", "enum(draft,submitted)", "list(hundredths)", …
    [[nodiscard]] QString name() const;
    [[nodiscard]] Result<void>
    accepts(const Value& value) const; // null is accepted here; see Field::required
};

enum class MergePolicy { Role, Latest, Authority };
[[nodiscard]] QLatin1String policyName(MergePolicy policy);

// How people find a record by a field. Derived indexes read it; it is of this program alone and not
// published.
enum class FoundBy {
    Nothing,
    Name, // what it is called: before everything else
    Text, // what is said in it
    Day,  // what makes it newer or older: a date, a period or a year; the last that is set counts
};

struct Field {
    QString name;
    FieldType type;
    bool required = false;        // on the edit that creates the record
    Role writtenBy = Role::Admin; // this role and every higher one
    QList<QString> states;        // the states in which it may be written; empty: in all
    FoundBy foundBy = FoundBy::Nothing;

    [[nodiscard]] QList<Role> writers() const;
};

// Fields that only make sense together and are merged as one.
struct FieldGroup {
    QString name;
    MergePolicy policy = MergePolicy::Role;
    QList<Field> fields;
};

// How the channel of a record follows from its fields: the first of these fields that is set, else the city.
enum class ChannelRule { City, Block, Unit, User };

struct Kind {
    QString name;
    ChannelRule channel = ChannelRule::City;
    QList<FieldGroup> groups; // the last is always the group `deleted`

    [[nodiscard]] const FieldGroup* group(QStringView groupName) const;
    [[nodiscard]] const FieldGroup* groupOfField(QStringView fieldName) const;
    [[nodiscard]] const Field* field(QStringView fieldName) const;
    [[nodiscard]] QStringList fieldsFoundBy(FoundBy how) const; // in their order
};

class Schema
{
public:
    // The schema of this version of the product.
    [[nodiscard]] static const Schema& current();

    explicit Schema(int version, QList<Kind> kinds);
    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] const QList<Kind>& kinds() const { return m_kinds; }
    [[nodiscard]] const Kind* kind(QStringView name) const;

    // The group that a field belongs to. An unknown field (of a newer version) is a group of its own, of
    // policy role.
    [[nodiscard]] QString groupName(QStringView kind, const QString& field) const;
    [[nodiscard]] MergePolicy policy(QStringView kind, const QString& group) const;
    // The fields of a group; for a group not known here, the field of that name.
    [[nodiscard]] QList<QString> fieldsOf(QStringView kind, const QString& group) const;
    // The channel of a record with these winning values. Kinds not known here: by `unit`, `block`, `user`,
    // else city.
    [[nodiscard]] Channel channelOf(QStringView kind, const Fields& values) const;

private:
    int m_version;
    QList<Kind> m_kinds;
    QHash<QStringView, qsizetype> m_byName; // into m_kinds, which never changes
};

// The name of a kind's state as it follows from its fields; empty for kinds without states.
// lifecycle.h has the states of each kind.
[[nodiscard]] QString stateOf(QStringView kind, const Fields& values);

// What an edit must satisfy whoever makes it: types, ranges, NFC, whole groups, required fields of a new
// record.
[[nodiscard]] Result<void> checkShape(const Schema& schema, QStringView kind, const Fields& set,
                                      bool creates);

} // namespace thidua::domain
