#include "domain/formats.h"
#include "domain/names.h"
#include "domain/pledge.h"
#include "domain/scoretable.h"
#include "server/sample/parts.h"
#include "server/sample/table.h"

namespace thidua::server::sample
{

using namespace Qt::StringLiterals;
using domain::Criterion;
using domain::ScoreTable;

void addPledge(Data& data)
{
    const QString block = u"2023/19"_s;
    const Person lead = data.person(u"khoi.truong"_s);
    const QDate signedOn(2023, 3, 21);
    domain::Pledge pledge;
    pledge.id = idOf(kind::pledge, block);
    pledge.name = u"Giao ước thi đua năm 2023 của Khối thi đua 19"_s;
    pledge.block = idOf(kind::block, block);
    pledge.movement = idOf(kind::movement, u"nam2023"_s);
    pledge.status = domain::PledgeStatus::Signed;
    pledge.signedOn = signedOn;
    data.add(kind::pledge, pledge.id, pledge.toFields(), lead, momentOf(signedOn));

    const Table table = Table::named(u"pledge.tsv"_s);
    for (qsizetype row = 0; row < table.rows(); ++row) {
        domain::PledgeItem item;
        item.pledge = pledge.id;
        item.block = pledge.block;
        item.number = table.at(row, u"number"_s).toInt();
        item.text = table.at(row, u"text"_s);
        data.add(kind::pledgeItem, idOf(kind::pledgeItem, block + u'/' + QString::number(item.number)),
                 item.toFields(), lead, momentOf(signedOn));
    }
}

static ScoreTable scoreTableOf(const BlockPart& block)
{
    ScoreTable table;
    table.id = idOf(kind::scoreTable, block.key);
    table.name = u"Bảng chấm điểm thi đua năm %1 (dữ liệu minh họa)"_s.arg(block.year);
    table.year = block.year;
    table.block = idOf(kind::block, block.key);
    table.bonusCap = 5000;
    table.dueOn = QDate(block.year, 12, 15);
    table.illustration = true;
    table.legalBasis = {idOf(kind::document, block.isCluster ? u"qd2913"_s : u"hd443"_s)};
    return table;
}

// The group's name stands in its first line only.
static QString groupNameAt(const Table& table, qsizetype row)
{
    while (row > 0 && table.at(row, u"groupName"_s).isEmpty())
        --row;
    return table.at(row, u"groupName"_s);
}

static Criterion criterionAt(const Table& table, qsizetype row, const BlockPart& block)
{
    const QString number = table.at(row, u"number"_s);
    const RecordId id = idOf(kind::criterion, block.key + u'/' + number);
    Criterion criterion = Criterion::fromFields(
        id, table.fieldsAt(row, {name::group, name::kind, name::scoring, name::measure}));
    criterion.scoreTable = idOf(kind::scoreTable, block.key);
    criterion.block = idOf(kind::block, block.key);
    criterion.number = number.toInt();
    criterion.groupName = groupNameAt(table, row);
    criterion.name = table.at(row, u"name%1"_s.arg(block.year));
    if (const auto most = domain::parseHundredths(table.at(row, u"maxPoints"_s)))
        criterion.maxPoints = *most;
    criterion.movement = idOf(kind::movement, u"nam%1"_s.arg(block.year));
    return criterion;
}

void addScoreTables(Data& data, const QList<BlockPart>& blocks)
{
    const Table table = Table::named(u"criteria.tsv"_s);
    const Person council = data.person(u"hoi.dong"_s);
    for (const BlockPart& block : blocks) {
        const Instant at = momentOf(QDate(block.year, block.isCluster ? 7 : 3, 28));
        const ScoreTable scoreTable = scoreTableOf(block);
        data.add(kind::scoreTable, scoreTable.id, scoreTable.toFields(), council, at);
        for (qsizetype row = 0; row < table.rows(); ++row) {
            const Criterion criterion = criterionAt(table, row, block);
            data.add(kind::criterion, criterion.id, criterion.toFields(), council, at);
        }
    }
}

} // namespace thidua::server::sample
