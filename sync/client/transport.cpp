#include "client/transport.h"

namespace thidua::client
{

QByteArray HttpReply::header(QByteArrayView lowerCaseName) const
{
    for (const auto& [name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

} // namespace thidua::client
