#pragma once

#include "base/id.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <concepts>
#include <variant>

namespace thidua
{

// A field's value as SYNC.md section 2 allows it: null, bool, 64-bit integer, text, bytes, or a list of
// these. There is no floating point: points and amounts are integers of hundredths. Ids are 16 bytes.
class Value
{
public:
    using List = QList<Value>;

    Value() = default;                // null
    template<std::same_as<bool> Bool> // else every pointer would become one
    Value(Bool value)
        : m_data(value)
    {
    }
    Value(qint64 value)
        : m_data(value)
    {
    }
    Value(int value)
        : m_data(qint64(value))
    {
    }
    Value(QString value)
        : m_data(std::move(value))
    {
    }
    Value(QLatin1String value)
        : m_data(QString(value))
    {
    }
    Value(QByteArray value)
        : m_data(std::move(value))
    {
    }
    Value(List value)
        : m_data(std::move(value))
    {
    }
    template<typename Tag>
    Value(const Id<Tag>& id)
        : m_data(id.toBytes())
    {
    }

    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    [[nodiscard]] bool isBool() const { return std::holds_alternative<bool>(m_data); }
    [[nodiscard]] bool isInteger() const { return std::holds_alternative<qint64>(m_data); }
    [[nodiscard]] bool isText() const { return std::holds_alternative<QString>(m_data); }
    [[nodiscard]] bool isBytes() const { return std::holds_alternative<QByteArray>(m_data); }
    [[nodiscard]] bool isList() const { return std::holds_alternative<List>(m_data); }

    // The fallback is returned when the value is null or of another type.
    [[nodiscard]] bool toBool(bool fallback = false) const { return orElse(fallback); }
    [[nodiscard]] qint64 toInteger(qint64 fallback = 0) const { return orElse(fallback); }
    [[nodiscard]] QString toText(const QString& fallback = {}) const { return orElse(fallback); }
    [[nodiscard]] QByteArray toBytes(const QByteArray& fallback = {}) const { return orElse(fallback); }
    [[nodiscard]] List toList(const List& fallback = {}) const { return orElse(fallback); }
    template<typename IdType = RecordId>
    [[nodiscard]] IdType toId() const
    {
        return IdType::fromBytes(toBytes()).value_or(IdType());
    }

    friend bool operator==(const Value&, const Value&) = default;

private:
    template<typename T>
    T orElse(const T& fallback) const
    {
        const T* held = std::get_if<T>(&m_data);
        return held ? *held : fallback;
    }
    std::variant<std::monostate, bool, qint64, QString, QByteArray, List> m_data;
};

// Field name -> value.
using Fields = QMap<QString, Value>;

} // namespace thidua
