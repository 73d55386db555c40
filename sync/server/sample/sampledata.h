#pragma once

#include "base/clock.h"
#include "base/value.h"
#include "domain/role.h"

#include <QJsonObject>
#include <QList>

// What `thidua-server init --sample` puts into a new server: real units, documents, movements and targets of
// Ho Chi Minh City, and invented people, points and results, which are labelled as such. Always the same.
namespace thidua::server::sample
{

struct Person {
    UserId id;
    QString login;
    QString name;
    QString position;
    RecordId unit;
    QList<domain::Grant> grants;
    bool hasPassword = false; // the others come in by an enrolment code of the administrator
};

// A save in somebody's name at some time. Its author had seen all earlier edits of the record.
struct Edit {
    RecordId record;
    QString kind;
    Fields set; // whole groups
    UserId author;
    domain::Role role = domain::Role::Officer;
    Instant at = 0;

    friend bool operator==(const Edit&, const Edit&) = default;
};

struct Data {
    QList<Person> people;
    QList<Edit> edits; // in the order in which they were made of each record

    void add(QLatin1String kind, const RecordId& record, Fields set, const Person& author, Instant at);
    [[nodiscard]] const Person& person(const QString& login) const; // must exist
};

[[nodiscard]] Data sampleData();

// One of the 44 things that the founding article names, as a record; some items are several records.
struct NamedThing {
    int item = 0;
    QLatin1String kind;
    RecordId record;
};
[[nodiscard]] QList<NamedThing> namedThings(); // in order

// The password of those who have one; for trying things out only.
[[nodiscard]] QString samplePassword();
// Who can sign in with it, for the output of `init`.
[[nodiscard]] QJsonObject describe(const Data& data);

// The ids of sample records, by the keys of the files in data/: units "2025/26740", "2023/27259" and "LHH";
// blocks and score tables "2025/1" and "2023/19"; criteria "2025/1/8".
[[nodiscard]] RecordId idOf(QLatin1String kindName, const QString& key);
[[nodiscard]] UserId userOf(const QString& login);
[[nodiscard]] Instant momentOf(const QDate& day, int minutesSinceMidnight = 8 * 60); // Vietnamese time

} // namespace thidua::server::sample
