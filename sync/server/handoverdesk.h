#pragma once

#include "server/writer.h"

#include <variant>

namespace thidua::server
{

// Takes in what a device could not send itself and somebody else brings (protocol/handover.h). It enters as a
// push of its device, so that a second delivery, or the device's own push later, has no second effect and
// the same answers. What cannot enter so is kept in quarantine for a person: of a revoked device, beyond a
// gap, or of a copied tablet.
class HandoverDesk
{
public:
    using Outcome = std::variant<protocol::HandoverAnswer, protocol::Problem>;

    explicit HandoverDesk(Writing& writing);
    // Errors are failures of the store alone.
    [[nodiscard]] Result<Outcome> receive(QByteArrayView sealed);

private:
    [[nodiscard]] Result<Outcome> receiveFrom(const Device& device, const protocol::PushRequest& request);
    [[nodiscard]] Result<Outcome> keep(const Device& device, const protocol::PushRequest& request);
    Writing& m_writing;
};

} // namespace thidua::server
