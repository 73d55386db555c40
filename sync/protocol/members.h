#pragma once

#include "protocol/bodyreader.h"
#include "protocol/bodywriter.h"

#include <QLatin1String>

#include <algorithm>
#include <initializer_list>

namespace thidua::protocol
{

// One member of a map that a message knows: how it is called, whether it must be there, how it is read. A
// null counts as absent where absence is allowed; members not listed are skipped.
struct Member {
    QLatin1String name;
    bool required = false;
    std::function<void()> read;
};
[[nodiscard]] inline Member required(QLatin1String name, std::function<void()> read)
{
    return {name, true, std::move(read)};
}
[[nodiscard]] inline Member optional(QLatin1String name, std::function<void()> read)
{
    return {name, false, std::move(read)};
}

void readMembers(BodyReader& in, std::initializer_list<Member> members);

// Shapes that several messages share.
[[nodiscard]] QStringList readTexts(BodyReader& in);
// Kinds, fields and groups: ASCII letters, digits and _ . -, at most 64, so that no store or file has to
// quote them.
[[nodiscard]] bool isName(QStringView text);
[[nodiscard]] QString readName(BodyReader& in);
[[nodiscard]] Fields readFields(BodyReader& in, QStringView kind);

void writeTexts(BodyWriter& out, const QStringList& texts);
void writeFields(BodyWriter& out, QStringView kind, const Fields& fields);

// The keys in the order of RFC 8949 section 4.2.1, as UTF-8, each with what it names.
template<typename Map>
[[nodiscard]] std::vector<std::pair<QByteArray, typename Map::mapped_type>> inKeyOrder(const Map& map)
{
    std::vector<std::pair<QByteArray, typename Map::mapped_type>> entries;
    entries.reserve(size_t(map.size()));
    for (auto entry = map.cbegin(); entry != map.cend(); ++entry)
        entries.emplace_back(entry.key().toUtf8(), entry.value());
    std::ranges::sort(entries, [](const auto& a, const auto& b) {
        return a.first.size() != b.first.size() ? a.first.size() < b.first.size() : a.first < b.first;
    });
    return entries;
}

} // namespace thidua::protocol
