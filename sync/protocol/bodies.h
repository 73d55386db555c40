#pragma once

#include "protocol/memberreader.h"

namespace thidua::protocol
{

[[nodiscard]] inline QByteArray toBytes(const Tree& tree, Format format)
{
    return format == Format::Json ? treeToJson(tree) : treeToCbor(tree);
}

[[nodiscard]] inline Result<Tree> fromBytes(const QByteArray& bytes, Format format)
{
    return format == Format::Json ? treeFromJson(bytes) : treeFromCbor(bytes);
}

[[nodiscard]] inline Tree namesTree(const QStringList& names)
{
    Tree::List list;
    for (const QString& name : names)
        list.append(Tree(name));
    return Tree(std::move(list));
}

[[nodiscard]] inline Tree positionsTree(const QMap<QString, qint64>& positions)
{
    Tree::Map map;
    for (auto position = positions.cbegin(); position != positions.cend(); ++position)
        map.insert(position.key(), Tree(position.value()));
    return Tree(std::move(map));
}

} // namespace thidua::protocol
