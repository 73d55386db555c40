#pragma once

#include "domain/unit.h"
#include "server/sample/sampledata.h"
#include "server/sample/table.h"

// The parts of the sample, each made from its files in data/. Later ones refer to earlier ones by key.
namespace thidua::server::sample
{

struct BlockMember {
    domain::Unit unit;
    QString unitKey;
};

// A block with its members, as later parts need it.
struct BlockPart {
    QString key; // "2023/19"
    int year = 0;
    bool isCluster = false;
    QList<BlockMember> members;
};

void addPeople(Data& data);
void addUnits(Data& data);     // the wards of 2023 and the units of 2025
void addDocuments(Data& data); // legal basis, movements, targets
[[nodiscard]] QList<BlockPart> addBlocks(Data& data);
void addPledge(Data& data);
void addScoreTables(Data& data, const QList<BlockPart>& blocks);
void addReports(Data& data, const QList<BlockPart>& blocks);

void addYear(Data& data); // reviews, the catalogue of awards, bodies, an award that was given

// Lists and numbers in the cells of the tables.
[[nodiscard]] Value references(QLatin1String kind, const QStringList& keys);
[[nodiscard]] Value hundredthsAt(const Table& table, qsizetype row, const QString& column);

// "phường 06" is written "phường 6" by everybody but the data set.
[[nodiscard]] QString plainUnitName(const QString& name);

} // namespace thidua::server::sample
