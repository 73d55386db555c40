#pragma once

#include "server/exchange.h"
#include "server/fileaccess.h"
#include "server/tus.h"

#include <mutex>

#include <QSet>

namespace thidua::server
{

// Uploads that a request is working on right now. Two at once would write over each other.
class UploadClaims
{
public:
    // Given back when it is said, and when nobody holds it any more at the latest.
    class Held
    {
    public:
        Held(UploadClaims& claims, const UploadId& id);
        ~Held();
        Held(const Held&) = delete;
        Held& operator=(const Held&) = delete;
        void giveBack();

    private:
        UploadClaims& m_claims;
        UploadId m_id;
        std::once_flag m_given;
    };
    using Claim = std::shared_ptr<Held>;
    // Null if the upload is claimed already.
    [[nodiscard]] Claim claim(const UploadId& id);

private:
    std::mutex m_mutex;
    QSet<UploadId> m_claimed;
};

// Files of attachments: resumable uploads (tus 1.0.0) and reading. The disk is used on the executor for files
// alone, so that nobody's entries wait for a photograph.
class FileHandlers
{
public:
    static constexpr qint64 uploadLife = 7LL * 24 * 60 * 60 * 1000; // ms after its last piece
    static constexpr qint64 maxUploads = 20;                        // unfinished ones of a device

    explicit FileHandlers(Service& service);

    void options(const ExchangePointer& exchange);
    void create(ServerStore& store, const Caller& caller, const ExchangePointer& exchange);
    void progress(ServerStore& store, const Caller& caller, const ExchangePointer& exchange);
    void append(ServerStore& store, const Caller& caller, const ExchangePointer& exchange);
    void read(ServerStore& store, const Caller& caller, const ExchangePointer& exchange);

private:
    // A piece on its way to the disk and into the database.
    struct Piece {
        Upload upload;
        qint64 offset = 0;
        qint64 account = 0;
        UploadClaims::Claim claim;

        // Before its answer, which may be followed by the next piece at once.
        void done() const { claim->giveBack(); }
        [[nodiscard]] qint64 end(const Request& request) const { return offset + request.body.size(); }
    };
    [[nodiscard]] Result<Upload> uploadOf(ServerStore& store, const Caller& caller,
                                          const ExchangePointer& exchange);
    [[nodiscard]] Result<Piece> pieceOf(ServerStore& store, const Caller& caller,
                                        const ExchangePointer& exchange);
    void begin(const Upload& wanted, const ExchangePointer& exchange);
    void keep(const Piece& piece, const ExchangePointer& exchange);
    void enter(const Piece& piece, const ExchangePointer& exchange);
    void spoiled(const Piece& piece, const Error& error, const ExchangePointer& exchange);
    void sendFile(const FileEntry& file, const std::optional<tus::ByteRange>& range,
                  const ExchangePointer& exchange);

    Service& m_service;
    UploadClaims m_claims;
};

} // namespace thidua::server
