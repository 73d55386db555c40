#include "server/postgres/session.h"

#include "base/logging.h"
#include "server/postgres/dialect.h"
#include "server/postgres/errors.h"

#include <libpq-fe.h>

#include <QCoreApplication>
#include <QSysInfo>

#include <array>
#include <utility>

namespace thidua::server::postgres
{

using namespace Qt::StringLiterals;

static constexpr int mostOnTheirWay = 500; // then their answers are fetched, so that neither side holds many
static constexpr int binary = 1;

void ResultDeleter::operator()(pg_result* result) const
{
    PQclear(result);
}

Session::Session(Address address, const sql::OpenOptions& options)
    : m_address(std::move(address))
    , m_options(options)
{
}

Session::~Session()
{
    PQfinish(m_connection);
}

static void logNotice(void*, const char* words)
{
    qCDebug(logServer) << "PostgreSQL:" << QByteArray(words).trimmed();
}

Result<void> Session::connect()
{
    const QByteArray url = m_address.url.toUtf8();
    // The URL comes last: what it says itself counts. A peer that is gone without a word is noticed.
    const std::array keywords{
        "fallback_application_name", "connect_timeout",  "keepalives_idle",
        "keepalives_interval",       "keepalives_count", "tcp_user_timeout",
        "client_encoding",           "dbname",           static_cast<const char*>(nullptr)};
    const std::array values{
        "thidua", "10", "30", "10", "3", "30000", "UTF8", url.constData(), static_cast<const char*>(nullptr)};
    PQfinish(m_connection);
    m_connection = PQconnectdbParams(keywords.data(), values.data(), 1);
    m_prepared.clear();
    m_generation += 1;
    m_onTheirWay = 0;
    if (isLost())
        return errorOf(m_connection);
    PQsetNoticeProcessor(m_connection, logNotice, nullptr);
    return setUp();
}

QByteArray Session::thisProcess()
{
    return QSysInfo::machineHostName().toUtf8() + ':' +
           QByteArray::number(QCoreApplication::applicationPid());
}

// enable_seqscan: what is read here is found by a key. A planner that knows a young table as empty would go
// through all of it instead, and keep to that while it grows.
Result<void> Session::setUp()
{
    const QByteArray timeout = QByteArray::number(qint64(m_options.busyTimeout.count()));
    const QByteArray city = m_address.city.toUtf8();
    const QByteArray process = thisProcess();
    const std::array values{city.constData(), timeout.constData(), process.constData()};
    const ResultPointer done(
        PQexecParams(m_connection,
                     "SELECT set_config('search_path', $1, false), set_config('lock_timeout', $2, false), "
                     "set_config('thidua.process', $3, false), "
                     "set_config('idle_in_transaction_session_timeout', '60s', false), "
                     "set_config('enable_seqscan', 'off', false), set_config('jit', 'off', false), "
                     "CASE WHEN current_setting('synchronous_commit') IN ('on', 'remote_apply') THEN '' "
                     "ELSE set_config('synchronous_commit', 'on', false) END",
                     int(values.size()), nullptr, values.data(), nullptr, nullptr, binary));
    return PQresultStatus(done.get()) == PGRES_TUPLES_OK ? Result<void>() : note(done.get());
}

bool Session::isLost() const
{
    return PQstatus(m_connection) != CONNECTION_OK;
}

// A transaction ends with its connection; what is asked for later must not become a part of something else.
Result<void> Session::usable()
{
    if (!isLost())
        return {};
    return m_inTransaction ? Result<void>(noteLoss()) : connect();
}

bool Session::recover()
{
    return !m_inTransaction && isLost() && connect();
}

Error Session::noteLoss()
{
    // Without a commit on its way nothing of it holds.
    m_mayRunAgain = isLost() && m_inTransaction && !m_committing;
    return errorOf(m_connection);
}

Error Session::note(const pg_result* result)
{
    if (isLost())
        return noteLoss();
    m_mayRunAgain = wasUndoneForOthers(result);
    return errorOf(result);
}

static bool isFailure(const PGresult* result)
{
    switch (PQresultStatus(result)) {
    case PGRES_EMPTY_QUERY:
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_SINGLE_TUPLE:
    case PGRES_PIPELINE_SYNC:
        return false;
    default:
        return true;
    }
}

Result<Prepared> Session::prepare(const QByteArray& sql)
{
    if (auto ready = usable(); !ready)
        return ready.error();
    if (const auto known = m_prepared.constFind(sql); known != m_prepared.cend())
        return *known;
    if (auto settled = settle(); !settled)
        return settled.error();
    Prepared prepared{"s" + QByteArray::number(m_prepared.size()), {}};
    const ResultPointer made(PQprepare(m_connection, prepared.name.constData(),
                                       withNumberedParameters(sql).constData(), 0, nullptr));
    if (isFailure(made.get()))
        return note(made.get());
    const ResultPointer described(PQdescribePrepared(m_connection, prepared.name.constData()));
    if (isFailure(described.get()))
        return note(described.get());
    for (int i = 0; i < PQnparams(described.get()); ++i)
        prepared.parameters.push_back(PQparamtype(described.get(), i));
    m_prepared.insert(sql, prepared);
    return prepared;
}

Result<void> Session::send(const QByteArray& name, const Arguments& arguments)
{
    const int sent = PQsendQueryPrepared(m_connection, name.constData(), int(arguments.values.size()),
                                         arguments.values.data(), arguments.lengths.data(),
                                         arguments.formats.data(), binary);
    return sent == 1 ? Result<void>() : noteLoss();
}

Result<ResultPointer> Session::ask(const QByteArray& name, const Arguments& arguments)
{
    if (auto ready = usable(); !ready)
        return ready.error();
    if (auto sent = send(name, arguments); !sent)
        return sent.error();
    if (m_onTheirWay == 0)
        return only();
    m_onTheirWay += 1;
    return collect();
}

Result<void> Session::tell(const QByteArray& name, const Arguments& arguments)
{
    if (auto ready = usable(); !ready)
        return ready;
    if (m_onTheirWay == 0)
        PQenterPipelineMode(m_connection);
    m_onTheirWay += 1;
    if (auto sent = send(name, arguments); !sent)
        return sent;
    return m_onTheirWay < mostOnTheirWay ? Result<void>() : settle();
}

Result<void> Session::settle()
{
    if (m_onTheirWay == 0)
        return {};
    auto last = collect();
    return last ? Result<void>() : last.error();
}

Result<ResultPointer> Session::collect()
{
    PQpipelineSync(m_connection);
    ResultPointer last;
    Error first;
    for (int expected = std::exchange(m_onTheirWay, 0); expected > 0 && !isLost(); --expected) {
        ResultPointer answer(PQgetResult(m_connection));
        if (isFailure(answer.get()) && first.code == ErrorCode::None)
            first = note(answer.get());
        last = std::move(answer);
        while (ResultPointer(PQgetResult(m_connection))) { // the null that ends each answer
        }
    }
    drain();
    if (isLost())
        return noteLoss();
    PQexitPipelineMode(m_connection);
    if (first.code != ErrorCode::None)
        return first;
    m_changes = QByteArray(PQcmdTuples(last.get())).toLongLong();
    return last;
}

// The sync that ends a pipeline, or what is left of one that was cut off.
void Session::drain()
{
    while (!isLost()) {
        const ResultPointer rest(PQgetResult(m_connection));
        if (!rest || PQresultStatus(rest.get()) == PGRES_PIPELINE_SYNC)
            return;
    }
}

Result<ResultPointer> Session::only()
{
    ResultPointer answer;
    while (ResultPointer next{PQgetResult(m_connection)}) {
        if (!answer || !isFailure(answer.get()))
            answer = std::move(next);
    }
    if (!answer)
        return noteLoss();
    if (isFailure(answer.get()))
        return note(answer.get());
    m_changes = QByteArray(PQcmdTuples(answer.get())).toLongLong();
    return answer;
}

Result<void> Session::askForRows(const QByteArray& name, const Arguments& arguments)
{
    if (auto ready = usable(); !ready)
        return ready;
    if (auto settled = settle(); !settled)
        return settled;
    if (auto sent = send(name, arguments); !sent)
        return sent;
    PQsetSingleRowMode(m_connection);
    return {};
}

Result<ResultPointer> Session::nextRow()
{
    ResultPointer row(PQgetResult(m_connection));
    if (PQresultStatus(row.get()) == PGRES_SINGLE_TUPLE)
        return row;
    const auto error = !row ? noteLoss() : isFailure(row.get()) ? note(row.get()) : Error();
    while (ResultPointer(PQgetResult(m_connection))) { // the null that ends the answer
    }
    if (error.code != ErrorCode::None)
        return error;
    return ResultPointer();
}

Result<ResultPointer> Session::execute(const QByteArray& script)
{
    if (auto ready = usable(); !ready)
        return ready.error();
    if (auto settled = settle(); !settled)
        return settled.error();
    ResultPointer done(PQexec(m_connection, script.constData()));
    if (!done || isFailure(done.get()))
        return done ? note(done.get()) : noteLoss();
    m_changes = QByteArray(PQcmdTuples(done.get())).toLongLong();
    return done;
}

Result<void> Session::begin(const QByteArray& script)
{
    if (m_inTransaction)
        return {ErrorCode::StorageFailed, u"a transaction in a transaction"_s};
    m_mayRunAgain = false;
    auto begun = execute(script);
    if (!begun && recover())
        begun = execute(script);
    if (begun) {
        m_inTransaction = true;
        return {};
    }
    // The script may have come as far as its BEGIN.
    m_inTransaction = true;
    rollback();
    return begun.error();
}

Result<void> Session::commit()
{
    if (auto settled = settle(); !settled)
        return settled;
    m_committing = true;
    auto done = execute("COMMIT");
    m_committing = false;
    if (!done)
        return done.error();
    m_inTransaction = false;
    // A transaction that met an error is undone, and PostgreSQL calls that a success.
    if (QByteArray(PQcmdStatus(done->get())) != "COMMIT")
        return {ErrorCode::StorageFailed, u"a transaction that had failed was to be committed"_s};
    return {};
}

void Session::rollback()
{
    if (m_onTheirWay > 0)
        (void)collect(); // its error was told, or is of no interest any more
    if (!isLost() && PQtransactionStatus(m_connection) != PQTRANS_IDLE) {
        const bool again = m_mayRunAgain;
        if (auto done = execute("ROLLBACK"); !done)
            qCWarning(logServer) << "rollback:" << done.error().detail;
        m_mayRunAgain = again;
    }
    m_inTransaction = false;
}

} // namespace thidua::server::postgres
