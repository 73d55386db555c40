#pragma once

#include "base/filesystem.h"

#include <QMap>

#include <algorithm>

namespace thidua::test
{

// Files in memory, on a disk that fails and loses power: what was written is kept for sure only after its
// sync, a name only after the sync of its folder.
class FakeFiles final : public FileSystem
{
public:
    // The n-th change from now on fails with this code, and all that follow, until repair(); 0: none does.
    void failAt(int n, ErrorCode code)
    {
        m_left = n;
        m_code = code;
    }
    void repair() { m_left = 0; }
    [[nodiscard]] bool struck() const { return m_struck; }
    // Whether what was not synced reached the disk is the disk's own affair: both must do no harm.
    enum class Unsynced { Kept, Lost };
    void losePower(Unsynced unsynced)
    {
        repair();
        m_struck = false;
        if (unsynced == Unsynced::Lost)
            m_now = m_durable;
        m_durable = m_now;
    }
    [[nodiscard]] const QMap<QString, QByteArray>& files() const { return m_now; }
    void put(const QString& path, const QByteArray& content)
    {
        m_now[path] = content;
        m_durable[path] = content;
    }
    int reads = 0;
    qint64 mostRead = 0; // bytes of one call

    Result<qint64> size(const QString& path) override
    {
        if (!m_now.contains(path))
            return {ErrorCode::NotFound, path};
        return qint64(m_now.value(path).size());
    }
    Result<QByteArray> read(const QString& path, qint64 offset, qint64 length) override
    {
        if (!m_now.contains(path))
            return {ErrorCode::NotFound, path};
        ++reads;
        mostRead = std::max(mostRead, length);
        return m_now.value(path).mid(offset, length);
    }
    Result<void> write(const QString& path, qint64 offset, QByteArrayView bytes) override
    {
        QByteArray content = m_now.value(path).left(offset).leftJustified(offset, '\0');
        if (fails()) {
            // As a full disk does: a part of it got through.
            m_now[path] = content + bytes.first(bytes.size() / 2).toByteArray();
            return {m_code, path};
        }
        m_now[path] = content + bytes.toByteArray();
        return {};
    }
    Result<void> sync(const QString& path) override
    {
        if (fails())
            return {m_code, path};
        if (m_now.contains(path)) {
            m_synced[path] = m_now.value(path);
            // A file whose name is durable already has its new content for good.
            if (m_durable.contains(path))
                m_durable[path] = m_now.value(path);
            return {};
        }
        syncFolder(path);
        return {};
    }
    Result<void> rename(const QString& from, const QString& to) override
    {
        if (fails())
            return {m_code, from};
        if (!m_now.contains(from))
            return {ErrorCode::NotFound, from};
        m_now[to] = m_now.take(from);
        m_synced[to] = m_synced.take(from);
        return {};
    }
    Result<void> remove(const QString& path) override
    {
        if (fails())
            return {m_code, path};
        m_now.remove(path);
        return {};
    }
    Result<QStringList> list(const QString& folder) override
    {
        QStringList names;
        for (const QString& path : m_now.keys()) {
            if (folderOf(path) == folder)
                names.append(path.mid(folder.size() + 1));
        }
        return names;
    }
    Result<void> makeFolder(const QString& path) override
    {
        if (fails())
            return {m_code, path};
        return {};
    }

private:
    static QString folderOf(const QString& path) { return path.left(path.lastIndexOf(u'/')); }
    bool fails()
    {
        if (m_left == 0 || --m_left > 0)
            return false;
        m_left = 1;
        m_struck = true;
        return true;
    }
    // The names as they are now, each with as much of its content as was synced.
    void syncFolder(const QString& folder)
    {
        for (const QString& path : m_durable.keys()) {
            if (folderOf(path) == folder && !m_now.contains(path))
                m_durable.remove(path);
        }
        for (const QString& path : m_now.keys()) {
            if (folderOf(path) == folder)
                m_durable[path] = m_synced.value(path, m_durable.value(path));
        }
    }

    QMap<QString, QByteArray> m_now;
    QMap<QString, QByteArray> m_synced; // content by its present path
    QMap<QString, QByteArray> m_durable;
    int m_left = 0;
    ErrorCode m_code = ErrorCode::StorageFailed;
    bool m_struck = false;
};

} // namespace thidua::test
