#pragma once

#include "base/id.h"

#include <QList>
#include <QString>

#include <optional>

namespace thidua::domain
{

// Roles in rising authority; the number is the rank of SYNC.md section 3, used in merges and sent in stamps.
enum class Role : int {
    Observer = 0,   // lãnh đạo theo dõi
    Officer = 10,   // cán bộ phường/xã, nhập liệu
    UnitHead = 20,  // thủ trưởng đơn vị
    BlockLead = 30, // cụm trưởng, khối trưởng
    Council = 40,   // Hội đồng, Ban Thi đua – Khen thưởng
    Admin = 50,
};

[[nodiscard]] constexpr int rankOf(Role role)
{
    return static_cast<int>(role);
}
[[nodiscard]] QLatin1String roleName(Role role); // "unit-head"
[[nodiscard]] std::optional<Role> roleFromName(QStringView name);

// What a grant or a record belongs to, for permission and paging: "city", "block/<id>", "unit/<id>",
// "user/<id>".
struct Channel {
    enum class Kind { City, Block, Unit, User };
    Kind kind = Kind::City;
    RecordId id; // null for the city

    [[nodiscard]] static Channel city() { return {}; }
    [[nodiscard]] static Channel block(const RecordId& id) { return {Kind::Block, id}; }
    [[nodiscard]] static Channel unit(const RecordId& id) { return {Kind::Unit, id}; }
    [[nodiscard]] static Channel user(const UserId& id);
    [[nodiscard]] static std::optional<Channel> fromName(QStringView name);
    [[nodiscard]] QString name() const;

    friend auto operator<=>(const Channel&, const Channel&) = default;
};

// A right given to a person: a role over a city, a block or a unit, between two instants (0 = open).
struct Grant {
    Role role = Role::Observer;
    Channel scope;
    qint64 from = 0;
    qint64 to = 0;

    [[nodiscard]] bool holdsAt(qint64 instant) const { return from <= instant && (to == 0 || instant < to); }
    friend bool operator==(const Grant&, const Grant&) = default;
};

// Which units belong to which block; made from the membership records.
class BlockMembership
{
public:
    virtual ~BlockMembership() = default;
    [[nodiscard]] virtual QList<RecordId> unitsOf(const RecordId& block) const = 0;
    [[nodiscard]] virtual QList<RecordId> blocksOf(const RecordId& unit) const = 0;
};

// The highest role that the person's grants give in a channel, or nothing.
[[nodiscard]] std::optional<Role> roleIn(const Channel& channel, const UserId& user,
                                         const QList<Grant>& grants, qint64 instant,
                                         const BlockMembership& membership);
// Whether the person may read a channel at all.
[[nodiscard]] bool mayRead(const Channel& channel, const UserId& user, const QList<Grant>& grants,
                           qint64 instant, const BlockMembership& membership);
// The channels that a device of this person holds without asking (SYNC.md section 3, "Who holds what").
// allBlocks: every block of the city; used for council and city observers.
[[nodiscard]] QList<Channel> heldChannels(const UserId& user, const QList<Grant>& grants, qint64 instant,
                                          const BlockMembership& membership,
                                          const QList<RecordId>& allBlocks);

} // namespace thidua::domain
