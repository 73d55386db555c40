#include "simulation/simserver.h"

#include "protocol/codec.h"
#include "protocol/compression.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace thidua::simulation
{

using namespace Qt::StringLiterals;

// The server asks the file system whether its database is there before it asks SQLite; so it is there, empty.
static QString standIn()
{
    static const QTemporaryDir folder;
    const QString machine = folder.filePath(u"server"_s);
    QDir().mkpath(machine);
    QFile file(machine + u"/thidua.db"_s);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("simulation: no temporary folder");
    return machine;
}

SimServer::SimServer(SimDisk& disk, Timeline& time, Random& random)
    : m_disk(disk)
    , m_time(time)
    , m_random(random)
    , m_clock(time)
    , m_machine(standIn())
{
    const QByteArray& database = SimCity::made().database;
    m_disk.put(m_machine, {{u"thidua.db"_s, {database.begin(), database.end()}}});
    if (!start(SimDisk::Loss::Process))
        qFatal("simulation: the server does not start");
}

bool SimServer::start(SimDisk::Loss loss)
{
    m_core.reset();
    m_disk.restart(m_machine, loss);
    auto core =
        server::ServerCore::open(m_machine + u"/thidua.db"_s, domain::Schema::current(), m_clock, m_random,
                                 {m_executor, m_executor, m_executor, m_executor, m_files}, nullptr);
    if (core)
        m_core = std::move(*core);
    return m_core != nullptr;
}

void SimServer::stop()
{
    m_disk.stop(m_machine);
    m_core.reset();
}

bool SimServer::died()
{
    if (!m_disk.stopped(m_machine))
        return false;
    m_core.reset();
    return true;
}

std::unique_ptr<server::ServerStore> SimServer::open() const
{
    auto store = server::ServerStore::open(m_machine + u"/thidua.db"_s, domain::Schema::current());
    return store ? std::move(*store) : nullptr;
}

void SimServer::restore(const SimDisk::Folder& folder)
{
    qint64 above = 0;
    if (const auto store = open())
        above = store->epoch().valueOr({}).number;
    stop();
    m_disk.put(m_machine, folder);
    m_disk.restart(m_machine, SimDisk::Loss::Process);
    auto store = open();
    auto transaction = store ? sql::Transaction::begin(store->connection()) : Error{};
    if (!transaction || !store->beginEpoch(above, m_clock, m_random) || !transaction->commit())
        qFatal("simulation: the backup cannot be restored");
    m_toldMarks.clear();
    ++m_restores;
    store.reset();
    if (!start(SimDisk::Loss::Process))
        qFatal("simulation: the restored server does not start");
}

QByteArray SimServer::withLimit(const client::HttpRequest& request) const
{
    if (pageRows == 0 || request.path != "/v1/pull")
        return request.body;
    auto encoding = protocol::Encoding::Identity;
    for (const auto& [name, value] : request.headers) {
        if (name.compare("content-encoding", Qt::CaseInsensitive) == 0)
            encoding = protocol::encodingFromHeader(value).valueOr(encoding);
    }
    const auto plain = protocol::decompress(request.body, encoding);
    auto pull = plain ? protocol::decode<protocol::PullRequest>(*plain, protocol::Format::Cbor)
                      : Result<protocol::PullRequest>(plain.error());
    if (!pull)
        return request.body;
    pull->limit = pageRows;
    return protocol::compress(protocol::encode(*pull, protocol::Format::Cbor), encoding);
}

void SimServer::remember(const client::HttpRequest& request, const server::Response& response)
{
    if (request.path != "/v1/push" || response.status != 200)
        return;
    const auto encoding = protocol::encodingFromHeader(response.header("content-encoding"));
    const auto plain = protocol::decompress(response.body, encoding.valueOr(protocol::Encoding::Identity));
    const auto answer = plain ? protocol::decode<protocol::PushAnswer>(*plain, protocol::Format::Cbor)
                              : Result<protocol::PushAnswer>(plain.error());
    for (const auto& [name, value] : request.headers) {
        if (answer && name.compare("authorization", Qt::CaseInsensitive) == 0) {
            qint64& mark = m_toldMarks[value.mid(7)];
            mark = std::max(mark, answer->acked);
        }
    }
}

std::optional<client::HttpReply> SimServer::handle(const client::HttpRequest& request)
{
    if (!m_core)
        return std::nullopt;
    server::Request asked{request.method, request.path, {}, withLimit(request), u"10.0.0.1"_s};
    for (const auto& [name, value] : request.headers)
        asked.headers.insert(name.toLower(), value);
    std::optional<server::Response> given;
    m_core->router().handle(asked, [&](server::Response response) { given = std::move(response); });
    if (m_disk.stopped(m_machine) || !given)
        return std::nullopt;
    remember(request, *given);
    client::HttpReply reply;
    reply.status = given->status;
    for (const auto& [name, value] : std::as_const(given->headers))
        reply.headers.emplaceBack(name.toLower(), value);
    if (std::ranges::none_of(reply.headers, [](const auto& header) { return header.first == "x-thidua"; }))
        reply.headers.emplaceBack("x-thidua", "1");
    reply.body = given->body;
    return reply;
}

} // namespace thidua::simulation
