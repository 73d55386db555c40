#include "server/handoverdesk.h"

#include "protocol/handover.h"
#include "server/exchange.h"

namespace thidua::server
{

using namespace Qt::StringLiterals;
using protocol::HandoverAnswer;
using protocol::Problem;
using protocol::PushRequest;

namespace handover = protocol::handover;

HandoverDesk::HandoverDesk(Writing& writing)
    : m_writing(writing)
{
}

Result<HandoverDesk::Outcome> HandoverDesk::receive(QByteArrayView sealed)
{
    auto keys = m_writing.store.handoverKeys();
    if (!keys)
        return keys.error();
    auto opened = handover::open(sealed, *keys);
    if (!opened)
        return Outcome(problemFor(opened.error()));
    auto device = m_writing.store.devices.byId(opened->device);
    if (!device)
        return device.error();
    // An unknown device and a wrong signature are told alike.
    auto request = handover::contentOf(*opened, *device ? (*device)->verifier : QByteArray());
    if (!request)
        return Outcome(problemFor(request.error()));
    if (request->edits.size() > maxEditsInPush)
        return Outcome(problemFor({ErrorCode::TooLarge, u"more than 1,000 edits"_s}));
    return receiveFrom(**device, *request);
}

// An edit says itself in which epoch its `seen` was shown, so a restore in between is no obstacle.
static PushRequest forEpoch(PushRequest request, const QString& current)
{
    if (request.epoch == current)
        return request;
    for (protocol::PushEdit& edit : request.edits) {
        if (edit.epoch.isEmpty())
            edit.epoch = request.epoch;
    }
    request.epoch = current;
    return request;
}

Result<HandoverDesk::Outcome> HandoverDesk::receiveFrom(const Device& device, const PushRequest& request)
{
    if (device.revokedAt != 0)
        return keep(device, request);
    auto pushed = Acceptor(m_writing.store, m_writing.working)
                      .push(device.id, forEpoch(request, m_writing.working.epoch().name), m_writing.now);
    if (!pushed)
        return pushed.error();
    if (const auto* problem = std::get_if<Problem>(&*pushed)) {
        if (problem->code == ErrorCode::Gap || problem->code == ErrorCode::DeviceForked)
            return keep(device, request);
        return Outcome(*problem);
    }
    return Outcome(HandoverAnswer{request.edits.size(), false});
}

Result<HandoverDesk::Outcome> HandoverDesk::keep(const Device& device, const PushRequest& request)
{
    auto kept = m_writing.store.quarantine.add(device.number, request, m_writing.now);
    if (!kept && kept.error().code == ErrorCode::TooLarge)
        return Outcome(problemFor(kept.error()));
    if (!kept)
        return kept.error();
    return Outcome(HandoverAnswer{request.edits.size(), true});
}

} // namespace thidua::server
