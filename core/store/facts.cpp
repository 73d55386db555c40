#include "store/facts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace thidua::store
{

using namespace Qt::StringLiterals;

Facts::Facts(sql::Connection& connection)
    : m_connection(connection)
    , m_read(connection, "SELECT value FROM fact WHERE key = ?1")
    , m_write(connection, "INSERT INTO fact (key, value) VALUES (?1, ?2) "
                          "ON CONFLICT (key) DO UPDATE SET value = excluded.value")
    , m_dataVersion(connection, "PRAGMA data_version")
{
}

Result<quint64> Facts::generation()
{
    auto row = m_dataVersion.step();
    if (!row)
        return row.error();
    const qint64 version = m_dataVersion->integer(0);
    m_dataVersion.reset();
    if (std::exchange(m_lastDataVersion, version) != version)
        forget();
    return m_generation;
}

void Facts::forget()
{
    ++m_generation;
    m_known.clear();
    m_identity.reset();
}

Result<void> Facts::refresh()
{
    if (m_connection.isInTransaction())
        return {};
    auto current = generation();
    return current ? Result<void>() : current.error();
}

Result<QString> Facts::value(const QString& key)
{
    if (auto current = refresh(); !current)
        return current.error();
    if (const auto known = m_known.constFind(key); known != m_known.cend())
        return *known;
    auto row = m_read.step(key);
    if (!row)
        return row.error();
    const QString found = *row ? m_read->text(0) : QString();
    m_read.reset();
    m_known.insert(key, found);
    return found;
}

Result<void> Facts::set(const QString& key, const QString& value)
{
    if (auto current = refresh(); !current)
        return current;
    const QString text = value.isNull() ? u""_s : value;
    const QString known = m_known.value(key);
    if (!known.isNull() && known == text)
        return {};
    if (auto done = m_write.run(key, text); !done)
        return done;
    m_known.insert(key, text);
    m_identity.reset();
    return {};
}

Result<Instant> Facts::correctedNow(const Clock& clock)
{
    auto offset = value(fact::clockOffset);
    return offset ? clock.now() + offset->toLongLong() : Result<Instant>(offset.error());
}

static QString grantsToText(const QList<domain::Grant>& grants)
{
    QJsonArray list;
    for (const domain::Grant& grant : grants) {
        list.append(QJsonObject{{"role"_L1, roleName(grant.role)},
                                {"scope"_L1, grant.scope.name()},
                                {"from"_L1, grant.from},
                                {"to"_L1, grant.to}});
    }
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

static QList<domain::Grant> grantsFromText(const QString& text)
{
    QList<domain::Grant> grants;
    const QJsonArray list = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto& item : list) {
        const auto role = domain::roleFromName(item["role"_L1].toString());
        const auto scope = domain::Channel::fromName(item["scope"_L1].toString());
        if (role && scope)
            grants.append({*role, *scope, item["from"_L1].toInteger(), item["to"_L1].toInteger()});
    }
    return grants;
}

Result<Identity> Facts::identity()
{
    if (auto current = refresh(); !current)
        return current.error();
    if (!m_identity) {
        auto read = readIdentity();
        if (!read)
            return read;
        m_identity = std::move(*read);
    }
    return *m_identity;
}

Result<Identity> Facts::readIdentity()
{
    QMap<QLatin1String, QString> found;
    for (auto key : {"server"_L1, "device"_L1, "user"_L1, "userName"_L1, "deviceName"_L1, "grants"_L1}) {
        auto text = value(key);
        if (!text)
            return text.error();
        found.insert(key, *text);
    }
    const auto device = DeviceId::fromText(found["device"_L1]);
    const auto user = UserId::fromText(found["user"_L1]);
    if (!device || !user)
        return {ErrorCode::NotSignedIn, u"the file is not enrolled"_s};
    return Identity{found["server"_L1],
                    *device,
                    *user,
                    found["userName"_L1],
                    found["deviceName"_L1],
                    grantsFromText(found["grants"_L1])};
}

Result<void> Facts::setIdentity(const Identity& identity)
{
    const QList<QPair<QLatin1String, QString>> entries{
        {"server"_L1, identity.server},         {"device"_L1, identity.device.toText()},
        {"user"_L1, identity.user.toText()},    {"userName"_L1, identity.userName},
        {"deviceName"_L1, identity.deviceName}, {"grants"_L1, grantsToText(identity.grants)},
    };
    for (const auto& [key, text] : entries) {
        if (auto done = set(key, text); !done)
            return done;
    }
    return {};
}

} // namespace thidua::store
