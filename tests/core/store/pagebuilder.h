#pragma once

#include "base/valuecodec.h"
#include "domain/names.h"
#include "store/localstore.h"

// One report of one unit, as people save it and as the server tells it.
namespace thidua::test
{

using namespace Qt::StringLiterals;

inline const RecordId unit = RecordId::named("test", "unit");
inline const RecordId criterion = RecordId::named("test", "criterion");
inline const UserId me = UserId::named("test", "me");
inline const UserId other = UserId::named("test", "other");
inline const DeviceId myDevice = DeviceId::named("test", "device");
inline const DeviceId otherDevice = DeviceId::named("test", "other device");

inline Fields newReport(qint64 value)
{
    return {{name::unit, unit},        {name::criterion, criterion}, {name::movement, Value()},
            {name::period, u"2025"_s}, {name::value, value},         {name::measure, u"%"_s}};
}

inline Fields result(qint64 value)
{
    return {{name::value, value}, {name::measure, u"%"_s}};
}

inline QString channel()
{
    return domain::Channel::unit(unit).name();
}

// A page as the server would send it, with one report.
struct PageBuilder {
    store::Page page{u"1.x"_s, {}, {}, {}};
    merge::PublishedTable table{QString(kind::report), {}, {}, {}, {}, {}, {}};

    PageBuilder& row(const RecordId& id, const Fields& values, const merge::Stamp& stamp, qint64 rev)
    {
        table.columns = QStringList(values.keys());
        table.stamps.append(stamp);
        table.rows.append(
            {id, channel(), rev, stamp.version, table.stamps.size() - 1, codec::encodeRow(values.values())});
        page.channels.insert(channel(), rev);
        return *this;
    }
    PageBuilder& sibling(const RecordId& id, const Fields& values, const merge::Stamp& stamp)
    {
        table.stamps.append(stamp);
        for (auto field = values.cbegin(); field != values.cend(); ++field)
            table.siblings.append({id, field.key(), field.value(), table.stamps.size() - 1});
        return *this;
    }
    store::Page done()
    {
        page.tables = {table};
        return page;
    }
};

inline merge::Stamp stampOf(qint64 version, const DeviceId& device, qint64 seq, int rank,
                            const UserId& author, Instant at = 5)
{
    return {version, device, seq, at, rank, author};
}

} // namespace thidua::test
