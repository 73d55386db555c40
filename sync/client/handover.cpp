#include "client/handover.h"

#include "client/batch.h"
#include "client/tuning.h"
#include "protocol/handover.h"

#include <algorithm>

namespace thidua::client
{

using namespace Qt::StringLiterals;

namespace handover = protocol::handover;

static constexpr auto keyFact = "handoverKey"_L1;

Result<void> keepHandoverKey(store::LocalStore& store, const QByteArray& key)
{
    if (key.isEmpty() || key == handoverKey(store))
        return {};
    return store.setFact(keyFact, QString::fromLatin1(key.toHex()));
}

QByteArray handoverKey(store::LocalStore& store)
{
    return QByteArray::fromHex(store.fact(keyFact).valueOr(QString()).toLatin1());
}

Result<Handover> makeHandover(store::LocalStore& store, const QByteArray& token, Random& random)
{
    auto identity = store.identity();
    auto epoch = store.epoch();
    if (!identity || !epoch)
        return identity ? epoch.error() : identity.error();
    const handover::Sealing sealing{handoverKey(store), identity->device, token};
    if (sealing.serverKey.isEmpty())
        return {ErrorCode::NotSignedIn, u"the server has not told its key for hand-over yet"_s};
    handover::File file{sealing.serverKey, {}};
    Handover made;
    int size = tuning::maxEditsPerPush;
    for (qint64 from = 0;;) {
        // A few more than are taken, to see whether the last ones belong together with the next.
        auto pending = store.outbox(store::EditState::Pending, from, tuning::maxEditsPerPush + 1);
        if (!pending)
            return pending.error();
        const Batch batch(*pending, *epoch, from, size);
        if (batch.isEmpty())
            break;
        auto part = handover::seal(batch.request(), sealing, random);
        if (!part)
            return part.error();
        if (part->size() > handover::maxPart && size > 1) {
            size /= 2;
            continue;
        }
        file.parts.append(*part);
        from = batch.lastSeq() + 1;
        made.edits += batch.request().edits.size();
    }
    if (file.parts.isEmpty())
        return {ErrorCode::NotFound, u"nothing waits to be sent"_s};
    made.file = handover::encode(file);
    return made;
}

HandoverDelivery::HandoverDelivery(Api& api, QByteArray serverKey)
    : m_api(api)
    , m_serverKey(std::move(serverKey))
{
}

void HandoverDelivery::run(const QByteArray& bytes, std::function<void(const Delivered&)> done)
{
    m_sum = {};
    m_done = std::move(done);
    auto file = handover::decodeFile(bytes);
    if (!file)
        m_sum.error = file.error();
    else if (!m_serverKey.isEmpty() && file->serverKey != m_serverKey)
        m_sum.error = {ErrorCode::NotOurServer, u"the file is for another server"_s};
    else
        m_parts = file->parts;
    next();
}

void HandoverDelivery::next()
{
    if (m_parts.isEmpty() || m_sum.error.code != ErrorCode::None)
        return std::exchange(m_done, {})(m_sum);
    m_api.handOver(m_parts.takeFirst(), [this](const Answer<protocol::HandoverAnswer>& answer) {
        m_sum.error = answer.error;
        if (answer.body) {
            m_sum.edits += answer.body->edits;
            m_sum.quarantined += answer.body->quarantined ? answer.body->edits : 0;
        }
        next();
    });
}

} // namespace thidua::client
