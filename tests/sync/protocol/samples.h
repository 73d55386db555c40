#pragma once

#include "base/valuecodec.h"
#include "protocol/messages.h"

// One full example of every body, with every optional member set.
namespace thidua::test
{

using namespace Qt::StringLiterals;

inline RecordId recordId(char last)
{
    return *RecordId::fromBytes(QByteArray(15, '\x11') + last);
}
inline DeviceId deviceId(char last)
{
    return *DeviceId::fromBytes(QByteArray(15, '\x22') + last);
}
inline UserId userId(char last)
{
    return *UserId::fromBytes(QByteArray(15, '\x33') + last);
}
inline const QString unitChannel = u"unit/11111111-1111-1111-1111-111111111101"_s;

inline protocol::User sampleUser()
{
    return {userId(1),
            u"Nguyễn Thị An"_s,
            {{domain::Role::Officer, domain::Channel::unit(recordId(1)), 0, 0},
             {domain::Role::Observer, domain::Channel::city(), 1'600'000'000'000, 1'700'000'000'000}}};
}

inline protocol::EnrolAnswer sampleEnrolment()
{
    return {deviceId(7), u"secret-token"_s, sampleUser(),
            u"1.k3Qz"_s, 1'700'000'000'123, QByteArray(32, '\x5a')};
}

inline Fields sampleSet()
{
    return {{u"unit"_s, Value(recordId(1))}, {u"criterion"_s, Value(recordId(2))},
            {u"movement"_s, Value()},        {u"period"_s, Value(u"2026-Q1"_s)},
            {u"value"_s, Value(-12'345)},    {u"measure"_s, Value(u"căn \"nhà\"\n"_s)}};
}

inline protocol::PushRequest samplePush()
{
    merge::Edit first{.device = {},
                      .seq = 41,
                      .at = 1'700'000'000'000,
                      .seen = 0,
                      .seenEpoch = 0,
                      .record = recordId(9),
                      .kind = u"report"_s,
                      .set = sampleSet(),
                      .together = *TogetherId::fromBytes(QByteArray(16, '\x44'))};
    merge::Edit second = first;
    second.seq = 42;
    second.seen = 7;
    second.set = {{u"note"_s, Value(u"gấp"_s)}};
    second.together = {};
    return {u"2.aB"_s, {{first, {}, {}}, {second, u"1.k3Qz"_s, {}}}};
}

inline protocol::PushAnswer samplePushAnswer()
{
    return {u"2.aB"_s,
            1'700'000'000'999,
            42,
            {{41, 1, {}, ErrorCode::None, {}},
             {42, 8, {u"note"_s, u"result"_s}, ErrorCode::None, {}},
             {43, 0, {}, ErrorCode::Forbidden, u"no grant covers the record"_s}}};
}

inline protocol::PullRequest samplePull()
{
    return {u"2.aB"_s, {{u"city"_s, 12}, {unitChannel, 300}}, 500};
}

inline merge::PublishedTable sampleTable()
{
    const QStringList columns{u"unit"_s, u"value"_s, u"measure"_s};
    const auto body = [](int value) {
        return codec::encodeRow({Value(recordId(1)), Value(value), Value(u"căn"_s)});
    };
    const merge::Stamp stamp{3, deviceId(7), 42, 1'700'000'000'000, 10, userId(1)};
    const merge::Stamp other{2, deviceId(8), 5, 1'700'000'000'500, 20, userId(2)};
    return {
        u"report"_s,
        columns,
        {stamp, other},
        {{recordId(9), unitChannel, 301, 3, 0, body(100)}, {recordId(10), unitChannel, 302, 2, 1, body(-7)}},
        {{recordId(9), u"measure"_s, 1}},
        {{recordId(9), u"value"_s, Value(90), 1}, {recordId(9), u"unit"_s, Value(recordId(1)), 1}},
        {recordId(12)}};
}

inline protocol::PullAnswer samplePage()
{
    return {u"2.aB"_s,
            1'700'000'001'000,
            {{u"city"_s, 12}, {unitChannel, 302}},
            {u"block/11111111-1111-1111-1111-111111111105"_s},
            {u"block/11111111-1111-1111-1111-111111111106"_s},
            {sampleTable()},
            false,
            {{u"city"_s, 0xfedc'ba98'7654'3210}, {unitChannel, 7}}};
}

inline protocol::PullAnswer compactPage()
{
    protocol::PullAnswer page = samplePage();
    page.compact = true;
    page.digests.clear();
    page.digest = 0xfedc'ba98'7654'3210;
    return page;
}

inline protocol::HistoryAnswer sampleHistory()
{
    const merge::Edit edit{.device = deviceId(7),
                           .seq = 42,
                           .at = 1'700'000'000'000,
                           .seen = 2,
                           .seenEpoch = 0,
                           .record = recordId(9),
                           .kind = u"report"_s,
                           .set = sampleSet(),
                           .together = {}};
    return {recordId(9), u"report"_s, 3, {{edit, 3, 10, userId(1)}}};
}

} // namespace thidua::test
