#pragma once

#include "server/service.h"

namespace thidua::server
{

// Who may have a file, asked anew at every request. Everything that is not the caller's business looks like
// something that does not exist.
class FileAccess
{
public:
    FileAccess(ServerStore& store, const Caller& caller, Instant now);

    // The caller's person has sent it, or somebody who holds it has named it in a record that stands in a
    // channel of the caller's and still names it.
    [[nodiscard]] Result<bool> mayRead(const QByteArray& sha256);
    // The file that this attachment names, if the caller may write the attachment; NotFound otherwise.
    [[nodiscard]] Result<FileEntry> named(const RecordId& attachment, const QByteArray& sha256);

private:
    // Asks the question of the channel in which the record stands.
    template<typename Question>
    [[nodiscard]] Result<bool> ask(const RecordEntry& entry, Question question);
    [[nodiscard]] Result<bool> mayReadIn(const RecordId& record, const QByteArray& sha256);

    ServerStore& m_store;
    const Caller& m_caller;
    Instant m_now;
};

} // namespace thidua::server
