#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <cstring>
#include <optional>

namespace thidua
{

class Clock;
class Random;

namespace detail
{
using IdBytes = std::array<unsigned char, 16>;
[[nodiscard]] std::optional<IdBytes> idBytesFromText(QStringView text);
[[nodiscard]] QString idBytesToText(const IdBytes& bytes);
[[nodiscard]] IdBytes newIdBytes(const Clock& clock, Random& random);
[[nodiscard]] IdBytes namedIdBytes(QByteArrayView space, QByteArrayView name);
} // namespace detail

// A UUID that knows what it names, so that a device's id cannot be passed for a record's.
// Text form: lower-case 8-4-4-4-12. Byte form: 16 bytes, as in CBOR and SQLite.
template<typename Tag>
class Id
{
public:
    Id() = default;

    // A fresh UUIDv7: ordered by creation time, so that indexes append.
    [[nodiscard]] static Id create(const Clock& clock, Random& random)
    {
        return Id(detail::newIdBytes(clock, random));
    }
    // Always the same id for the same name (UUIDv8 from SHA-256): for imported data and sample data.
    [[nodiscard]] static Id named(QByteArrayView space, QByteArrayView name)
    {
        return Id(detail::namedIdBytes(space, name));
    }
    [[nodiscard]] static std::optional<Id> fromText(QStringView text)
    {
        const auto bytes = detail::idBytesFromText(text);
        return bytes ? std::optional<Id>(Id(*bytes)) : std::nullopt;
    }
    [[nodiscard]] static std::optional<Id> fromBytes(QByteArrayView bytes)
    {
        if (bytes.size() != qsizetype(sizeof(detail::IdBytes)))
            return std::nullopt;
        Id id;
        std::memcpy(id.m_bytes.data(), bytes.data(), sizeof(detail::IdBytes));
        return id;
    }

    [[nodiscard]] bool isNull() const { return *this == Id(); }
    [[nodiscard]] QString toText() const { return detail::idBytesToText(m_bytes); }
    [[nodiscard]] QByteArray toBytes() const { return view().toByteArray(); }
    // Valid as long as this id lives.
    [[nodiscard]] QByteArrayView view() const
    {
        return QByteArrayView(reinterpret_cast<const char*>(m_bytes.data()), qsizetype(m_bytes.size()));
    }

    friend auto operator<=>(const Id&, const Id&) = default;
    friend size_t qHash(const Id& id, size_t seed = 0) { return qHashBits(id.m_bytes.data(), 16, seed); }

private:
    explicit Id(const detail::IdBytes& bytes)
        : m_bytes(bytes)
    {
    }
    detail::IdBytes m_bytes{};
};

using RecordId = Id<struct RecordTag>;
using DeviceId = Id<struct DeviceTag>;
using UserId = Id<struct UserTag>;
using TogetherId = Id<struct TogetherTag>;

} // namespace thidua
