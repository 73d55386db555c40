#pragma once

#include "client/fileapi.h"

namespace thidua::client
{

// Brings a file that an attachment names to this device, piece by piece; goes on where it was cut. What
// comes is believed only once it is the file that was wanted.
class Fetcher
{
public:
    Fetcher(store::LocalStore& store, FileApi& api);

    // NotFound also if this person may not have it.
    void run(const QByteArray& sha256, std::function<void(const Error&)> done);

private:
    void next();
    void came(qint64 offset, const FileAnswer& answer);
    void finish(const Error& error) { std::exchange(m_done, {})(error); }

    store::LocalStore& m_store;
    FileApi& m_api;
    store::KeptFile m_file;
    std::function<void(const Error&)> m_done;
};

} // namespace thidua::client
