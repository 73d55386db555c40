#include "server/tlscontext.h"

#include <boost/system/error_code.hpp>
#include <openssl/ssl.h>

namespace thidua::server
{

namespace ssl = boost::asio::ssl;

// Of TLS 1.2; those of 1.3 are all good. Without forward secrecy a key that leaks opens what was recorded.
static constexpr auto ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20";

// Without the finite fields: those of 8192 bits cost the server much, those of 2048 are the weakest left.
static constexpr auto groups = "X25519:P-256:P-384";

Result<TlsContext> loadTls(const QString& certificate, const QString& key)
{
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    SSL_CTX* native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    // A peer that renegotiates without end would cost much and gain nothing.
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_cipher_list(native, ciphers);
    SSL_CTX_set1_groups_list(native, groups);
    boost::system::error_code error;
    context->use_certificate_chain_file(certificate.toStdString(), error);
    if (!error)
        context->use_private_key_file(key.toStdString(), ssl::context::pem, error);
    if (error)
        return {ErrorCode::TlsFailure, QString::fromStdString(error.message())};
    return context;
}

} // namespace thidua::server
