#include "auditfolder.h"
#include "commands.h"

#include "base/logging.h"
#include "server/httpedge.h"
#include "server/postgres/listener.h"
#include "server/servercore.h"
#include "server/standings/standings.h"

#include <QHostAddress>

#include <sys/resource.h>

#include <csignal>
#include <cstdio>
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

sigset_t heardSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGHUP);
    return signals;
}

void reloadCertificate(server::HttpEdge& edge)
{
    const auto loaded = edge.reloadTls();
    if (loaded)
        qCInfo(logServer) << "certificate and key were read again";
    else
        qCWarning(logServer) << "the old certificate stays in use; the new one cannot be used:"
                             << loaded.error().detail;
}

// Signs the audit log from time to time; each line goes to the journal as well, and with it off the machine.
class AuditClerk
{
public:
    AuditClerk(Environment& environment, const QString& folder, std::unique_ptr<server::ServerStore> store)
        : m_clock(environment.clock)
        , m_folder(environment, folder)
        , m_store(std::move(store))
    {
    }
    [[nodiscard]] Result<void> noteServing(const QString& url)
    {
        auto transaction = sql::Transaction::begin(m_store->connection());
        if (!transaction)
            return transaction.error();
        auto noted = m_store->audit.add({server::deed::serving, url}, m_clock.now());
        return noted ? transaction->commit() : noted;
    }
    void sign()
    {
        m_signedAt = m_clock.monotonic();
        auto line = m_folder.sign(*m_store);
        if (!line)
            qCWarning(logServer) << "the audit log could not be signed:" << line.error().detail;
        else if (!line->isEmpty())
            qCInfo(logServer).noquote() << "audit checkpoint" << line->trimmed();
    }
    void signWhenDue()
    {
        if (m_clock.monotonic() - m_signedAt >= std::chrono::hours(1))
            sign();
    }

private:
    const Clock& m_clock;
    AuditFolder m_folder;
    std::unique_ptr<server::ServerStore> m_store;
    std::chrono::milliseconds m_signedAt{0};
};

// Returns when somebody asks the server to end. SIGHUP, as of `systemctl reload`: the certificate was
// renewed.
void waitForEnd(server::ServerCore& core, server::HttpEdge& edge, AuditClerk& clerk)
{
    const sigset_t signals = heardSignals();
    const timespec second{1, 0};
    for (;;) {
        const int heard = sigtimedwait(&signals, nullptr, &second);
        if (heard == SIGHUP)
            reloadCertificate(edge);
        else if (heard > 0)
            return;
        else
            core.noticeOthers();
        clerk.signWhenDue();
    }
}

// Each connection is a file; what the system gives at first is often 1,024.
void allowManyConnections()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0)
        return;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

// In one piece, so that lines of several threads do not run together.
void writeLine(const QByteArray& line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
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
                           AuditClerk& clerk, const Listen& listen)
{
    server::HttpEdge edge(core.router(), core.hub(), core.metrics(), clock, options);
    auto url = edge.listen();
    if (!url)
        return url.error();
    const auto listener = listen();
    if (auto noted = clerk.noteServing(*url); !noted)
        return noted;
    print({{u"listening"_s, *url}});
    clerk.sign();
    waitForEnd(core, edge, clerk);
    qCInfo(logServer) << "ending";
    edge.stop();
    return {};
}

} // namespace

Result<void> runServe(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require(
            {u"data"_s, u"listen"_s}, {u"tls-cert"_s, u"tls-key"_s, u"plain-loopback"_s, u"log-requests"_s});
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
    const sigset_t signals = heardSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    signal(SIGPIPE, SIG_IGN);
    allowManyConnections();

    auto auditing = directory.open(environment.schema);
    if (!auditing)
        return auditing.error();
    AuditClerk clerk(environment, directory.path(), std::move(*auditing));

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
    if (arguments.has(u"log-requests"_s))
        (*core)->traffic().setSink(writeLine);
    const auto served = serveUntilEnd(**core, environment.clock, *options, clerk,
                                      [&] { return listenTo(*database, **core, *lock); });
    accounts.finish();
    disk.finish();
    write.finish();
    read.finish();
    clerk.sign();
    return served;
}

} // namespace thidua
