#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <variant>

namespace thidua::protocol
{

// A body between its bytes and its struct: what CBOR and JSON have in common. Ids and bytes are Bytes in CBOR
// and Text in JSON; who reads a member knows which it is.
class Tree
{
public:
    using List = QList<Tree>;
    using Map = QMap<QString, Tree>;

    Tree() = default; // null
    Tree(bool value)
        : m_data(value)
    {
    }
    Tree(qint64 value)
        : m_data(value)
    {
    }
    Tree(int value)
        : m_data(qint64(value))
    {
    }
    Tree(quint64 value)
        : m_data(value)
    {
    }
    Tree(QString value)
        : m_data(std::move(value))
    {
    }
    Tree(QLatin1String value)
        : m_data(QString(value))
    {
    }
    Tree(QByteArray value)
        : m_data(std::move(value))
    {
    }
    Tree(List value)
        : m_data(std::move(value))
    {
    }
    Tree(Map value)
        : m_data(std::move(value))
    {
    }
    template<typename T>
    Tree(const T*) = delete; // would become a bool

    template<typename T>
    [[nodiscard]] const T* as() const
    {
        return std::get_if<T>(&m_data);
    }
    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    // Of a map; null if it is none or has no such member.
    [[nodiscard]] const Tree& operator[](QLatin1String member) const;
    [[nodiscard]] const List& list() const; // empty if it is none
    [[nodiscard]] const Map& map() const;   // empty if it is none

private:
    // quint64 only above what qint64 holds.
    std::variant<std::monostate, bool, qint64, quint64, QString, QByteArray, List, Map> m_data;
};

inline constexpr int maxTreeDepth = 12; // of a whole body; values have codec::maxNesting of their own

// Strict readers: one value and nothing behind it; no duplicate members, no floats, valid UTF-8, bounded
// depth.
[[nodiscard]] Result<Tree> treeFromCbor(const QByteArray& bytes);
[[nodiscard]] Result<Tree> treeFromJson(const QByteArray& bytes);
[[nodiscard]] QByteArray treeToCbor(const Tree& tree);
[[nodiscard]] QByteArray treeToJson(const Tree& tree);

} // namespace thidua::protocol
