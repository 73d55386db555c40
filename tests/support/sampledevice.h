#pragma once

#include "base/valuecodec.h"
#include "domain/block.h"
#include "domain/names.h"
#include "domain/report.h"
#include "domain/scoretable.h"
#include "domain/unit.h"
#include "store/localstore.h"
#include "support/testclock.h"

// A device's file as it stands after a first sync: a block of three units with a score table of three base
// criteria and a bonus.
namespace thidua::test
{

using namespace Qt::StringLiterals;

inline RecordId idOf(const char* name)
{
    return RecordId::named("sample", name);
}

inline const RecordId block = idOf("block");
inline const RecordId unitA = idOf("unit a");
inline const RecordId unitB = idOf("unit b");
inline const RecordId unitC = idOf("unit c");
inline const RecordId scoreTable = idOf("score table");
inline const RecordId movement = idOf("movement");
inline const RecordId quantity = idOf("I.1");
inline const RecordId graded = idOf("I.2");
inline const RecordId second = idOf("II.1");
inline const RecordId bonus = idOf("bonus");
inline const UserId me = UserId::named("sample", "me");
inline const UserId colleague = UserId::named("sample", "colleague");
inline const UserId head = UserId::named("sample", "head");
inline const DeviceId myDevice = DeviceId::named("sample", "my device");
inline const DeviceId otherDevice = DeviceId::named("sample", "other device");
inline const QString period = u"2025"_s;

// Decisions as the server would send them. Every record is a table of its own, which is allowed.
class Decisions
{
public:
    struct Said {
        qint64 version = 1;
        int rank = 50;
        UserId author = {};
        Instant at = 1'000;
        DeviceId device = otherDevice;
        qint64 seq = 0; // 0: the next one
    };

    Decisions& row(QLatin1String kind, const RecordId& id, const Fields& fields, const Said& said)
    {
        const QString channel = domain::Schema::current().channelOf(QString(kind), fields).name();
        const qint64 rev = ++m_revs[channel];
        m_page.channels.insert(channel, rev);
        merge::PublishedTable table;
        table.kind = kind;
        table.columns = QStringList(fields.keys());
        table.stamps = {stamp(said)};
        table.rows = {{id, channel, rev, said.version, 0, codec::encodeRow(fields.values())}};
        m_page.tables.append(table);
        return *this;
    }
    Decisions& row(QLatin1String kind, const RecordId& id, const Fields& fields)
    {
        return row(kind, id, fields, Said());
    }
    // Beside the last row.
    Decisions& sibling(const RecordId& id, const Fields& fields, const Said& said)
    {
        merge::PublishedTable& table = m_page.tables.last();
        table.stamps.append(stamp(said));
        for (auto field = fields.cbegin(); field != fields.cend(); ++field)
            table.siblings.append({id, field.key(), field.value(), table.stamps.size() - 1});
        return *this;
    }
    // The last row's fields of this group were said by somebody else than its other fields.
    Decisions& mixed(const RecordId& id, const QStringList& fields, const Said& said)
    {
        merge::PublishedTable& table = m_page.tables.last();
        table.stamps.append(stamp(said));
        for (const QString& field : fields)
            table.mixed.append({id, field, table.stamps.size() - 1});
        return *this;
    }
    [[nodiscard]] store::Page take()
    {
        store::Page page{u"1.x"_s, {}, {}, {}};
        std::swap(page, m_page);
        return page;
    }

private:
    merge::Stamp stamp(const Said& said)
    {
        return {said.version, said.device, said.seq ? said.seq : ++m_seq, said.at, said.rank, said.author};
    }
    store::Page m_page{u"1.x"_s, {}, {}, {}};
    QMap<QString, qint64> m_revs;
    qint64 m_seq = 0;
};

inline Fields unitFields(const char* code, const QString& name)
{
    return {{name::code, QString::fromLatin1(code)},
            {name::name, name},
            {name::type, u"ward"_s},
            {name::validFrom, u"2025-07-01"_s},
            {name::validTo, Value()}};
}

inline Fields criterionFields(const QString& group, int number, const QString& name, const QString& kind,
                              const QString& scoring, const Value& maxPoints, const Value& measure = {})
{
    return {{name::scoreTable, scoreTable},
            {name::block, block},
            {name::group, group},
            {name::number, number},
            {name::name, name},
            {name::groupName, Value()},
            {name::kind, kind},
            {name::scoring, scoring},
            {name::maxPoints, maxPoints},
            {name::measure, measure},
            {name::movement, movement}};
}

inline Fields reportFields(const RecordId& unit, const RecordId& criterion, const Value& value,
                           const Value& score, qint64 submission = 0)
{
    return {{name::unit, unit},       {name::criterion, criterion},  {name::movement, movement},
            {name::period, period},   {name::value, value},          {name::measure, u"%"_s},
            {name::scoreSelf, score}, {name::submission, submission}};
}

inline void addMembership(Decisions& decisions, const char* name, const RecordId& unit, const QString& role)
{
    decisions.row(kind::membership, idOf(name),
                  {{name::block, block}, {name::unit, unit}, {name::year, 2025}, {name::role, role}});
}

// The catalogue that everybody holds.
inline store::Page catalogue(Decisions& decisions)
{
    decisions.row(kind::unit, unitA, unitFields("00001", u"Phường Bến Thành"_s))
        .row(kind::unit, unitB, unitFields("00002", u"Phường Đông Hưng Thuận"_s))
        .row(kind::unit, unitC, unitFields("00003", u"Phường Sài Gòn"_s))
        .row(kind::block, block,
             {{name::code, u"1"_s},
              {name::name, u"Cụm thi đua 1"_s},
              {name::kind, u"cluster"_s},
              {name::year, 2025}})
        .row(kind::movement, movement,
             {{name::name, u"Phong trào thi đua yêu nước năm 2025"_s},
              {name::kind, u"annual"_s},
              {name::level, u"city"_s},
              {name::mode, u"regular"_s}})
        .row(kind::scoreTable, scoreTable,
             {{name::name, u"Bảng điểm năm 2025"_s},
              {name::year, 2025},
              {name::block, block},
              {name::movement, Value()},
              {name::dueOn, u"2025-11-30"_s}})
        .row(kind::criterion, quantity,
             criterionFields(u"I"_s, 1, u"Tỷ lệ hài lòng của người dân"_s, u"base"_s, u"quantity"_s, 20000,
                             u"%"_s))
        .row(kind::criterion, graded,
             criterionFields(u"I"_s, 2, u"Quán triệt Chỉ thị 34-CT/TW"_s, u"base"_s, u"graded"_s, 10000))
        .row(kind::criterion, second,
             criterionFields(u"II"_s, 3, u"Tuyên truyền điển hình tiên tiến"_s, u"base"_s, u"graded"_s, 8000))
        .row(kind::criterion, bonus,
             criterionFields(u"Thưởng"_s, 4, u"Cờ thi đua"_s, u"bonus"_s, u"graded"_s, 5000))
        .row(kind::person, *RecordId::fromBytes(me.view()), {{name::name, u"Nguyễn Văn An"_s}})
        .row(kind::person, *RecordId::fromBytes(colleague.view()), {{name::name, u"Trần Thị Bình"_s}})
        .row(kind::person, *RecordId::fromBytes(head.view()), {{name::name, u"Lê Văn Cường"_s}});
    addMembership(decisions, "member a", unitA, u"member"_s);
    addMembership(decisions, "member b", unitB, u"lead"_s);
    addMembership(decisions, "member c", unitC, u"member"_s);
    return decisions.take();
}

inline store::Identity identity(const QList<domain::Grant>& grants)
{
    return {u"https://thidua.test"_s, myDevice, me, u"Nguyễn Văn An"_s, u"Máy bảng của An"_s, grants};
}

inline QList<domain::Grant> officerOf(const RecordId& unit)
{
    return {{domain::Role::Officer, domain::Channel::unit(unit), 0, 0}};
}

inline QList<domain::Grant> leadOf(const RecordId& id)
{
    return {{domain::Role::BlockLead, domain::Channel::block(id), 0, 0}};
}

inline RecordId reportOf(const RecordId& unit, const RecordId& criterion)
{
    return domain::Report::idOf(unit, criterion, period);
}

} // namespace thidua::test
