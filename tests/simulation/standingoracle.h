#pragma once

#include "base/id.h"
#include "base/value.h"

#include <QMap>
#include <QStringList>

#include <vector>

namespace thidua::simulation
{

// The standings once more, from the words of the regulation: every report looked at, nothing carried along.
// It knows nothing of core/domain's scoring. A standing is compared as lines, one for each unit.
class StandingOracle
{
public:
    // A record as it stands in the end.
    void add(const RecordId& id, const QString& kind, const Fields& values);

    // Block (null: the city) and period -> lines.
    using Key = QPair<RecordId, QString>;
    [[nodiscard]] QMap<Key, QStringList> expected() const;
    // Whether there is anything to make a standing of. One that was made stays, also when its reports go.
    [[nodiscard]] bool somethingIsReported() const;
    // What the server has made.
    [[nodiscard]] const QMap<Key, QStringList>& made() const { return m_made; }

private:
    struct Record {
        RecordId id;
        Fields values;
    };
    struct Row {
        RecordId unit;
        qint64 base = 0;
        qint64 bonus = 0;
        qint64 penalty = 0;
        qint64 reported = 0;
        bool ranked = false;
        bool open = false; // something is said and not yet published
    };
    [[nodiscard]] std::vector<const Record*> of(const QString& kind) const;
    [[nodiscard]] const Record* tableOf(const RecordId& block) const;
    [[nodiscard]] const Record* reportOn(const RecordId& unit, const RecordId& criterion,
                                         const QString& period) const;
    [[nodiscard]] Row rowOf(const RecordId& unit, const Record& table, const QString& period) const;
    [[nodiscard]] std::vector<Row> rowsOf(const RecordId& block, const QString& period) const;
    [[nodiscard]] bool isReported(const RecordId& block) const;
    [[nodiscard]] static QStringList linesOf(const std::vector<Row>& rows);

    QMap<QString, std::vector<Record>> m_records; // by kind, in the order of their ids
    QMap<Key, QStringList> m_made;
};

} // namespace thidua::simulation
