#include "viewmodels/rowlist.h"

#include "base/random.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using thidua::viewmodels::RowList;

namespace
{

struct Row {
    int id = 0;
    int value = 0;
    friend bool operator==(const Row&, const Row&) = default;
};

class Numbers : public RowList<Row>
{
public:
    void set(QList<Row> rows)
    {
        setRows(std::move(rows), [](const Row& a, const Row& b) { return a.id == b.id; });
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        return role == Qt::DisplayRole ? rows()[index.row()].value : QVariant();
    }
};

QList<Row> randomRows(thidua::SeededRandom& random)
{
    QList<Row> rows;
    int id = 0;
    for (quint64 i = random.below(8); i > 0; --i) {
        id += 1 + int(random.below(3));
        rows.append({id, int(random.below(2))});
    }
    return rows;
}

} // namespace

class RowListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyListFollowsAnyOtherAndTheViewIsToldExactly()
    {
        thidua::SeededRandom random(11);
        Numbers numbers;
        const QAbstractItemModelTester tester(&numbers,
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (int i = 0; i < 2000; ++i) {
            const QList<Row> rows = randomRows(random);
            numbers.set(rows);
            QCOMPARE(numbers.rows(), rows);
        }
    }

    void oneChangedValueTouchesOneRow()
    {
        Numbers numbers;
        numbers.set({{1, 0}, {2, 0}, {3, 0}});
        QSignalSpy inserted(&numbers, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&numbers, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&numbers, &QAbstractItemModel::dataChanged);
        numbers.set({{1, 0}, {2, 5}, {3, 0}});
        QCOMPARE(inserted.count() + removed.count(), 0);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first()[0].toModelIndex().row(), 1);
        QCOMPARE(changed.first()[1].toModelIndex().row(), 1);
        numbers.set({{1, 0}, {2, 5}, {3, 0}});
        QCOMPARE(changed.count(), 1);
    }

    void aRowInTheMiddleLeavesTheOthersInPlace()
    {
        Numbers numbers;
        numbers.set({{1, 0}, {3, 0}});
        QSignalSpy inserted(&numbers, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&numbers, &QAbstractItemModel::rowsRemoved);
        numbers.set({{1, 0}, {2, 0}, {3, 0}});
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(inserted.first()[1].toInt(), 1);
        QCOMPARE(removed.count(), 0);
    }
};

QTEST_GUILESS_MAIN(RowListTest)
#include "tst_rowlist.moc"
