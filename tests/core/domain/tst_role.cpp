#include "domain/role.h"

#include <QTest>

using namespace thidua;
using namespace thidua::domain;
using namespace Qt::StringLiterals;

namespace
{

RecordId record(const char* name)
{
    return RecordId::named("test", name);
}
UserId person(const char* name)
{
    return UserId::named("test", name);
}

// Block K holds the units U and V, block L the unit W.
class TwoBlocks final : public BlockMembership
{
public:
    [[nodiscard]] QList<RecordId> unitsOf(const RecordId& block) const override
    {
        if (block == record("K"))
            return {record("U"), record("V")};
        return block == record("L") ? QList<RecordId>{record("W")} : QList<RecordId>{};
    }
    [[nodiscard]] QList<RecordId> blocksOf(const RecordId& unit) const override
    {
        if (unit == record("U") || unit == record("V"))
            return {record("K")};
        return unit == record("W") ? QList<RecordId>{record("L")} : QList<RecordId>{};
    }
};

Channel block(const char* name)
{
    return Channel::block(record(name));
}
Channel unit(const char* name)
{
    return Channel::unit(record(name));
}
QSet<QString> names(const QList<Channel>& channels)
{
    QSet<QString> result;
    for (const Channel& channel : channels)
        result.insert(channel.name());
    return result;
}

const TwoBlocks twoBlocks;
const QList<RecordId> allBlocks{record("K"), record("L")};

} // namespace

class RoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roleNamesReadBackAsTheSameRole();
    void channelNamesReadBackAsTheSameChannel();
    void namesThatAreNoChannelAreRefused_data();
    void namesThatAreNoChannelAreRefused();
    void aScopeReachesDownAndNeverSideways_data();
    void aScopeReachesDownAndNeverSideways();
    void theHighestGrantThatHoldsIsTheRole();
    void aGrantHoldsFromItsFirstToBeforeItsLastInstant();
    void everybodyRulesTheirOwnChannelAndNobodyElses();
    void theCityIsReadByEverybodyWithAGrantAndByNobodyElse();
    void aUnitReadsItsBlockButDoesNotWriteThere();
    void heldChannelsFollowTheRole_data();
    void heldChannelsFollowTheRole();
    void noObserverHoldsARawReport_data();
    void noObserverHoldsARawReport();
    void whatIsHeldMayBeRead();
};

void RoleTest::roleNamesReadBackAsTheSameRole()
{
    for (Role role :
         {Role::Observer, Role::Officer, Role::UnitHead, Role::BlockLead, Role::Council, Role::Admin})
        QCOMPARE(roleFromName(QString(roleName(role))), std::optional(role));
    QCOMPARE(roleName(Role::UnitHead), "unit-head"_L1);
    QVERIFY(!roleFromName(u"king"));
    QVERIFY(!roleFromName(u""));
}

void RoleTest::channelNamesReadBackAsTheSameChannel()
{
    for (const Channel& channel : {Channel::city(), block("K"), unit("U"), Channel::user(person("P"))})
        QCOMPARE(Channel::fromName(channel.name()), std::optional(channel));
    QCOMPARE(Channel::city().name(), u"city"_s);
    QVERIFY(unit("U").name().startsWith("unit/"_L1));
}

void RoleTest::namesThatAreNoChannelAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("another word") << u"town"_s;
    QTest::newRow("no id") << u"unit/"_s;
    QTest::newRow("city with an id") << u"city/"_s + record("U").toText();
    QTest::newRow("an id alone") << record("U").toText();
    QTest::newRow("unknown scope") << u"district/"_s + record("U").toText();
    QTest::newRow("upper case id") << u"unit/"_s + record("U").toText().toUpper();
    QTest::newRow("tail") << unit("U").name() + u"/x"_s;
}

void RoleTest::namesThatAreNoChannelAreRefused()
{
    QFETCH(QString, name);
    QVERIFY(!Channel::fromName(name));
}

void RoleTest::aScopeReachesDownAndNeverSideways_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QString>("channel");
    QTest::addColumn<bool>("reaches");
    const QString city = Channel::city().name();
    QTest::newRow("city, city") << city << city << true;
    QTest::newRow("city, block") << city << block("K").name() << true;
    QTest::newRow("city, unit") << city << unit("U").name() << true;
    QTest::newRow("block, itself") << block("K").name() << block("K").name() << true;
    QTest::newRow("block, its unit") << block("K").name() << unit("U").name() << true;
    QTest::newRow("block, another block's unit") << block("K").name() << unit("W").name() << false;
    QTest::newRow("block, another block") << block("K").name() << block("L").name() << false;
    QTest::newRow("block, city") << block("K").name() << city << false;
    QTest::newRow("unit, itself") << unit("U").name() << unit("U").name() << true;
    QTest::newRow("unit, its neighbour") << unit("U").name() << unit("V").name() << false;
    QTest::newRow("unit, its block") << unit("U").name() << block("K").name() << false;
    QTest::newRow("unit, city") << unit("U").name() << city << false;
}

void RoleTest::aScopeReachesDownAndNeverSideways()
{
    QFETCH(QString, scope);
    QFETCH(QString, channel);
    QFETCH(bool, reaches);
    const QList<Grant> grants{{Role::Officer, *Channel::fromName(scope), 0, 0}};
    const auto role = roleIn(*Channel::fromName(channel), person("P"), grants, 1, twoBlocks);
    QCOMPARE(role, reaches ? std::optional(Role::Officer) : std::nullopt);
}

void RoleTest::theHighestGrantThatHoldsIsTheRole()
{
    const QList<Grant> grants{{Role::Observer, Channel::city(), 0, 0},
                              {Role::BlockLead, block("K"), 0, 0},
                              {Role::Officer, unit("U"), 0, 0}};
    QCOMPARE(roleIn(unit("U"), person("P"), grants, 1, twoBlocks), std::optional(Role::BlockLead));
    QCOMPARE(roleIn(unit("W"), person("P"), grants, 1, twoBlocks), std::optional(Role::Observer));
    QCOMPARE(roleIn(unit("U"), person("P"), {}, 1, twoBlocks), std::nullopt);
}

void RoleTest::aGrantHoldsFromItsFirstToBeforeItsLastInstant()
{
    const QList<Grant> grants{{Role::Officer, unit("U"), 100, 200}};
    const auto roleAt = [&](qint64 instant) {
        return roleIn(unit("U"), person("P"), grants, instant, twoBlocks);
    };
    QVERIFY(!roleAt(99));
    QVERIFY(roleAt(100));
    QVERIFY(roleAt(199));
    QVERIFY(!roleAt(200));
    QVERIFY(heldChannels(person("P"), grants, 200, twoBlocks, allBlocks).isEmpty());
    QVERIFY(!mayRead(Channel::city(), person("P"), grants, 200, twoBlocks));
}

void RoleTest::everybodyRulesTheirOwnChannelAndNobodyElses()
{
    const QList<Grant> admin{{Role::Admin, Channel::city(), 0, 0}};
    const QList<Grant> officer{{Role::Officer, unit("U"), 0, 0}};
    QCOMPARE(roleIn(Channel::user(person("P")), person("P"), officer, 1, twoBlocks),
             std::optional(Role::Officer));
    QCOMPARE(roleIn(Channel::user(person("P")), person("Q"), admin, 1, twoBlocks), std::nullopt);
    QVERIFY(!mayRead(Channel::user(person("P")), person("Q"), admin, 1, twoBlocks));
}

void RoleTest::theCityIsReadByEverybodyWithAGrantAndByNobodyElse()
{
    const QList<Grant> officer{{Role::Officer, unit("U"), 0, 0}};
    QVERIFY(mayRead(Channel::city(), person("P"), officer, 1, twoBlocks));
    QVERIFY(!mayRead(Channel::city(), person("P"), {}, 1, twoBlocks));
}

void RoleTest::aUnitReadsItsBlockButDoesNotWriteThere()
{
    const QList<Grant> head{{Role::UnitHead, unit("U"), 0, 0}};
    QVERIFY(mayRead(block("K"), person("P"), head, 1, twoBlocks));
    QVERIFY(!mayRead(block("L"), person("P"), head, 1, twoBlocks));
    QVERIFY(!mayRead(unit("V"), person("P"), head, 1, twoBlocks));
    QVERIFY(!roleIn(block("K"), person("P"), head, 1, twoBlocks));
}

void RoleTest::heldChannelsFollowTheRole_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QStringList>("held"); // beside city and the own channel, which everybody holds
    const QString city = Channel::city().name();
    const QStringList both{block("K").name(), block("L").name()};
    QTest::newRow("officer") << u"officer"_s << unit("U").name()
                             << QStringList{unit("U").name(), block("K").name()};
    QTest::newRow("unit head") << u"unit-head"_s << unit("W").name()
                               << QStringList{unit("W").name(), block("L").name()};
    QTest::newRow("block lead") << u"block-lead"_s << block("K").name()
                                << QStringList{block("K").name(), unit("U").name(), unit("V").name()};
    QTest::newRow("council") << u"council"_s << city << both;
    QTest::newRow("admin") << u"admin"_s << city << both;
    QTest::newRow("observer of the city") << u"observer"_s << city << both;
    QTest::newRow("observer of a block")
        << u"observer"_s << block("K").name() << QStringList{block("K").name()};
    QTest::newRow("observer of a unit")
        << u"observer"_s << unit("U").name() << QStringList{block("K").name()};
}

void RoleTest::heldChannelsFollowTheRole()
{
    QFETCH(QString, role);
    QFETCH(QString, scope);
    QFETCH(QStringList, held);
    const QList<Grant> grants{{*roleFromName(role), *Channel::fromName(scope), 0, 0}};
    held << Channel::city().name() << Channel::user(person("P")).name();
    QCOMPARE(names(heldChannels(person("P"), grants, 1, twoBlocks, allBlocks)),
             QSet<QString>(held.begin(), held.end()));
}

void RoleTest::noObserverHoldsARawReport_data()
{
    QTest::addColumn<QString>("scope");
    for (const Channel& scope : {Channel::city(), block("K"), unit("U")})
        QTest::newRow(qPrintable(scope.name())) << scope.name();
}

void RoleTest::noObserverHoldsARawReport()
{
    QFETCH(QString, scope);
    const QList<Grant> grants{{Role::Observer, *Channel::fromName(scope), 0, 0}};
    // Raw reports live in unit channels; opening one is a request of its own and stays possible.
    for (const Channel& channel : heldChannels(person("P"), grants, 1, twoBlocks, allBlocks))
        QVERIFY(channel.kind != Channel::Kind::Unit);
    QVERIFY(mayRead(unit("U"), person("P"), grants, 1, twoBlocks));
}

void RoleTest::whatIsHeldMayBeRead()
{
    for (Role role : {Role::Observer, Role::Officer, Role::UnitHead, Role::BlockLead, Role::Council}) {
        for (const Channel& scope : {Channel::city(), block("K"), unit("U")}) {
            const QList<Grant> grants{{role, scope, 0, 0}};
            for (const Channel& channel : heldChannels(person("P"), grants, 1, twoBlocks, allBlocks))
                QVERIFY(mayRead(channel, person("P"), grants, 1, twoBlocks));
        }
    }
}

QTEST_APPLESS_MAIN(RoleTest)
#include "tst_role.moc"
