#pragma once

#include "protocol/wirevalue.h"

#include <QStringList>

namespace thidua::protocol
{

// Reads the members of a body. The first fault is kept, with the member's name; the caller asks for it once.
class MemberReader
{
public:
    explicit MemberReader(const Tree& tree, const char* where = "body")
        : m_tree(tree)
        , m_where(QLatin1String(where))
    {
        if (!tree.as<Tree::Map>())
            fail(m_where);
    }

    [[nodiscard]] const Error& error() const { return m_error; }
    [[nodiscard]] bool ok() const { return m_error.code == ErrorCode::None; }

    [[nodiscard]] QString text(QLatin1String name, bool required = true)
    {
        return read<QString>(name, required);
    }
    [[nodiscard]] qint64 integer(QLatin1String name, bool required = true)
    {
        return read<qint64>(name, required);
    }
    [[nodiscard]] bool boolean(QLatin1String name, bool required = true)
    {
        return read<bool>(name, required);
    }
    template<typename IdType>
    [[nodiscard]] IdType id(QLatin1String name, bool required = true)
    {
        const Tree& member = m_tree[name];
        if (member.isNull() && !required)
            return {};
        const auto id = idOf<IdType>(member);
        if (!id)
            fail(name);
        return id.value_or(IdType());
    }
    [[nodiscard]] const Tree::List& list(QLatin1String name, bool required = true)
    {
        const Tree& member = m_tree[name];
        if (!member.as<Tree::List>() && (required || !member.isNull()))
            fail(name);
        return member.list();
    }
    [[nodiscard]] QStringList texts(QLatin1String name, bool required = true)
    {
        QStringList texts;
        for (const Tree& item : list(name, required)) {
            if (const auto* text = item.as<QString>())
                texts.append(*text);
            else
                fail(name);
        }
        return texts;
    }
    [[nodiscard]] QMap<QString, qint64> positions(QLatin1String name)
    {
        QMap<QString, qint64> positions;
        if (!m_tree[name].as<Tree::Map>())
            fail(name);
        const Tree::Map& map = m_tree[name].map();
        for (auto member = map.cbegin(); member != map.cend(); ++member) {
            const auto* rev = member.value().as<qint64>();
            if (!rev || *rev < 0)
                fail(name);
            positions.insert(member.key(), rev ? *rev : 0);
        }
        return positions;
    }
    void fail(QLatin1String name)
    {
        if (ok())
            m_error = {ErrorCode::Malformed, QStringLiteral("%1: missing or of another type").arg(name)};
    }
    void fail(const Error& error)
    {
        if (ok())
            m_error = error;
    }

private:
    template<typename T>
    T read(QLatin1String name, bool required)
    {
        const Tree& member = m_tree[name];
        const T* value = member.as<T>();
        if (!value && (required || !member.isNull()))
            fail(name);
        return value ? *value : T();
    }
    const Tree& m_tree;
    QLatin1String m_where;
    Error m_error;
};

} // namespace thidua::protocol
