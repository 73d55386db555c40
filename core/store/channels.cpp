#include "store/channels.h"

namespace thidua::store
{

Channels::Channels(sql::Connection& connection)
    : m_find(connection, "SELECT id FROM channel WHERE name = ?1")
    , m_insert(connection, "INSERT INTO channel (name, rev, digest) VALUES (?1, -1, 0) RETURNING id")
    , m_position(connection, "UPDATE channel SET rev = ?2 WHERE id = ?1")
    , m_digest(connection, "SELECT digest FROM channel WHERE id = ?1")
    , m_set(connection, "UPDATE channel SET digest = ?2 WHERE id = ?1")
    , m_all(connection, "SELECT id, name, rev, digest FROM channel ORDER BY name")
{
}

Result<qint64> Channels::find(const QString& name)
{
    if (const auto known = m_ids.constFind(name); known != m_ids.cend())
        return *known;
    auto row = m_find.step(name);
    if (!row)
        return row.error();
    const qint64 id = *row ? m_find->integer(0) : 0;
    m_find.reset();
    if (id)
        m_ids.insert(name, id);
    return id;
}

Result<qint64> Channels::idOf(const sql::Transaction&, const QString& name)
{
    auto known = find(name);
    if (!known || *known)
        return known;
    auto row = m_insert.step(name);
    if (!row)
        return row.error();
    const qint64 id = m_insert->integer(0);
    m_insert.reset();
    m_ids.insert(name, id);
    return id;
}

Result<void> Channels::setPosition(const sql::Transaction& transaction, const QString& name, qint64 rev)
{
    auto id = idOf(transaction, name);
    return id ? m_position.run(*id, rev) : id.error();
}

Result<void> Channels::addToDigest(const sql::Transaction& transaction, qint64 channel, quint64 amount)
{
    auto row = m_digest.step(channel);
    if (!row)
        return row.error();
    const auto sum = quint64(m_digest->integer(0)) + amount;
    m_digest.reset();
    return setDigest(transaction, channel, sum);
}

Result<void> Channels::setDigest(const sql::Transaction&, qint64 channel, quint64 digest)
{
    return m_set.run(channel, qint64(digest));
}

Result<QList<Channels::Position>> Channels::all()
{
    QList<Position> positions;
    auto row = m_all.step();
    while (row && *row) {
        positions.append({m_all->integer(0), m_all->text(1), m_all->integer(2), quint64(m_all->integer(3))});
        row = m_all.next();
    }
    m_all.reset();
    if (!row)
        return row.error();
    return positions;
}

} // namespace thidua::store
