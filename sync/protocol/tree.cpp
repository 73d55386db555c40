#include "protocol/tree.h"

#include "protocol/cborreader.h"
#include "protocol/cborwriter.h"

#include <algorithm>
#include <vector>

namespace thidua::protocol
{

const Tree& Tree::operator[](QLatin1String member) const
{
    static const Tree none;
    const auto* map = as<Map>();
    const auto found = map ? map->constFind(QString(member)) : Map::const_iterator();
    return map && found != map->cend() ? *found : none;
}

const Tree::List& Tree::list() const
{
    static const List none;
    const auto* list = as<List>();
    return list ? *list : none;
}

const Tree::Map& Tree::map() const
{
    static const Map none;
    const auto* map = as<Map>();
    return map ? *map : none;
}

Result<Tree> treeFromCbor(const QByteArray& bytes)
{
    CborReader reader(bytes);
    Tree tree = reader.tree();
    if (!reader.failed() && !reader.atEnd())
        reader.fail(ErrorCode::Malformed, "bytes behind the body");
    if (reader.failed())
        return reader.error();
    return tree;
}

static void write(CborWriter& writer, const Tree& tree);

// Deterministic order of RFC 8949 section 4.2.1: by the encoded key, so shorter names come first.
static void writeMap(CborWriter& writer, const Tree::Map& map)
{
    std::vector<std::pair<QByteArray, const Tree*>> ordered;
    for (auto member = map.cbegin(); member != map.cend(); ++member)
        ordered.emplace_back(member.key().toUtf8(), &member.value());
    std::ranges::sort(ordered, [](const auto& a, const auto& b) {
        return std::pair(a.first.size(), a.first) < std::pair(b.first.size(), b.first);
    });
    writer.map(map.size());
    for (const auto& [name, value] : ordered) {
        writer.text(QString::fromUtf8(name));
        write(writer, *value);
    }
}

static void write(CborWriter& writer, const Tree& tree)
{
    if (const auto* boolean = tree.as<bool>())
        writer.boolean(*boolean);
    else if (const auto* integer = tree.as<qint64>())
        writer.integer(*integer);
    else if (const auto* large = tree.as<quint64>())
        writer.unsignedInteger(*large);
    else if (const auto* text = tree.as<QString>())
        writer.text(*text);
    else if (const auto* bytes = tree.as<QByteArray>())
        writer.bytes(*bytes);
    else if (const auto* map = tree.as<Tree::Map>())
        writeMap(writer, *map);
    else if (tree.as<Tree::List>()) {
        writer.array(tree.list().size());
        for (const Tree& item : tree.list())
            write(writer, item);
    } else
        writer.null();
}

QByteArray treeToCbor(const Tree& tree)
{
    QByteArray bytes;
    CborWriter writer(bytes);
    write(writer, tree);
    return bytes;
}

} // namespace thidua::protocol
