#include "domain/block.h"
#include "domain/names.h"
#include "server/sample/parts.h"
#include "server/sample/table.h"
#include "server/unitimport.h"

namespace thidua::server::sample
{

using namespace Qt::StringLiterals;
using domain::Unit;
using domain::UnitType;

QString plainUnitName(const QString& name)
{
    QStringList words = name.split(u' ');
    QString& last = words.last();
    if (last.size() == 2 && last.startsWith(u'0'))
        last.remove(0, 1);
    return words.join(u' ');
}

static UnitType typeOf(const QString& name)
{
    if (name.startsWith(u"Phường"_s))
        return UnitType::Ward;
    if (name.startsWith(u"Thị trấn"_s))
        return UnitType::Township;
    return name.startsWith(u"Đặc khu"_s) ? UnitType::SpecialZone : UnitType::Commune;
}

static Unit unitOf2025(const Table& table, qsizetype row)
{
    const QString name = table.at(row, u"type"_s) + u' ' + table.at(row, u"name"_s);
    const QString code = table.at(row, u"code"_s);
    return {.id = idOf(kind::unit, u"2025/"_s + code),
            .code = code,
            .name = name,
            .type = typeOf(name),
            .district = {},
            .validFrom = QDate(2025, 7, 1),
            .validTo = {}};
}

// The 312 wards as they were from the mergers of 2021 on. Those that merged on 1/1/2025 (312 became 273) are
// not told apart: the list of 2023 does not say which they were.
static Unit wardOf2023(const Table& table, qsizetype row)
{
    const QString name = plainUnitName(table.at(row, u"ward"_s));
    const QString code = table.at(row, u"ward_code"_s);
    return {.id = idOf(kind::unit, u"2023/"_s + code),
            .code = code,
            .name = name,
            .type = typeOf(name),
            .district = table.at(row, u"district"_s),
            .validFrom = QDate(2021, 1, 1),
            .validTo = QDate(2025, 6, 30)};
}

static Unit organisation(const Table& table, qsizetype row)
{
    const QString code = table.at(row, u"code"_s);
    return {.id = idOf(kind::unit, code),
            .code = code,
            .name = table.at(row, u"name"_s),
            .type = UnitType::Organisation,
            .district = {},
            .validFrom = QDate(2021, 1, 1),
            .validTo = {}};
}

void addUnits(Data& data)
{
    const Person admin = data.person(u"quan.tri"_s);
    const std::tuple<QString, Unit (*)(const Table&, qsizetype), QDate> files[]{
        {u"organisations.tsv"_s, organisation, QDate(2023, 1, 3)},
        {u"hcmc_units_2023.tsv"_s, wardOf2023, QDate(2023, 1, 3)},
        {u"hcmc_units_2025.tsv"_s, unitOf2025, QDate(2025, 7, 1)}};
    for (const auto& [file, read, day] : files) {
        const Table table = Table::named(file);
        for (qsizetype row = 0; row < table.rows(); ++row) {
            const Unit unit = read(table, row);
            data.add(kind::unit, unit.id, unit.toFields(), admin, momentOf(day));
        }
    }
}

static void addBlock(Data& data, const QString& key, domain::Block block)
{
    block.id = idOf(kind::block, key);
    block.tieBreak = domain::defaultTieBreak();
    data.add(kind::block, block.id, block.toFields(), data.person(u"hoi.dong"_s),
             momentOf(QDate(block.year, block.year == 2023 ? 2 : 7, 15)));
}

static void addMember(Data& data, BlockPart& part, const QString& unitKey, const Unit& unit,
                      domain::BlockRole role)
{
    domain::Membership membership;
    membership.block = idOf(kind::block, part.key);
    membership.unit = unit.id;
    membership.year = part.year;
    membership.role = role;
    data.add(kind::membership, membershipRecord(membership.block, membership.unit, membership.year),
             membership.toFields(), data.person(u"hoi.dong"_s),
             momentOf(QDate(part.year, part.year == 2023 ? 2 : 7, 15)));
    part.members.append({unit, unitKey});
}

static BlockPart addBlock19(Data& data)
{
    domain::Block block;
    block.code = u"19"_s;
    block.name = u"Khối thi đua 19"_s;
    block.kind = domain::BlockKind::Block;
    block.year = 2023;
    BlockPart part{.key = u"2023/19"_s, .year = 2023, .isCluster = false, .members = {}};
    addBlock(data, part.key, block);
    const Table table = Table::named(u"organisations.tsv"_s);
    for (qsizetype row = 0; row < table.rows(); ++row) {
        const bool lead = table.at(row, u"role"_s) == "lead"_L1;
        addMember(data, part, table.at(row, u"code"_s), organisation(table, row),
                  lead ? domain::BlockRole::Lead : domain::BlockRole::Member);
    }
    return part;
}

// Who leads a cluster is not in the sources: its first unit leads, its second is deputy, as an illustration.
static QList<BlockPart> addClusters(Data& data)
{
    QList<BlockPart> parts;
    const Table table = Table::named(u"hcmc_units_2025.tsv"_s);
    for (qsizetype row = 0; row < table.rows(); ++row) {
        const QString cluster = table.at(row, u"cluster"_s);
        const QString key = u"2025/"_s + cluster;
        if (parts.isEmpty() || parts.last().key != key) {
            domain::Block block;
            block.code = cluster;
            block.name = u"Cụm thi đua "_s + cluster;
            block.kind = domain::BlockKind::Cluster;
            block.year = 2025;
            block.decision = u"Quyết định 2913 (năm 2025), Phụ lục 1"_s;
            block.illustration = true;
            addBlock(data, key, block);
            parts.append({.key = key, .year = 2025, .isCluster = true, .members = {}});
        }
        const auto place = parts.last().members.size();
        const auto role = place == 0   ? domain::BlockRole::Lead
                          : place == 1 ? domain::BlockRole::Deputy
                                       : domain::BlockRole::Member;
        addMember(data, parts.last(), u"2025/"_s + table.at(row, u"code"_s), unitOf2025(table, row), role);
    }
    return parts;
}

QList<BlockPart> addBlocks(Data& data)
{
    QList<BlockPart> parts{addBlock19(data)};
    parts.append(addClusters(data));
    return parts;
}

} // namespace thidua::server::sample
