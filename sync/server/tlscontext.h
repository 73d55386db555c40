#pragma once

#include "base/result.h"

#include <boost/asio/ssl/context.hpp>

#include <QString>

#include <memory>

namespace thidua::server
{

// What connections are encrypted with. Each holds on to the one that it began with.
using TlsContext = std::shared_ptr<boost::asio::ssl::context>;

// TLS 1.2 and 1.3 with forward secrecy. TlsFailure: a file cannot be read, or the key is another
// certificate's.
[[nodiscard]] Result<TlsContext> loadTls(const QString& certificate, const QString& key);

} // namespace thidua::server
