#include "server/acceptor.h"

#include "base/valuecodec.h"
#include "domain/names.h"
#include "server/editcheck.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

namespace thidua::server
{

using namespace Qt::StringLiterals;
using protocol::Problem;
using protocol::PushResult;

namespace
{

// The epoch is left out: an edit that is sent again after a restore names it, and the first time it need not.
ReadPush::Content contentOf(const merge::Edit& edit)
{
    const QList<Value> head{edit.seq,           edit.at,          edit.seen,
                            Value(edit.record), Value(edit.kind), Value(edit.together)};
    const QByteArray set = codec::encode(edit.set);
    return {set, QCryptographicHash::hash(codec::encodeRow(head) + set, QCryptographicHash::Sha256)};
}

PushResult refused(qint64 seq, const Error& error)
{
    PushResult result;
    result.seq = seq;
    result.code = error.code;
    result.detail = error.detail;
    return result;
}

Problem problemOf(int status, ErrorCode code, const QString& detail)
{
    Problem problem;
    problem.status = status;
    problem.code = code;
    problem.detail = detail;
    return problem;
}

Problem conflict(ErrorCode code, const QString& detail, qint64 expected)
{
    Problem problem = problemOf(409, code, detail);
    problem.expected = expected;
    return problem;
}

} // namespace

ReadPush::ReadPush(protocol::PushRequest received)
    : request(std::move(received))
{
    contents.reserve(request.edits.size());
    for (const protocol::PushEdit& sent : std::as_const(request.edits))
        contents.append(contentOf(sent.edit));
}

Acceptor::Acceptor(ServerStore& store, WorkingSet& working)
    : m_store(store)
    , m_working(working)
{
}

Result<PushOutcome> Acceptor::push(const DeviceId& device, const ReadPush& push, Instant now)
{
    // Read again inside the transaction: the device may have pushed or been revoked while this one waited.
    auto entry = m_store.devices.byId(device);
    if (!entry)
        return entry.error();
    if (!*entry || (*entry)->revokedAt != 0)
        return PushOutcome(problemOf(401, ErrorCode::Revoked, u"the device is revoked"_s));
    return pushOf(**entry, push, now);
}

Result<PushOutcome> Acceptor::pushFromQuarantine(const DeviceId& device, const ReadPush& push, Instant now)
{
    auto entry = m_store.devices.byId(device);
    if (!entry)
        return entry.error();
    if (!*entry)
        return {ErrorCode::NotFound, u"there is no such device"_s};
    return pushOf(**entry, push, now);
}

Result<PushOutcome> Acceptor::pushOf(const Device& device, const ReadPush& push, Instant now)
{
    auto grants = m_store.accounts.grants(device.account);
    if (!grants)
        return grants.error();
    return pushAs({device, {device.user, *grants}}, push, now);
}

static std::optional<Problem> orderProblem(const Device& device, const protocol::PushRequest& request,
                                           const Epoch& epoch)
{
    const qint64 expected = device.mark + 1;
    if (request.epoch != epoch.name) {
        Problem problem = conflict(ErrorCode::Epoch, u"the server was restored"_s, expected);
        problem.epoch = epoch.name;
        return problem;
    }
    if (request.edits.size() > maxEditsInPush)
        return problemOf(413, ErrorCode::TooLarge, u"more than 1,000 edits"_s);
    if (!request.edits.isEmpty() && request.edits.first().edit.seq < 1)
        return problemOf(400, ErrorCode::Malformed, u"seq counts from 1"_s);
    qint64 next = request.edits.isEmpty() ? expected : std::min(request.edits.first().edit.seq, expected);
    for (const protocol::PushEdit& edit : request.edits) {
        if (edit.edit.seq != next)
            return conflict(ErrorCode::Gap, u"seq %1 where %2 was due"_s.arg(edit.edit.seq).arg(next),
                            expected);
        ++next;
    }
    return {};
}

Result<PushOutcome> Acceptor::pushAs(const Pusher& pusher, const ReadPush& push, Instant now)
{
    const Device& device = pusher.device;
    if (auto problem = orderProblem(device, push.request, m_working.epoch())) {
        problem->time = now;
        return PushOutcome(*problem);
    }
    const QList<Delivery> all = deliveries(pusher, push);
    const auto old = std::ranges::count_if(all, [&](const Delivery& d) { return d.edit.seq <= device.mark; });
    const std::span<const Delivery> span(all);
    QList<qint64> foreign;
    auto results = replay(pusher, span.first(size_t(old)), foreign);
    if (!results)
        return results.error();
    if (!foreign.isEmpty()) {
        Problem problem =
            conflict(ErrorCode::DeviceForked, u"seq %1 was used for another edit"_s.arg(foreign.first()),
                     device.mark + 1);
        problem.foreign = foreign;
        return PushOutcome(problem);
    }
    auto fresh = enter(pusher, span.subspan(size_t(old)), now);
    if (!fresh)
        return fresh.error();
    results->append(*fresh);
    const qint64 mark = fresh->isEmpty() ? device.mark : fresh->last().seq;
    if (auto advanced = m_store.devices.advance(device.number, mark, now); !advanced)
        return advanced.error();
    return PushOutcome(protocol::PushAnswer{m_working.epoch().name, now, mark, *results});
}

QList<Acceptor::Delivery> Acceptor::deliveries(const Pusher& pusher, const ReadPush& push) const
{
    const Epoch& current = m_working.epoch();
    const protocol::PushRequest& request = push.request;
    QList<Delivery> all;
    all.reserve(request.edits.size());
    for (qsizetype i = 0; i < request.edits.size(); ++i) {
        const protocol::PushEdit& sent = request.edits[i];
        merge::Edit edit = sent.edit;
        edit.device = pusher.device.id;
        const protocol::EpochName& shownIn = sent.epoch.isEmpty() ? request.epoch : sent.epoch;
        // A name of the same number may be of another life that a restore has ended: never taken as this one.
        edit.seenEpoch = shownIn == current.name
                             ? current.number
                             : std::min(protocol::epochNumber(shownIn), current.number - 1);
        all.append({std::move(edit), push.contents[i], sent.fault});
    }
    return all;
}

Result<QList<PushResult>> Acceptor::replay(const Pusher& pusher, std::span<const Delivery> old,
                                           QList<qint64>& foreign)
{
    QList<PushResult> results;
    for (const Delivery& delivery : old) {
        auto receipt = m_store.devices.receipt(pusher.device.number, delivery.edit.seq);
        if (!receipt)
            return receipt.error();
        if (!*receipt)
            return {ErrorCode::StorageCorrupt, u"an answered edit has no receipt"_s};
        if ((*receipt)->contentHash != delivery.content.hash)
            foreign.append(delivery.edit.seq);
        results.append((*receipt)->result);
    }
    return results;
}

// Ids whose edits do not all stand next to each other.
static QSet<TogetherId> scattered(auto deliveries)
{
    QSet<TogetherId> ended;
    QSet<TogetherId> broken;
    TogetherId running;
    for (const auto& delivery : deliveries) {
        const TogetherId id = delivery.edit.together;
        if (id == running)
            continue;
        ended.insert(running);
        running = id;
        if (!id.isNull() && ended.contains(id))
            broken.insert(id);
    }
    return broken;
}

// What makes a decision or a score table public is noted beside the records' own history.
static bool publishes(const merge::Edit& edit)
{
    return edit.set.value(name::status) == Value(u"published"_s);
}

Result<QList<PushResult>> Acceptor::enter(const Pusher& pusher, std::span<const Delivery> fresh, Instant now)
{
    QList<RecordId> records;
    for (const Delivery& delivery : fresh)
        records.append(delivery.edit.record);
    if (auto expected = m_working.expect(records); !expected)
        return expected.error();
    const QSet<TogetherId> broken = scattered(fresh);
    QList<PushResult> results;
    for (size_t from = 0; from < fresh.size();) {
        size_t to = from + 1;
        const TogetherId id = fresh[from].edit.together;
        while (!id.isNull() && to < fresh.size() && fresh[to].edit.together == id)
            ++to;
        const auto run = fresh.subspan(from, to - from);
        Result<QList<PushResult>> entered = QList<PushResult>();
        if (broken.contains(id)) {
            const Error apart{ErrorCode::Malformed, u"edits of one `together` do not follow each other"_s};
            for (const Delivery& delivery : run)
                entered->append(refused(delivery.edit.seq, apart));
        } else {
            entered = enterTogether(pusher, run, now);
        }
        if (!entered)
            return entered;
        results.append(*entered);
        from = to;
    }
    for (qsizetype i = 0; i < results.size(); ++i) {
        if (auto kept =
                m_store.devices.addReceipt(pusher.device.number, {fresh[size_t(i)].content.hash, results[i]});
            !kept)
            return kept.error();
        const merge::Edit& edit = fresh[size_t(i)].edit;
        if (results[i].code != ErrorCode::None || !publishes(edit))
            continue;
        const Deed done{deed::published, edit.record.toText(), pusher.device.user, pusher.device.id};
        if (auto noted = m_store.audit.add(done, now); !noted)
            return noted.error();
    }
    return results;
}

Result<QList<PushResult>> Acceptor::enterTogether(const Pusher& pusher, std::span<const Delivery> run,
                                                  Instant now)
{
    if (run.size() > 1) // one alone is refused before it changes anything
        m_working.mark();
    QList<PushResult> results;
    for (const Delivery& delivery : run) {
        auto result = enterOne(pusher, delivery, now);
        if (!result)
            return result.error();
        results.append(*result);
        if (result->code == ErrorCode::None)
            continue;
        m_working.undo();
        const PushResult cause = *result;
        const Error others{ErrorCode::TogetherRefused, u"seq %1: "_s.arg(cause.seq) + codeName(cause.code)};
        results.clear();
        for (const Delivery& member : run)
            results.append(member.edit.seq == cause.seq ? cause : refused(member.edit.seq, others));
        return results;
    }
    m_working.keep();
    return results;
}

Result<PushResult> Acceptor::enterOne(const Pusher& pusher, const Delivery& delivery, Instant now)
{
    const merge::Edit& edit = delivery.edit;
    if (delivery.fault.code != ErrorCode::None)
        return refused(edit.seq, delivery.fault);
    auto record = checkEdit(m_working, edit, delivery.content.set.size());
    if (!record) {
        if (isRefusal(record.error().code))
            return refused(edit.seq, record.error());
        return record.error();
    }
    auto acceptance = Authoriser(m_working, now).permit(pusher.author, edit, **record);
    if (!acceptance) {
        if (isRefusal(acceptance.error().code))
            return refused(edit.seq, acceptance.error());
        return acceptance.error();
    }
    AcceptedEdit accepted{
        edit, *acceptance, 0, now, pusher.device.number, pusher.device.account, delivery.content.set};
    auto beside = m_working.add(accepted);
    if (!beside)
        return beside.error();
    PushResult result;
    result.seq = edit.seq;
    result.version = accepted.version;
    result.lost = *beside;
    return result;
}

} // namespace thidua::server
