#pragma once

#include "base/clock.h"
#include "client/pusher.h"
#include "store/localstore.h"

#include <memory>

namespace thidua::client
{

// What came of a call about a file.
struct FileAnswer {
    Error error; // none: the call succeeded
    protocol::Problem problem;
    QByteArray location; // of an upload
    qint64 offset = 0;   // up to where the server has it
    QByteArray bytes;    // that were asked for
    Traffic traffic;

    [[nodiscard]] bool ok() const { return error.code == ErrorCode::None; }
};

// The calls about files, over a transport: resumable uploads (tus 1.0.0) and reading in pieces. Holds no
// state but the token; what is answered after its end is dropped.
class FileApi
{
public:
    using Done = std::function<void(const FileAnswer&)>;

    FileApi(Transport& transport, const Clock& clock);
    void setToken(const QByteArray& token) { m_token = token; }

    // Begins an upload, or finds the one that was begun; an offset equal to the size: the server has it all.
    void begin(const store::KeptFile& file, Done done);
    void append(const QByteArray& location, qint64 offset, const QByteArray& piece, Done done);
    void read(const QByteArray& sha256, qint64 offset, qint64 length, Done done);

private:
    void call(const HttpRequest& request, int expected, Done done);

    Transport& m_transport;
    const Clock& m_clock;
    QByteArray m_token;
    std::shared_ptr<const FileApi*> m_life; // expires with this
};

} // namespace thidua::client
