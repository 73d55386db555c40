#pragma once

#include "domain/schema.h"
#include "server/recordtable.h"

#include <QMap>
#include <QStringList>

#include <vector>

namespace thidua::simulation
{

// SYNC.md section 3 once more, written from the page: the whole history of a record, every pair of edits
// compared, no heads carried along. It knows nothing of core/merge.
class Oracle
{
public:
    struct Voice { // one edit's part in one group
        QByteArray device;
        qint64 seq = 0;
        qint64 version = 0;
        qint64 at = 0;
        int rank = 0;
        qint64 seen = 0;
        qint64 epoch = 0;
        qint64 seenEpoch = 0;
        Fields values;
    };
    struct Group {
        Voice winner;
        std::vector<Voice> siblings;
    };

    Oracle(const domain::Schema& schema, const QString& kind, const QList<server::AcceptedEdit>& history);

    [[nodiscard]] const QMap<QString, Group>& groups() const { return m_groups; }
    [[nodiscard]] Fields values() const;
    // One line a group, to be compared with what somebody else makes of the record.
    [[nodiscard]] QStringList text() const;
    [[nodiscard]] static QString line(const QString& group, const QByteArray& device, qint64 seq,
                                      const Fields& values, QStringList siblings);
    [[nodiscard]] static QString sibling(const QByteArray& device, qint64 seq, const Fields& values);

private:
    [[nodiscard]] static bool supersedes(domain::MergePolicy policy, const Voice& later,
                                         const Voice& earlier);
    [[nodiscard]] static bool greater(domain::MergePolicy policy, const Voice& a, const Voice& b);
    [[nodiscard]] static Group decide(domain::MergePolicy policy, const std::vector<Voice>& voices);
    QMap<QString, Group> m_groups;
};

} // namespace thidua::simulation
