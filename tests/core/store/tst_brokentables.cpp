#include "store/channels.h"
#include "store/migrations.h"
#include "store/outbox.h"

#include <QTest>

using namespace thidua;
using namespace thidua::store;
using namespace Qt::StringLiterals;

// When the file does not answer, nobody is told "nothing waits" or "nothing is held": every question and
// every change is an error.
class TestBrokenTables : public QObject
{
    Q_OBJECT

    std::unique_ptr<sql::Connection> connection;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<Channels> channels;
    const RecordId record = RecordId::named("test", "record");

    static merge::Edit edit(const RecordId& record)
    {
        merge::Edit edit;
        edit.at = 1;
        edit.record = record;
        edit.kind = u"report"_s;
        edit.set = {{u"note"_s, u"x"_s}};
        return edit;
    }
    void spoil(const char* sql) const
    {
        const auto done = connection->execute(sql);
        QVERIFY2(done, qPrintable(done.error().detail));
    }
    template<typename Answer>
    static bool isError(const Answer& answer)
    {
        return !answer && answer.error().code != ErrorCode::None;
    }

private Q_SLOTS:
    void init()
    {
        connection = *sql::Connection::open(u":memory:"_s);
        QVERIFY(sql::migrate(*connection, applicationId, migrations()));
        outbox = std::make_unique<Outbox>(*connection);
        channels = std::make_unique<Channels>(*connection);
    }
    void cleanup()
    {
        outbox.reset();
        channels.reset();
        connection.reset();
    }

    void anOutboxThatIsGoneIsNeverEmpty()
    {
        {
            auto transaction = *sql::Transaction::begin(*connection);
            QVERIFY(outbox->append(transaction, edit(record), u"1.a"_s));
            QVERIFY(transaction.commit());
        }
        QCOMPARE(outbox->entries(EditState::Pending, 0, -1)->size(), 1);
        spoil("DROP TABLE outbox");
        const auto transaction = *sql::Transaction::begin(*connection);
        QVERIFY(isError(outbox->append(transaction, edit(record), u"1.a"_s)));
        for (const auto state : {EditState::Pending, EditState::Accepted, EditState::Refused})
            QVERIFY(isError(outbox->entries(state, 0, -1)));
        QVERIFY(isError(outbox->entry(1)));
        QVERIFY(isError(outbox->openEdits(record)));
        QVERIFY(isError(outbox->allOf(record)));
        QVERIFY(isError(outbox->anyOpen(record)));
        QVERIFY(isError(outbox->anyPending(record)));
        QVERIFY(isError(outbox->settle(transaction, {1, 1, {}, ErrorCode::None, {}}, 1)));
        QVERIFY(isError(outbox->settle(transaction, {1, 0, {}, ErrorCode::Forbidden, u"no"_s}, 1)));
        QVERIFY(isError(outbox->close(transaction, record, 1)));
        QVERIFY(isError(outbox->reopen(transaction, 1, 1000)));
        QVERIFY(isError(outbox->openPlaces()));
        QVERIFY(isError(outbox->putAside(transaction, 1)));
        QVERIFY(isError(outbox->renumber(transaction)));
        QVERIFY(isError(outbox->forgetBefore(transaction, 1)));
        Counts counts;
        QVERIFY(isError(outbox->count(counts)));
    }

    // An entry that cannot be read holds up what comes after it; it is never left out.
    void anEntryThatIsNotReadableIsNotPassedOver()
    {
        {
            auto transaction = *sql::Transaction::begin(*connection);
            QVERIFY(outbox->append(transaction, edit(record), u"1.a"_s));
            QVERIFY(outbox->append(transaction, edit(record), u"1.a"_s));
            QVERIFY(transaction.commit());
        }
        spoil("UPDATE outbox SET fields = x'ff' WHERE seq = 1");
        QCOMPARE(outbox->entries(EditState::Pending, 0, -1).error().code, ErrorCode::StorageCorrupt);
        QCOMPARE(outbox->entry(1).error().code, ErrorCode::StorageCorrupt);
        QCOMPARE(outbox->openEdits(record).error().code, ErrorCode::StorageCorrupt);
        QVERIFY((*outbox->entry(2)).has_value());
    }

    void theOutboxCountsWhatIsThere()
    {
        auto transaction = *sql::Transaction::begin(*connection);
        const RecordId other = RecordId::named("test", "other");
        for (const RecordId& id : {record, record, other})
            QVERIFY(outbox->append(transaction, edit(id), QString()));
        merge::Edit together = edit(record);
        together.together = *TogetherId::fromText(u"0190a7c4-0000-7000-8000-0000000000d1"_s);
        QVERIFY(outbox->append(transaction, together, u"1.a"_s));
        QCOMPARE((*outbox->entry(4))->edit.together, together.together);
        QVERIFY(!(*outbox->entry(5)).has_value());

        QVERIFY((*outbox->settle(transaction, {1, 7, {u"result"_s}, ErrorCode::None, {}}, 9)).has_value());
        QVERIFY((*outbox->settle(transaction, {2, 0, {}, ErrorCode::Forbidden, u"no"_s}, 9)).has_value());
        QVERIFY(!(*outbox->settle(transaction, {2, 0, {}, ErrorCode::Forbidden, {}}, 9)).has_value());
        QVERIFY(!(*outbox->settle(transaction, {77, 1, {}, ErrorCode::None, {}}, 9)).has_value());
        Counts counts;
        QVERIFY(outbox->count(counts));
        QCOMPARE(counts.pendingEdits, 2);
        QCOMPARE(counts.pendingRecords, 2);
        QCOMPARE(counts.attention, 1);
        QCOMPARE(outbox->entries(EditState::Accepted, 0, -1)->first().beside, QStringList{u"result"_s});
        QCOMPARE(outbox->openPlaces()->size(), 2);

        QVERIFY(*outbox->putAside(transaction, 2));
        QVERIFY(!*outbox->putAside(transaction, 2));
        // Two records' edits are open again, each named once.
        QCOMPARE(outbox->reopen(transaction, 1, 1000)->size(), 1);
        QVERIFY(outbox->close(transaction, record, 100));
        QVERIFY(*outbox->anyPending(record));
        QVERIFY(outbox->forgetBefore(transaction, 100));
    }

    void channelsThatAreGoneAreNeverNone()
    {
        auto transaction = *sql::Transaction::begin(*connection);
        QVERIFY(*channels->idOf(transaction, u"city"_s) > 0);
        QVERIFY(transaction.commit());
        spoil("DROP TABLE channel");
        const auto broken = *sql::Transaction::begin(*connection);
        QVERIFY(isError(channels->find(u"unit/1"_s)));
        QVERIFY(isError(channels->idOf(broken, u"unit/1"_s)));
        QVERIFY(isError(channels->setPosition(broken, u"unit/1"_s, 3)));
        QVERIFY(isError(channels->setPosition(broken, u"city"_s, 3)));
        QVERIFY(isError(channels->addToDigest(broken, 1, 3)));
        QVERIFY(isError(channels->setDigest(broken, 1, 3)));
        QVERIFY(isError(channels->all()));
    }

    void aFileThatTakesNothingMakesNoChannel()
    {
        spoil("CREATE TRIGGER full BEFORE INSERT ON channel BEGIN SELECT raise(ABORT, 'full'); END");
        const auto transaction = *sql::Transaction::begin(*connection);
        QVERIFY(isError(channels->idOf(transaction, u"unit/1"_s)));
        QVERIFY(isError(channels->setPosition(transaction, u"unit/1"_s, 3)));
        QCOMPARE(*channels->find(u"unit/1"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestBrokenTables)
#include "tst_brokentables.moc"
