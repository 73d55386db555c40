#include "bench/device.h"

#include "base/valuecodec.h"
#include "bench/must.h"
#include "domain/names.h"

#include <QFile>

#include <algorithm>

namespace thidua::bench
{

using namespace Qt::StringLiterals;

static const DeviceId tablet = DeviceId::named("bench", "tablet");
static const UserId lead = UserId::named("bench", "lead");

std::unique_ptr<store::LocalStore> newFile(const QString& path, const Clock& clock, Random& random)
{
    for (const auto& suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + suffix);
    auto opened = store::LocalStore::open(path, domain::Schema::current(), clock, random);
    must(opened, "the device's file");
    return std::move(*opened);
}

Device::Device(const QString& path)
    : m_store(newFile(path, m_clock, m_random))
{
    const store::Identity identity{
        u"http://127.0.0.1"_s, tablet,        lead,
        u"Trưởng cụm"_s,       u"Máy bảng"_s, {{domain::Role::BlockLead, domain::Channel::city(), 0, 0}}};
    must(m_store->enrol(identity), "enrolment");
}

namespace
{

constexpr qsizetype pageSize = 1 << 20;

class PageMaker
{
public:
    void add(const WardRow& row)
    {
        const Fields own = entered(row);
        const Fields others = judged(row);
        Fields all = own;
        all.insert(others);
        merge::PublishedTable& table = tableFor(QStringList(all.keys()));
        const auto channel = domain::Channel::unit(row.unit).name();
        const qint64 version = others.isEmpty() ? 1 : 2;
        const QByteArray body = codec::encodeRow(all.values());
        table.rows.append({row.id, channel, ++m_revs[channel], version, stamp(table, row, 1, 10), body});
        if (!others.isEmpty()) {
            const qsizetype judgement = stamp(table, row, 2, 30);
            for (const QString& field : others.keys())
                table.mixed.append({row.id, field, judgement});
        }
        m_page.channels[channel] = m_revs[channel];
        m_size += body.size() + 80;
        if (m_size >= pageSize)
            endPage();
    }
    QList<store::Page> take()
    {
        endPage();
        return std::move(m_pages);
    }

private:
    merge::PublishedTable& tableFor(const QStringList& columns)
    {
        for (merge::PublishedTable& table : m_page.tables) {
            if (table.columns == columns)
                return table;
        }
        m_page.tables.append({kind::report, columns, {}, {}, {}, {}, {}});
        return m_page.tables.last();
    }
    qsizetype stamp(merge::PublishedTable& table, const WardRow& row, qint64 version, int rank)
    {
        const auto device = DeviceId::fromBytes(row.reporter.view()).value_or(tablet);
        table.stamps.append({version, device, ++m_seq, row.updatedAt, rank, row.reporter});
        return table.stamps.size() - 1;
    }
    void endPage()
    {
        m_pages.append(std::exchange(m_page, {u"1.bench"_s, {}, {}, {}}));
        m_size = 0;
    }
    store::Page m_page{u"1.bench"_s, {}, {}, {}};
    QList<store::Page> m_pages;
    QMap<QString, qint64> m_revs;
    qint64 m_seq = 0;
    qsizetype m_size = 0;
};

} // namespace

QList<store::Page> pagesOf(const QList<WardRow>& rows)
{
    QList<WardRow> ordered = rows;
    std::ranges::stable_sort(ordered, {}, [](const WardRow& row) { return row.unit; });
    PageMaker maker;
    for (const WardRow& row : std::as_const(ordered))
        maker.add(row);
    return maker.take();
}

} // namespace thidua::bench
