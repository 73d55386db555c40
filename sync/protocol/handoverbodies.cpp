#include "protocol/bodies.h"
#include "protocol/members.h"

// POST /v1/handover; what is asked is a sealed part, which is no body of a notation (handover.h).
namespace thidua::protocol
{

using namespace Qt::StringLiterals;

void write(BodyWriter& out, const HandoverAnswer& body)
{
    out.beginMap();
    out.key("edits");
    out.integer(body.edits);
    out.key("quarantined");
    out.boolean(body.quarantined);
    out.endMap();
}

void read(BodyReader& in, HandoverAnswer& body)
{
    readMembers(in, {required("edits"_L1, [&] { body.edits = in.integer(0); }),
                     required("quarantined"_L1, [&] { body.quarantined = in.boolean(); })});
}

} // namespace thidua::protocol
