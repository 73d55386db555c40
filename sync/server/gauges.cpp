#include "server/gauges.h"

#include <algorithm>
#include <array>

namespace thidua::server
{

namespace
{

struct Age {
    const char* name;
    qint64 days;
};
constexpr std::array<Age, 4> ages{{{"1", 1}, {"7", 7}, {"30", 30}, {"90", 90}}};
constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

QByteArray line(const QByteArray& name, qint64 value)
{
    return "thidua_" + name + ' ' + QByteArray::number(value) + '\n';
}

} // namespace

Result<QByteArray> gauges(const Service& service, ServerStore& store)
{
    auto devices = store.devices.all();
    auto audit = store.audit.head();
    if (!devices || !audit)
        return devices ? audit.error() : devices.error();
    devices->removeIf([](const Device& device) { return device.revokedAt != 0; });
    QByteArray text = "# TYPE thidua_write_queue gauge\n" + line("write_queue", service.writes.waiting());
    text += "# TYPE thidua_read_queue gauge\n" + line("read_queue", service.reads.waiting());
    text += "# TYPE thidua_writer_stuck gauge\n" + line("writer_stuck", service.writes.isStuck() ? 1 : 0);
    text += "# TYPE thidua_audit_entries gauge\n" + line("audit_entries", audit->number);
    // Devices in use that have sent something within so many days.
    text += "# TYPE thidua_devices gauge\n" + line("devices", devices->size());
    text += "# TYPE thidua_devices_seen gauge\n";
    const Instant now = service.clock.now();
    for (const Age& age : ages) {
        const auto seen = std::ranges::count_if(
            *devices, [&](const Device& device) { return now - device.seenAt <= age.days * dayMs; });
        text += line(QByteArray("devices_seen{days=\"") + age.name + "\"}", seen);
    }
    return text;
}

} // namespace thidua::server
