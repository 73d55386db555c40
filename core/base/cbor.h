#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

// The heads, strings and lengths of CBOR (RFC 8949), under everything that this product writes and reads in
// it: definite lengths only. Beside Qt's stream classes because rows are decoded by the hundred thousand in a
// first sync, and those allocate for every string and every container.
namespace thidua::cbor
{

// The first byte of an item (section 3): three bits of major type, five of additional information.
inline constexpr quint8 unsignedInteger = 0;
inline constexpr quint8 negativeInteger = 1;
inline constexpr quint8 byteString = 2;
inline constexpr quint8 textString = 3;
inline constexpr quint8 list = 4;
inline constexpr quint8 map = 5;
inline constexpr quint8 tag = 6;
inline constexpr quint8 simple = 7;

inline constexpr quint8 simpleFalse = 20;
inline constexpr quint8 simpleTrue = 21;
inline constexpr quint8 simpleNull = 22;

inline constexpr quint8 oneByteFollows = 24; // 25, 26, 27: two, four, eight
inline constexpr quint8 eightBytesFollow = 27;

struct Head {
    quint8 majorType = 0;
    quint8 information = 0;
    quint64 argument = 0; // the number, or how many bytes, items or pairs follow
};

// In the shortest form, as deterministic encoding asks for (section 4.2.1).
void appendHead(QByteArray& bytes, quint8 majorType, quint64 argument);
void appendString(QByteArray& bytes, quint8 majorType, QByteArrayView content);
void appendInteger(QByteArray& bytes, qint64 number);

// nullopt: beyond 64 bits with a sign.
[[nodiscard]] std::optional<qint64> integerOf(const Head& head);
// Bytes that are known to be UTF-8. Keeps a leading U+FEFF, which QString::fromUtf8 would drop.
[[nodiscard]] QString textOf(QByteArrayView utf8);

enum class Fault {
    None,
    EndsEarly, // fewer bytes than a head or a length promises
    BadHead,   // indefinite length, or reserved
    TooDeep,
};

// Steps through bytes that anybody may have made. Nothing is believed for which there are no bytes.
class Cursor
{
public:
    explicit Cursor(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] qsizetype position() const { return m_position; }
    void moveTo(qsizetype position) { m_position = position; }
    [[nodiscard]] qsizetype left() const { return m_bytes.size() - m_position; }
    [[nodiscard]] bool atEnd() const { return left() == 0; }
    [[nodiscard]] QByteArrayView since(qsizetype position) const
    {
        return m_bytes.sliced(position, m_position - position);
    }

    [[nodiscard]] Fault head(Head& head);
    // Whether so many items of at least so many bytes can be there.
    [[nodiscard]] bool holds(quint64 count, qsizetype bytesEach = 1) const
    {
        return count <= quint64(left()) / quint64(bytesEach);
    }
    // The content of a string; nullopt: it ends early.
    [[nodiscard]] std::optional<QByteArrayView> take(quint64 size);
    // Takes the next byte if it is this one.
    [[nodiscard]] bool takeByte(char byte);
    // Steps over one item of any kind.
    [[nodiscard]] Fault skip(int depth);

private:
    [[nodiscard]] Fault longHead(Head& head);
    [[nodiscard]] Fault skipContent(const Head& head, int depth);

    QByteArrayView m_bytes;
    qsizetype m_position = 0;
};

} // namespace thidua::cbor
