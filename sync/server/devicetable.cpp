#include "server/devicetable.h"

namespace thidua::server
{

// A macro only because SQL is written out where it is used, and these columns stand in three statements.
#define DEVICE_COLUMNS                                                                                       \
    "SELECT device.number, device.id, device.account, account.id, device.name, device.mark, "                \
    "device.created_at, device.seen_at, coalesce(device.revoked_at, account.disabled_at, 0), "               \
    "device.verifier "                                                                                       \
    "FROM device JOIN account ON account.number = device.account "

DeviceTable::DeviceTable(sql::Connection& connection)
    : m_byToken(connection, DEVICE_COLUMNS "WHERE device.token_hash = ?1")
    , m_byId(connection, DEVICE_COLUMNS "WHERE device.id = ?1")
    , m_byNumber(connection, DEVICE_COLUMNS "WHERE device.number = ?1")
    , m_all(connection, DEVICE_COLUMNS "WHERE device.number > 0 ORDER BY device.number")
    , m_add(connection, "INSERT INTO device (id, account, name, token_hash, mark, created_at, seen_at, "
                        "verifier) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?5, ?6)")
    , m_revoke(connection, "UPDATE device SET revoked_at = ?2 WHERE number = ?1 AND revoked_at IS NULL")
    , m_advance(connection, "UPDATE device SET mark = ?2, seen_at = ?3 WHERE number = ?1")
    , m_receipt(connection, "SELECT content_hash, version, beside, code, detail FROM receipt "
                            "WHERE device = ?1 AND seq = ?2")
    , m_addReceipt(connection, "INSERT INTO receipt (device, seq, content_hash, version, beside, code, "
                               "detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
{
}

#undef DEVICE_COLUMNS

static Device deviceOf(const sql::Statement& row)
{
    return {row.integer(0), row.id<DeviceId>(1), row.integer(2), row.id<UserId>(3), row.text(4),
            row.integer(5), row.integer(6),      row.integer(7), row.integer(8),    row.blob(9)};
}

Result<std::optional<Device>> DeviceTable::one(Result<bool> row, sql::CachedStatement& statement)
{
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Device>();
    std::optional<Device> device = deviceOf(*statement.operator->());
    statement.reset();
    return device;
}

Result<std::optional<Device>> DeviceTable::byToken(QByteArrayView tokenHash)
{
    return one(m_byToken.step(tokenHash), m_byToken);
}

Result<std::optional<Device>> DeviceTable::byId(const DeviceId& id)
{
    return one(m_byId.step(id), m_byId);
}

Result<std::optional<Device>> DeviceTable::byNumber(qint64 number)
{
    return one(m_byNumber.step(number), m_byNumber);
}

Result<QList<Device>> DeviceTable::all()
{
    QList<Device> devices;
    auto row = m_all.step();
    for (; row && *row; row = m_all.next())
        devices.append(deviceOf(*m_all.operator->()));
    if (!row)
        return row.error();
    return devices;
}

Result<void> DeviceTable::add(const Device& device, QByteArrayView tokenHash)
{
    return m_add.run(device.id, device.account, device.name, tokenHash, device.createdAt, device.verifier);
}

Result<void> DeviceTable::revoke(qint64 number, Instant now)
{
    return m_revoke.run(number, now);
}

Result<void> DeviceTable::advance(qint64 number, qint64 mark, Instant now)
{
    return m_advance.run(number, mark, now);
}

Result<std::optional<Receipt>> DeviceTable::receipt(qint64 number, qint64 seq)
{
    auto row = m_receipt.step(number, seq);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Receipt>();
    Receipt receipt{m_receipt->blob(0), {}};
    receipt.result.seq = seq;
    receipt.result.version = m_receipt->integer(1);
    if (!m_receipt->isNull(2))
        receipt.result.lost = m_receipt->text(2).split(u',', Qt::SkipEmptyParts);
    if (!m_receipt->isNull(3))
        receipt.result.code = codeFromName(m_receipt->text(3));
    receipt.result.detail = m_receipt->text(4);
    m_receipt.reset();
    return std::optional(receipt);
}

Result<void> DeviceTable::addReceipt(qint64 number, const Receipt& receipt)
{
    const protocol::PushResult& result = receipt.result;
    const QString beside = result.lost.isEmpty() ? QString() : result.lost.join(u',');
    const QString code = result.code == ErrorCode::None ? QString() : QString(codeName(result.code));
    const QString detail = result.detail.isEmpty() ? QString() : result.detail;
    return m_addReceipt.run(number, result.seq, receipt.contentHash, result.version, beside, code, detail);
}

} // namespace thidua::server
