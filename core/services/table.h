#pragma once

#include "store/localstore.h"

#include <QHash>

namespace thidua::services
{

// The records of a kind as values, read once and again after one of them has changed. For the small kinds of
// the catalogue; reports are too many for this.
template<typename T>
class Table
{
public:
    explicit Table(QLatin1String kind)
        : m_kind(kind)
    {
    }

    [[nodiscard]] Result<bool> refresh(store::LocalStore& store) // whether it was read
    {
        if (m_current)
            return false;
        auto records = store.records(m_kind, {}, true);
        if (!records)
            return records.error();
        m_all.clear();
        m_deleted.clear();
        m_places.clear();
        m_all.reserve(records->size());
        for (const store::Record& record : *records) {
            T value = T::fromFields(record.id, record.values);
            if (record.deleted) {
                m_deleted.insert(record.id, std::move(value));
                continue;
            }
            m_places.insert(record.id, m_all.size());
            m_all.append(std::move(value));
        }
        m_current = true;
        return true;
    }
    void changed(const QSet<QString>& kinds) { m_current = m_current && !kinds.contains(m_kind); }

    [[nodiscard]] const QList<T>& all() const { return m_all; }
    [[nodiscard]] const QHash<RecordId, T>& deleted() const { return m_deleted; }
    // Null if there is none; valid until the next refresh.
    [[nodiscard]] const T* find(const RecordId& id) const
    {
        const auto place = m_places.constFind(id);
        return place == m_places.cend() ? nullptr : &m_all[*place];
    }
    // Also what is deleted: whatever refers to it still shows its name.
    [[nodiscard]] const T* findEver(const RecordId& id) const
    {
        const auto gone = m_deleted.constFind(id);
        return gone == m_deleted.cend() ? find(id) : &*gone;
    }

private:
    QString m_kind;
    QList<T> m_all;
    QHash<RecordId, T> m_deleted;
    QHash<RecordId, qsizetype> m_places;
    bool m_current = false;
};

} // namespace thidua::services
