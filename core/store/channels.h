#pragma once

#include "sql/transaction.h"

#include <QHash>
#include <QList>

namespace thidua::store
{

// The table `channel`: names to numbers, positions and digests.
class Channels
{
public:
    static constexpr qint64 notHeld = -1;

    explicit Channels(sql::Connection& connection);
    [[nodiscard]] Result<qint64> idOf(const sql::Transaction&, const QString& name); // made as notHeld if new
    [[nodiscard]] Result<qint64> find(const QString& name);                          // 0: not known
    [[nodiscard]] Result<void> setPosition(const sql::Transaction&, const QString& name, qint64 rev);
    [[nodiscard]] Result<void> addToDigest(const sql::Transaction&, qint64 channel, quint64 amount);
    [[nodiscard]] Result<void> setDigest(const sql::Transaction&, qint64 channel, quint64 digest);
    struct Position {
        qint64 id = 0;
        QString name;
        qint64 rev = 0; // notHeld: known by name only, as the place of own records
        quint64 digest = 0;
    };
    [[nodiscard]] Result<QList<Position>> all();
    void forget() { m_ids.clear(); }

private:
    QHash<QString, qint64> m_ids;
    sql::CachedStatement m_find;
    sql::CachedStatement m_insert;
    sql::CachedStatement m_position;
    sql::CachedStatement m_digest;
    sql::CachedStatement m_set;
    sql::CachedStatement m_all;
};

} // namespace thidua::store
