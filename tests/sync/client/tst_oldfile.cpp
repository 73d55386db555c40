#include "base/valuecodec.h"
#include "sql/migrator.h"
#include "sql/transaction.h"
#include "store/migrations.h"
#include "sync/client/enginefixture.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;
using Phase = client::SyncStatus::Phase;

// A tablet was away with an old version of the app, and is updated before it has sent its work. Old files are
// made of the steps that had been released by then and of rows as the app of that time wrote them, not by the
// code of today.
class OldFileTest : public QObject
{
    Q_OBJECT

    static constexpr int edits = 3'000;

    static void run(sql::Connection& connection, QByteArrayView sql, const auto&... values)
    {
        auto statement = connection.prepare(sql);
        if (!statement || !statement->bind(values...).run())
            qFatal("%s", sql.toByteArray().constData());
    }
    static void enrol(sql::Connection& file)
    {
        const QList<QPair<QString, QString>> facts{
            {u"server"_s, u"http://localhost"_s},
            {u"device"_s, ownDevice.toText()},
            {u"user"_s, ownUser.toText()},
            {u"userName"_s, u"An"_s},
            {u"deviceName"_s, u"tablet"_s},
            {u"epoch"_s, u"1.first"_s},
            {u"grants"_s, u"[]"_s},
        };
        for (const auto& [key, value] : facts)
            run(file, "INSERT INTO fact (key, value) VALUES (?1, ?2)", key, value);
    }
    // As the steps up to 1 have the outbox; every later step must bring these rows along.
    static void fillOutbox(sql::Connection& file)
    {
        for (int seq = 1; seq <= edits; ++seq) {
            const Fields set{{u"note"_s, QString::number(seq)}, {u"unit"_s, ownUnit}};
            run(file,
                "INSERT INTO outbox (seq, at, seen, epoch, record, kind, fields, together, state, open, "
                "version, "
                "beside, code, detail, settled_at) VALUES (?1, ?1, 0, '1.first', ?2, 'futureKind', ?3, NULL, "
                "0, 1, "
                "0, '', '', '', 0)",
                seq, recordOf(seq), codec::encode(set));
        }
        run(file,
            "INSERT INTO draft (key, record, seen, fields, changed_at) VALUES ('report/x', ?1, 0, ?2, 7)",
            recordOf(0), codec::encode({{u"note"_s, u"nháp"_s}}));
    }
    static RecordId recordOf(int seq) { return RecordId::named("old file", QByteArray::number(seq)); }

    static void makeOldFile(const QString& path, qsizetype steps)
    {
        const auto all = store::migrations();
        auto file = sql::Connection::open(path);
        const auto migrated = sql::migrate(**file, store::applicationId, {all.constData(), size_t(steps)});
        if (!migrated)
            qFatal("%s", qPrintable(migrated.error().detail));
        run(**file, "BEGIN");
        enrol(**file);
        fillOutbox(**file);
        run(**file, "COMMIT");
    }

private Q_SLOTS:
    void allWorkInAnOldFileIsThereAndIsSent_data()
    {
        QTest::addColumn<qsizetype>("steps");
        for (qsizetype steps = 1; steps <= store::migrations().size(); ++steps)
            QTest::addRow("of step %d", int(steps)) << steps;
    }
    void allWorkInAnOldFileIsThereAndIsSent()
    {
        QFETCH(qsizetype, steps);
        EngineFixture f;
        const QString path = f.folder.filePath(u"old.db"_s);
        makeOldFile(path, steps);

        auto opened = store::LocalStore::open(path, domain::Schema::current(), f.clock, f.random);
        QVERIFY2(opened, qPrintable(opened.error().detail));
        f.engine.reset();
        f.store = std::move(*opened);
        f.makeEngine();
        QCOMPARE(f.store->identity()->user, ownUser);
        QVERIFY((*f.store->draft(u"report/x"_s)).has_value());
        const auto pending = f.store->outbox(store::EditState::Pending);
        QCOMPARE(pending->size(), edits);
        for (int i = 0; i < edits; ++i) {
            const merge::Edit& edit = pending->at(i).edit;
            QVERIFY(edit.seq == i + 1 && edit.at == i + 1 && edit.record == recordOf(i + 1));
            QCOMPARE(edit.set.value(u"note"_s), Value(QString::number(i + 1)));
        }

        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(f.pending(), 0);
        QCOMPARE(f.server.records.size(), edits);
        QVERIFY(std::ranges::is_sorted(f.server.received));
        QCOMPARE(f.store->digests()->value(ownChannel), f.server.digest());
        QVERIFY((*f.store->draft(u"report/x"_s)).has_value());
    }
};

QTEST_GUILESS_MAIN(OldFileTest)
#include "tst_oldfile.moc"
