#pragma once

#include "base/valuecodec.h"
#include "sync/client/fakes.h"

namespace thidua::test
{

using namespace Qt::StringLiterals;

inline const DeviceId ownDevice = DeviceId::named("test", "device");
inline const UserId ownUser = UserId::named("test", "user");
inline const RecordId ownUnit = RecordId::named("test", "unit");
inline const QString ownChannel = u"unit/"_s + ownUnit.toText();

// A server that accepts what it gets and serves one channel, in pages of `pageRows`. It knows nothing of
// roles or conflicts: those have their own tests. A test makes it misbehave by `before`.
class ScriptedServer
{
public:
    explicit ScriptedServer(TestClock& clock)
        : m_clock(clock)
    {
    }

    // Asked first; an empty answer lets the server answer by itself.
    FakeTransport::Answer before;
    QString epoch = u"1.first"_s;
    qint64 mark = 0;
    int pageRows = 100;
    qint64 clockAhead = 0;
    bool lieAboutDigests = false;
    QList<qint64> received; // seqs, also repeated ones
    QList<qint64> refuse;   // seqs that it refuses
    QStringList offers;
    QStringList gone;

    struct Decided {
        RecordId id;
        qint64 version = 0;
        qint64 rev = 0;
        DeviceId device;
        qint64 seq = 0;
        QString note;
    };
    QMap<QByteArray, Decided> records;
    qint64 rev = 0;

    [[nodiscard]] std::optional<client::HttpReply> operator()(const client::HttpRequest& request)
    {
        if (before) {
            if (auto reply = before(request))
                return reply->status == 0 && reply->failure == ErrorCode::None ? std::nullopt : reply;
        }
        return own(request);
    }
    [[nodiscard]] client::HttpReply own(const client::HttpRequest& request)
    {
        if (request.path == "/v1/push")
            return push(bodyOf<protocol::PushRequest>(request));
        if (request.path == "/v1/pull")
            return pull(bodyOf<protocol::PullRequest>(request));
        return ok(protocol::MeAnswer{{ownUser, u"An"_s, {}}, {ownChannel}, {ownChannel}, {}});
    }
    // Somebody else writes.
    void write(const RecordId& id, const QString& note)
    {
        decide(id, DeviceId::named("test", "other"), ++m_otherSeq, note);
    }
    // As a restore from a backup does.
    void restoreTo(qint64 keptMark, const QString& newEpoch)
    {
        mark = keptMark;
        epoch = newEpoch;
        for (auto record = records.begin(); record != records.end();)
            record = record->device == ownDevice && record->seq > keptMark ? records.erase(record) : ++record;
    }
    [[nodiscard]] QByteArray hint() const
    {
        return "event: change\ndata: {\"channel\":\"" + ownChannel.toLatin1() +
               "\",\"rev\":" + QByteArray::number(rev) + "}\n\n";
    }
    [[nodiscard]] quint64 digest() const
    {
        quint64 sum = lieAboutDigests ? 1 : 0;
        for (const Decided& record : records)
            sum += protocol::digestOf(record.id, record.version);
        return sum;
    }

private:
    client::HttpReply problem(ErrorCode code)
    {
        protocol::Problem body{409, code, {}, mark + 1, epoch, m_clock.wall + clockAhead, 0};
        return refusal(body);
    }
    client::HttpReply push(const protocol::PushRequest& request)
    {
        if (request.epoch != epoch)
            return problem(ErrorCode::Epoch);
        protocol::PushAnswer answer{epoch, m_clock.wall + clockAhead, mark, {}};
        for (const protocol::PushEdit& edit : request.edits) {
            if (edit.edit.seq > mark + 1)
                return problem(ErrorCode::Gap);
            answer.results.append(judge(edit.edit));
        }
        answer.acked = mark;
        return ok(answer);
    }
    protocol::PushResult judge(const merge::Edit& edit)
    {
        received.append(edit.seq);
        if (edit.set.isEmpty() || refuse.contains(edit.seq)) {
            mark = qMax(mark, edit.seq);
            return {edit.seq, 0, {}, ErrorCode::Forbidden, u"no"_s};
        }
        if (edit.kind == "attachment"_L1) {
            mark = qMax(mark, edit.seq); // its decision does not come back: pages have reports alone
            return {edit.seq, 1, {}, ErrorCode::None, {}};
        }
        if (edit.seq > mark) {
            mark = edit.seq;
            decide(edit.record, ownDevice, edit.seq, edit.set.value(u"note"_s).toText());
        }
        return {edit.seq, records[edit.record.toBytes()].version, {}, ErrorCode::None, {}};
    }
    void decide(const RecordId& id, const DeviceId& device, qint64 seq, const QString& note)
    {
        Decided& record = records[id.toBytes()];
        record = {id, record.version + 1, ++rev, device, seq, note};
    }
    client::HttpReply pull(const protocol::PullRequest& request)
    {
        if (!request.epoch.isEmpty() && request.epoch != epoch)
            return problem(ErrorCode::Epoch);
        protocol::PullAnswer page{epoch, m_clock.wall + clockAhead, request.channels, gone, {}, {}, false,
                                  {}};
        for (const QString& offer : offers) {
            if (!request.channels.contains(offer))
                page.offer.append(offer);
        }
        if (request.channels.isEmpty())
            page.channels.insert(ownChannel, 0);
        for (const QString& name : page.channels.keys())
            page.digests.insert(name, 0);
        fill(page);
        return ok(page);
    }
    void fill(protocol::PullAnswer& page)
    {
        qint64& position = page.channels[ownChannel];
        QList<Decided> after;
        for (const Decided& record : std::as_const(records)) {
            if (record.rev > position)
                after.append(record);
        }
        std::ranges::sort(after, {}, &Decided::rev);
        page.more = after.size() > pageRows;
        after.resize(qMin<qsizetype>(after.size(), pageRows));
        merge::PublishedTable table{u"report"_s, {u"note"_s, u"unit"_s}, {}, {}, {}, {}, {}};
        for (const Decided& record : after) {
            const QByteArray body = codec::encodeRow({Value(record.note), Value(ownUnit)});
            table.rows.append({record.id, ownChannel, record.rev, record.version, table.stamps.size(), body});
            table.stamps.append({record.version, record.device, record.seq, 1, 10, ownUser});
        }
        if (!after.isEmpty()) {
            page.tables = {table};
            position = after.last().rev;
        }
        if (!page.more)
            page.digests[ownChannel] = digest();
    }

    TestClock& m_clock;
    qint64 m_otherSeq = 0;
};

} // namespace thidua::test
