#include "server/sample/loadsample.h"

#include "domain/names.h"
#include "domain/standing.h"
#include "server/passwords.h"
#include "support/testclock.h"

#include <QTest>

using namespace thidua;
using namespace thidua::server;
using namespace thidua::server::sample;
using namespace Qt::StringLiterals;

// One server with the sample in it, looked at by all tests.
class LoadSampleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRecordHasItsLastValues();
    void editsStandInTheirAuthorsNames();
    void peopleSignInWithThePassword();
    void nothingStandsBesideAnother();
    void standingsAreThereFromTheStart();
    void loadingTwiceIsRefusedWhole();

private:
    ServerAuthor author() { return ServerAuthor(*m_writer); }

    test::TestClock m_clock;
    SeededRandom m_random{7};
    Metrics m_metrics;
    Data m_data;
    std::unique_ptr<Writer> m_writer;
};

void LoadSampleTest::initTestCase()
{
    m_clock.wall = momentOf(QDate(2026, 3, 1));
    m_data = sampleData();
    auto store = ServerStore::create(u":memory:"_s, domain::Schema::current(), m_clock, m_random);
    QVERIFY(store.ok());
    m_writer = std::make_unique<Writer>(std::move(*store), m_clock, m_metrics);
    const auto loaded = loadSample(m_data, *m_writer, m_random);
    QVERIFY2(loaded.ok(), qPrintable(loaded.error().detail));
}

void LoadSampleTest::everyRecordHasItsLastValues()
{
    QHash<RecordId, Fields> expected;
    for (const Edit& edit : m_data.edits)
        expected[edit.record].insert(edit.set);
    for (const domain::Kind& kind : domain::Schema::current().kinds()) {
        if (kind.name == kind::standing)
            continue;
        const auto stored = author().values(kind.name);
        QVERIFY(stored.ok());
        for (const StoredRecord& record : *stored) {
            QVERIFY(expected.contains(record.record));
            const Fields wanted = expected.take(record.record);
            for (auto field = wanted.cbegin(); field != wanted.cend(); ++field)
                QVERIFY2(record.values.value(field.key()) == field.value(), qPrintable(field.key()));
        }
    }
    QVERIFY(expected.isEmpty());
}

void LoadSampleTest::editsStandInTheirAuthorsNames()
{
    const auto& last = m_data.edits.last();
    const auto entry = m_writer->store().records.load(last.record);
    QVERIFY(entry.ok() && *entry);
    const QString group = domain::Schema::current().groupName(last.kind, last.set.firstKey());
    const auto stamp = (*entry)->state.groups.value(group).first().stamp;
    QCOMPARE(stamp.author, last.author);
    QCOMPARE(stamp.rank, domain::rankOf(last.role));
    QCOMPARE(stamp.at, last.at);
}

void LoadSampleTest::peopleSignInWithThePassword()
{
    const auto account = m_writer->store().accounts.byLogin(u"can.bo.a"_s);
    QVERIFY(account.ok() && *account);
    QVERIFY(passwordFits(samplePassword(), (*account)->password));
    const auto grants = m_writer->store().accounts.grants((*account)->number);
    QVERIFY(grants.ok());
    QCOMPARE(*grants, m_data.person(u"can.bo.a"_s).grants);
    const auto other = m_writer->store().accounts.byLogin(u"can.bo.26743"_s);
    QVERIFY(other.ok() && *other && !(*other)->password);
}

void LoadSampleTest::nothingStandsBesideAnother()
{
    QSet<RecordId> seen;
    for (const Edit& edit : m_data.edits) {
        if (edit.kind != kind::report || seen.contains(edit.record))
            continue;
        seen.insert(edit.record);
        const auto entry = m_writer->store().records.load(edit.record);
        QVERIFY(entry.ok() && *entry);
        for (const auto& heads : (*entry)->state.groups)
            QCOMPARE(heads.size(), 1);
    }
}

void LoadSampleTest::standingsAreThereFromTheStart()
{
    const auto cluster =
        author().record(domain::Standing::idOf(idOf(kind::block, u"2025/1"_s), u"2025-Q4"_s));
    QVERIFY(cluster.ok() && *cluster);
    const auto city = author().record(domain::Standing::idOf({}, u"2025-Q4"_s));
    QVERIFY(city.ok() && *city);
    const auto standing = domain::Standing::fromFields((*city)->record, (*city)->values);
    QCOMPARE(standing.expected(), 168);
    QVERIFY(standing.reported() > 140 && standing.reported() < 168);
    QVERIFY(std::ranges::any_of(standing.rows, [](const auto& row) { return row.previousRank != row.rank; }));
    const auto block19 = author().record(domain::Standing::idOf(idOf(kind::block, u"2023/19"_s), u"2023"_s));
    QVERIFY(block19.ok() && *block19);
}

void LoadSampleTest::loadingTwiceIsRefusedWhole()
{
    const auto before = author().values(kind::report);
    QCOMPARE(loadSample(m_data, *m_writer, m_random).error().code, ErrorCode::Forbidden);
    QCOMPARE(author().values(kind::report)->size(), before->size());
}

QTEST_APPLESS_MAIN(LoadSampleTest)
#include "tst_loadsample.moc"
