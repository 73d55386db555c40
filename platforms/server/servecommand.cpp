#include "commands.h"

#include "base/logging.h"
#include "server/httpedge.h"
#include "server/postgres/listener.h"
#include "server/servercore.h"
#include "server/standings/standings.h"

#include <QHostAddress>

#include <csignal>
#include <thread>

namespace thidua
{

using namespace Qt::StringLiterals;

namespace
{

struct Listening {
    QString host;
    quint16 port = 0;
};

// "127.0.0.1:8080", "[::1]:8080".
Result<Listening> parseListen(const QString& text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool number = false;
    const auto port = text.mid(colon + 1).toUShort(&number);
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    if (host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    if (colon < 1 || !number || QHostAddress(host).isNull())
        return {ErrorCode::Malformed, u"--listen needs an address and a port, not "_s + text};
    return Listening{host, port};
}

Result<server::EdgeOptions> edgeOptions(const Arguments& arguments)
{
    const bool plain = arguments.has(u"plain-loopback"_s);
    const bool tls = arguments.has(u"tls-cert"_s) && arguments.has(u"tls-key"_s);
    if (plain == tls)
        return {ErrorCode::Malformed, u"either --tls-cert and --tls-key, or --plain-loopback"_s};
    auto listening = parseListen(arguments.value(u"listen"_s));
    if (!listening)
        return listening.error();
    if (plain && !QHostAddress(listening->host).isLoopback())
        return {ErrorCode::Malformed,
                u"without TLS the server listens on loopback only, not on "_s + listening->host};
    return server::EdgeOptions{.host = listening->host,
                               .port = listening->port,
                               .certificate = arguments.value(u"tls-cert"_s),
                               .key = arguments.value(u"tls-key"_s)};
}

sigset_t endSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

// Returns when somebody asks the server to end.
void waitForEnd(server::ServerCore& core)
{
    const sigset_t signals = endSignals();
    const timespec second{1, 0};
    while (sigtimedwait(&signals, nullptr, &second) < 0)
        core.noticeOthers();
}

int readers()
{
    return int(std::max(2U, std::thread::hardware_concurrency()));
}

// Other processes may serve beside this one from now on, and what they write is heard of at once; waitForEnd
// looks by itself every second.
std::unique_ptr<server::postgres::Listener> listenTo(const server::Database& database,
                                                     server::ServerCore& core, DataDirectory::Lock& lock)
{
    if (database.isFile())
        return {};
    lock.share();
    return std::make_unique<server::postgres::Listener>(*database.address(),
                                                        [&core] { core.noticeOthers(); });
}

// listen: hears of other processes as long as what it returns lives.
template<typename Listen>
Result<void> serveUntilEnd(server::ServerCore& core, const Clock& clock, const server::EdgeOptions& options,
                           const Listen& listen)
{
    server::HttpEdge edge(core.router(), core.hub(), core.metrics(), clock, options);
    auto url = edge.listen();
    if (!url)
        return url.error();
    const auto listener = listen();
    print({{u"listening"_s, *url}});
    waitForEnd(core);
    qCInfo(logServer) << "ending";
    edge.stop();
    return {};
}

} // namespace

Result<void> runServe(Environment& environment, const Arguments& arguments)
{
    if (auto complete =
            arguments.require({u"data"_s, u"listen"_s}, {u"tls-cert"_s, u"tls-key"_s, u"plain-loopback"_s});
        !complete)
        return complete;
    auto options = edgeOptions(arguments);
    if (!options)
        return options.error();
    const DataDirectory directory(arguments.value(u"data"_s));
    auto database = directory.database();
    if (!database)
        return database.error();
    auto lock = database->isFile() ? directory.lock() : directory.lockBesideOthers();
    if (!lock)
        return lock.error();
    // Before any thread begins, so that the signals come to waitForEnd.
    const sigset_t signals = endSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    signal(SIGPIPE, SIG_IGN);

    server::ThreadExecutor write(1);
    server::ThreadExecutor read(readers());
    server::ThreadExecutor accounts(1);
    server::ThreadExecutor disk(2);
    SystemFileSystem files;
    server::Standings standings;
    auto core = server::ServerCore::open({*database, directory.path(), lock->isAlone()}, environment.schema,
                                         environment.clock, environment.random,
                                         {write, read, accounts, disk, files}, &standings);
    if (!core)
        return core.error();
    const auto served = serveUntilEnd(**core, environment.clock, *options,
                                      [&] { return listenTo(*database, **core, *lock); });
    accounts.finish();
    disk.finish();
    write.finish();
    read.finish();
    return served;
}

} // namespace thidua
