#include "server/synchandlers.h"

#include "server/handoverdesk.h"

namespace thidua::server
{

using namespace Qt::StringLiterals;
using protocol::Problem;
using protocol::PullRequest;

// A device that is this far behind is treated as a first sync.
static constexpr qint64 farBehind = 2000;

SyncHandlers::SyncHandlers(Service& service)
    : m_service(service)
{
}

void SyncHandlers::push(const Caller& caller, const ExchangePointer& exchange)
{
    if (const auto wait = m_service.writes.busyFor(); wait.count() > 0)
        return exchange->fail(comeAgain(wait));
    auto request = exchange->body<protocol::PushRequest>();
    if (!request)
        return exchange->fail(request.error());
    if (!request->edits.isEmpty())
        m_service.traffic.clockOffset(
            std::chrono::milliseconds(request->edits.last().edit.at - m_service.clock.now()));
    const auto outcome = std::make_shared<PushOutcome>();
    WriteJob job;
    job.run = [device = caller.device.id, push = ReadPush(std::move(*request)),
               outcome](Writing& writing) -> Result<void> {
        auto pushed = Acceptor(writing.store, writing.working).push(device, push, writing.now);
        if (!pushed)
            return pushed.error();
        *outcome = std::move(*pushed);
        return {};
    };
    job.done = [this, exchange, outcome, mark = caller.device.mark](const Result<void>& committed) {
        // The next commit does not wait until this answer is encoded.
        const auto tell = [this, exchange, outcome, mark, committed](ServerStore&) {
            if (!committed)
                return exchange->fail(committed.error());
            if (const auto* problem = std::get_if<Problem>(outcome.get()))
                return exchange->fail(*problem);
            const auto& answer = std::get<protocol::PushAnswer>(*outcome);
            count(answer, mark);
            exchange->answer(answer);
        };
        m_service.reads.post(tell, ReadPool::Lane::Fast);
    };
    if (!m_service.writes.submit(std::move(job)))
        exchange->fail(Error{ErrorCode::Busy, {}});
}

void SyncHandlers::quarantine(const Caller& caller, const ExchangePointer& exchange)
{
    auto request = exchange->body<protocol::PushRequest>();
    if (!request)
        return exchange->fail(request.error());
    if (request->edits.size() > maxEditsInPush)
        return exchange->fail(Error{ErrorCode::TooLarge, u"more than 1,000 edits"_s});
    const auto answer = std::make_shared<protocol::PushAnswer>();
    WriteJob job;
    job.run = [device = caller.device.number, request = std::move(*request),
               answer](Writing& writing) -> Result<void> {
        auto kept = writing.store.quarantine.add(device, request, writing.now);
        if (!kept)
            return kept.error();
        *answer = {writing.working.epoch().name, writing.now, *kept, {}};
        return {};
    };
    job.done = [exchange, answer](const Result<void>& committed) {
        if (!committed)
            return exchange->fail(committed.error());
        exchange->answer(*answer);
    };
    if (!m_service.writes.submit(std::move(job)))
        exchange->fail(Error{ErrorCode::Busy, {}});
}

// Whoever carries it: the part itself says whose work it is.
void SyncHandlers::handover(const ExchangePointer& exchange)
{
    if (exchange->request().header("content-type") != "application/octet-stream")
        return exchange->fail(Error{ErrorCode::Malformed, u"the body must be application/octet-stream"_s});
    const auto outcome = std::make_shared<HandoverDesk::Outcome>();
    WriteJob job;
    job.run = [sealed = exchange->request().body, outcome](Writing& writing) -> Result<void> {
        auto received = HandoverDesk(writing).receive(sealed);
        if (!received)
            return received.error();
        *outcome = std::move(*received);
        return {};
    };
    job.done = [exchange, outcome](const Result<void>& committed) {
        if (!committed)
            return exchange->fail(committed.error());
        if (const auto* problem = std::get_if<Problem>(outcome.get()))
            return exchange->fail(*problem);
        exchange->answer(std::get<protocol::HandoverAnswer>(*outcome));
    };
    if (!m_service.writes.submit(std::move(job)))
        exchange->fail(Error{ErrorCode::Busy, {}});
}

void SyncHandlers::count(const protocol::PushAnswer& answer, qint64 markBefore)
{
    for (const protocol::PushResult& result : answer.results) {
        auto& counter = result.seq <= markBefore         ? m_service.metrics.editsRepeated
                        : result.code == ErrorCode::None ? m_service.metrics.editsAccepted
                                                         : m_service.metrics.editsRefused;
        counter += 1;
        if (result.code != ErrorCode::None && result.seq > markBefore)
            m_service.traffic.refusedEdit(result.code);
    }
}

static Result<std::optional<Problem>> epochProblem(ServerStore& store, const Caller& caller,
                                                   const PullRequest& request, Instant now)
{
    auto epoch = store.epoch();
    if (!epoch)
        return epoch.error();
    if (request.epoch.isEmpty() || request.epoch == epoch->name)
        return std::optional<Problem>();
    Problem problem = problemFor({ErrorCode::Epoch, u"the server was restored"_s});
    problem.expected = caller.device.mark + 1;
    problem.epoch = epoch->name;
    problem.time = now;
    return std::optional(problem);
}

Result<bool> SyncHandlers::admit(ServerStore& store, const Caller& caller, const PullRequest& request)
{
    PullRequest wanted = request;
    if (wanted.channels.isEmpty()) {
        auto held = Pager(store, m_service.clock.now()).held(caller.author);
        if (!held)
            return held.error();
        for (const QString& channel : *held)
            wanted.channels.insert(channel, 0);
    }
    auto behind = Pager(store, m_service.clock.now()).backlog(wanted);
    if (!behind)
        return behind.error();
    return *behind < farBehind || m_service.admission.enter(caller.device.id);
}

void SyncHandlers::pull(ServerStore& store, const Caller& caller, const ExchangePointer& exchange)
{
    auto request = exchange->body<PullRequest>();
    if (!request)
        return exchange->fail(request.error());
    const auto reading = sql::Snapshot::begin(store.connection());
    if (!reading)
        return exchange->fail(reading.error());
    auto problem = epochProblem(store, caller, *request, m_service.clock.now());
    if (!problem)
        return exchange->fail(problem.error());
    if (*problem)
        return exchange->fail(**problem);
    auto admitted = admit(store, caller, *request);
    if (!admitted)
        return exchange->fail(admitted.error());
    if (!*admitted)
        return exchange->fail(Error{ErrorCode::Busy, {}});
    answerPage(store, caller, *request, exchange);
}

void SyncHandlers::answerPage(ServerStore& store, const Caller& caller, const PullRequest& request,
                              const ExchangePointer& exchange)
{
    // JSON takes more room than the CBOR that rows are measured in.
    qsizetype budget = exchange->format() == protocol::Format::Cbor ? maxPageBytes : maxPageBytes / 2;
    for (;; budget /= 2) {
        auto page = Pager(store, m_service.clock.now()).page(caller.author, request, budget);
        if (!page)
            return exchange->fail(page.error());
        qsizetype rows = 0;
        for (const merge::PublishedTable& table : std::as_const(page->tables))
            rows += table.rows.size();
        const QByteArray bytes = protocol::encode(*page, exchange->format());
        if (bytes.size() > maxPageBytes && rows > 1 && budget > 1024)
            continue;
        m_service.metrics.rowsPulled += rows;
        if (!page->more)
            m_service.admission.leave(caller.device.id);
        return exchange->send(200, protocol::contentType(exchange->format()), bytes);
    }
}

void SyncHandlers::events(ServerStore& store, const Caller& caller, const ExchangePointer& exchange)
{
    const auto reading = sql::Snapshot::begin(store.connection());
    if (!reading)
        return exchange->fail(reading.error());
    auto held = Pager(store, m_service.clock.now()).held(caller.author);
    if (!held)
        return exchange->fail(held.error());
    exchange->follow(*held);
}

static protocol::HistoryEdit historyEdit(const AcceptedEdit& accepted)
{
    protocol::HistoryEdit edit{accepted.edit, accepted.version, accepted.acceptance.rank,
                               accepted.acceptance.author};
    edit.edit.at = accepted.acceptance.at;
    return edit;
}

void SyncHandlers::history(ServerStore& store, const Caller& caller, const ExchangePointer& exchange)
{
    const auto id = RecordId::fromText(QString::fromLatin1(exchange->parameter()));
    if (!id)
        return exchange->fail(Error{ErrorCode::NotFound, {}});
    const auto reading = sql::Snapshot::begin(store.connection());
    if (!reading)
        return exchange->fail(reading.error());
    auto entry = store.channels.channelOf(*id);
    auto membership = store.memberships.load();
    auto kind = store.records.kindOf(*id);
    if (!entry || !membership || !kind)
        return exchange->fail(!entry ? entry.error() : !membership ? membership.error() : kind.error());
    const auto channel = domain::Channel::fromName(entry->name);
    const bool readable = channel && domain::mayRead(*channel, caller.author.id, caller.author.grants,
                                                     m_service.clock.now(), *membership);
    if (!readable)
        return exchange->fail(Error{ErrorCode::NotFound, {}});
    auto edits = store.records.history(*id, *kind);
    if (!edits)
        return exchange->fail(edits.error());
    protocol::HistoryAnswer answer{*id, *kind, 0, {}};
    for (const AcceptedEdit& edit : std::as_const(*edits)) {
        answer.edits.append(historyEdit(edit));
        answer.version = edit.version;
    }
    exchange->answer(answer);
}

} // namespace thidua::server
