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

SimServer::SimServer(SimDisk& disk, Timeline& time, Random& random, Work work)
    : m_disk(disk)
    , m_time(time)
    , m_random(random)
    , m_clock(time)
    , m_machine(standIn())
    , m_work(work)
{
    const QByteArray& database = SimCity::made().database;
    m_disk.put(m_machine, {{u"thidua.db"_s, {database.begin(), database.end()}}});
    if (!start(SimDisk::Loss::Process))
        qFatal("simulation: the server does not start");
}

bool SimServer::start(SimDisk::Loss loss)
{
    hangUp();
    m_core.reset();
    m_disk.restart(m_machine, loss);
    m_standings = makesStandings() ? std::make_unique<server::Standings>() : nullptr;
    auto core = server::ServerCore::open(
        {m_machine + u"/thidua.db"_s, {}}, domain::Schema::current(), m_clock, m_random,
        {m_executor, m_executor, m_executor, m_executor, m_files}, m_standings.get());
    if (!core)
        return false;
    m_core = std::move(*core);
    tick(++m_life);
    return true;
}

// What the server's program does beside requests, each second; here less often, which changes nothing but the
// time that it takes.
void SimServer::tick(quint64 life)
{
    m_time.after(2'000, [this, life] {
        if (!m_core || life != m_life)
            return;
        m_core->noticeOthers();
        tick(life);
    });
}

void SimServer::stop()
{
    hangUp();
    m_disk.stop(m_machine);
    m_core.reset();
}

bool SimServer::died()
{
    if (!m_disk.stopped(m_machine))
        return false;
    hangUp();
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

std::optional<server::Response> SimServer::respond(const client::HttpRequest& request)
{
    if (!m_core)
        return std::nullopt;
    server::Request asked{request.method, request.path, {}, withLimit(request), u"10.0.0.1"_s};
    for (const auto& [name, value] : request.headers)
        asked.headers.insert(name.toLower(), value);
    std::optional<server::Response> given;
    m_core->router().handle(asked, [&](server::Response response) { given = std::move(response); });
    return m_disk.stopped(m_machine) ? std::nullopt : given;
}

static client::HttpReply replyOf(const server::Response& response)
{
    client::HttpReply reply;
    reply.status = response.status;
    for (const auto& [name, value] : response.headers)
        reply.headers.emplaceBack(name.toLower(), value);
    if (std::ranges::none_of(reply.headers, [](const auto& header) { return header.first == "x-thidua"; }))
        reply.headers.emplaceBack("x-thidua", "1");
    reply.body = response.body;
    return reply;
}

std::optional<client::HttpReply> SimServer::handle(const client::HttpRequest& request)
{
    const auto given = respond(request);
    if (!given)
        return std::nullopt;
    remember(request, *given);
    return replyOf(*given);
}

std::optional<client::HttpReply> SimServer::follow(const client::HttpRequest& request,
                                                   const std::weak_ptr<HintStream>& stream)
{
    const auto given = respond(request);
    if (given && given->follow)
        openLine(*given->follow, stream);
    return given ? std::optional(replyOf(*given)) : std::nullopt;
}

// The words of the server's edge, whose sockets are not in here.
static QByteArray wordsFor(const QMap<QString, qint64>& changes)
{
    QByteArray words;
    for (auto change = changes.cbegin(); change != changes.cend(); ++change)
        words += "event: change\ndata: {\"channel\":\"" + change.key().toLatin1() +
                 "\",\"rev\":" + QByteArray::number(change.value()) + "}\n\n";
    return words;
}

void SimServer::openLine(const QStringList& channels, const std::weak_ptr<HintStream>& stream)
{
    const auto line = std::make_shared<Line>(Line{stream, nullptr});
    m_lines.push_back(line);
    line->follower = m_core->hub().follow(channels, [this, known = std::weak_ptr(line)] {
        m_time.after(0, [this, known] {
            const LinePointer open = known.lock();
            const auto changes = open ? open->follower->take() : QMap<QString, qint64>();
            m_hints += changes.size();
            if (!changes.isEmpty())
                say(open, wordsFor(changes));
        });
    });
    m_time.after(0, [this, known = std::weak_ptr(line)] {
        if (const LinePointer open = known.lock())
            say(open, ":\n\n");
    });
    beat(line);
}

void SimServer::say(const LinePointer& line, const QByteArray& bytes)
{
    if (const auto stream = line->stream.lock())
        return stream->said(bytes);
    m_core->hub().leave(line->follower);
    std::erase(m_lines, line);
}

void SimServer::beat(const LinePointer& line)
{
    m_time.after(25'000, [this, known = std::weak_ptr(line)] {
        const LinePointer open = known.lock();
        if (!open)
            return;
        say(open, ":\n\n");
        beat(open);
    });
}

void SimServer::hangUp()
{
    for (const LinePointer& line : std::exchange(m_lines, {})) {
        m_time.after(1, [stream = line->stream] {
            if (const auto open = stream.lock())
                open->broken();
        });
    }
}

} // namespace thidua::simulation
