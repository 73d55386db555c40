#include "core/store/storefile.h"
#include "store/salvage.h"

#include <QDir>

using namespace thidua;
using namespace thidua::store;
using namespace thidua::test;

// A damaged file never costs a person's work, and never keeps the app from starting.
class SalvageTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreFile> m_file;
    QByteArray m_content; // of a sound file
    int m_owned = 0;      // of the spoilt files

    Result<Salvaged> salvageIt()
    {
        return salvage(m_file->path(), domain::Schema::current(), m_file->clock, *m_file->random);
    }
    // 40 sent and decided, 3 refused, 200 still to be sent, a draft.
    void fill()
    {
        auto store = m_file->openEnrolled();
        Decisions decisions;
        QList<Receipt> receipts;
        for (int i = 1; i <= 243; ++i) {
            const auto saved = store->save({kind::report, {}, 0, newReport(i), {}});
            QVERIFY(saved);
            if (i <= 40) {
                decisions.row(kind::report, saved->record, newReport(i));
                QVERIFY(store->applyPage(decisions.take()));
                receipts.append({i, 1, {}, ErrorCode::None, {}});
            } else if (i <= 43) {
                receipts.append({i, 0, {}, ErrorCode::Forbidden, u"no"_s});
            }
        }
        QVERIFY(store->settleReceipts(receipts, m_file->clock.now()));
        QVERIFY(store->keepDraft({u"report/new"_s, {}, 0, {{name::note, u"nháp"_s}}, 0}));
    }
    void spoil(qint64 from, qint64 size)
    {
        QFile file(m_file->path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(from));
        QCOMPARE(file.write(QByteArray(qsizetype(size), '\x5a')), size);
    }
    [[nodiscard]] qint64 sizeOfFile() const { return QFile(m_file->path()).size(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_file = std::make_unique<StoreFile>();
        fill();
        QVERIFY(!QFile::exists(m_file->path() + u"-wal"_s)); // all of it is in the one file
        QFile file(m_file->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_content = file.readAll();
    }
    void init()
    {
        m_file = std::make_unique<StoreFile>();
        m_file->random.emplace(11);
        QFile file(m_file->path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(m_content), m_content.size());
    }

    void theWholeWorkOfASoundFileIsCarriedOver()
    {
        const auto salvaged = salvageIt();
        QVERIFY(salvaged);
        QVERIFY(salvaged->belongsToSomebody);
        QCOMPARE(salvaged->edits, 243);
        QCOMPARE(salvaged->lost, 0);
        QCOMPARE(salvaged->drafts, 1);
        QVERIFY(QFile::exists(salvaged->aside));
        auto store = m_file->open();
        QVERIFY(store);
        QCOMPARE(store->identity()->user, me);
        QCOMPARE(store->outbox(EditState::Pending)->size(), 200);
        QCOMPARE(store->outbox(EditState::Accepted)->size(), 40);
        QCOMPARE(store->outbox(EditState::Refused)->size(), 3);
        QCOMPARE((*store->draft(u"report/new"_s))->fields.value(name::note).toText(), u"nháp"_s);
        // What is to be sent is shown; what was decided comes again from the server.
        QCOMPARE(store->records(kind::report)->size(), 200);
        QVERIFY(store->positions()->isEmpty());
        QCOMPARE(store->save({kind::report, {}, 0, newReport(9), {}})->seq, 244);
    }

    // Whichever part of the file is spoilt: what can be read is there under its number, what cannot is told.
    void nothingReadableIsLostWhateverIsSpoilt_data()
    {
        QTest::addColumn<int>("part");
        for (int part = 0; part < 24; ++part)
            QTest::addRow("part %d of 24", part + 1) << part;
    }
    void nothingReadableIsLostWhateverIsSpoilt()
    {
        QFETCH(const int, part);
        const qint64 pages = sizeOfFile() / 4096;
        spoil(4096 * (pages * part / 24), 4096);
        const auto salvaged = salvageIt();
        QVERIFY2(salvaged, qPrintable(salvaged ? QString() : salvaged.error().detail));
        QVERIFY(QFile::exists(salvaged->aside));
        QCOMPARE(integrityOf(m_file->path()), u"ok"_s);
        auto store = m_file->open();
        QVERIFY(store);
        qint64 readable = 0;
        QSet<qint64> seqs;
        for (const auto state : {EditState::Pending, EditState::Accepted, EditState::Refused}) {
            const auto entries = store->outbox(state);
            QVERIFY(entries);
            for (const OutboxEntry& entry : *entries) {
                seqs.insert(entry.edit.seq);
                if (entry.edit.set.isEmpty())
                    continue;
                ++readable;
                QCOMPARE(entry.edit.set.value(name::value).toInteger(), entry.edit.seq);
            }
        }
        QCOMPARE(readable, salvaged->edits);
        if (salvaged->belongsToSomebody)
            QVERIFY2(readable >= 243 - 60, qPrintable(QString::number(readable)));
        m_owned += salvaged->belongsToSomebody ? 1 : 0;
        // The numbers that are to be sent have no gap.
        const auto pending = store->outbox(EditState::Pending);
        for (qsizetype i = 1; i < pending->size(); ++i)
            QCOMPARE(pending->at(i).edit.seq, pending->at(i - 1).edit.seq + 1);
    }

    // Of all the pages one says whose the file is.
    void nearlyAlwaysItIsKnownWhoseTheWorkIs()
    {
        QVERIFY2(m_owned >= 22, qPrintable(QString::number(m_owned)));
    }

    void theWorkStandsThoughEveryTreeIsBroken()
    {
        spoil(0, 100); // the first page's header: nothing leads anywhere any more
        QCOMPARE(m_file->tryOpen().error().code, ErrorCode::StorageCorrupt);
        const auto salvaged = salvageIt();
        QVERIFY(salvaged);
        QCOMPARE(salvaged->edits, 243);
        QCOMPARE(m_file->open()->outbox(EditState::Pending)->size(), 200);
    }

    void whatIsNoDatabaseAtAllIsPutAsideAndAPersonSignsInAnew()
    {
        spoil(0, sizeOfFile());
        QCOMPARE(m_file->tryOpen().error().code, ErrorCode::StorageCorrupt);
        const auto salvaged = salvageIt();
        QVERIFY(salvaged);
        QVERIFY(!salvaged->belongsToSomebody);
        auto store = m_file->open();
        QVERIFY(store);
        QCOMPARE(store->identity().error().code, ErrorCode::NotSignedIn);
        QVERIFY(store->enrol(identity(officerOf(unitA))));
    }

    // Cut off after the new file was whole, it ends at the next start; the old log does not spoil the new
    // file.
    void aSalvageThatWasCutOffEndsAtTheNextStart()
    {
        QVERIFY(salvageIt());
        QVERIFY(QFile::rename(m_file->path(), m_file->path() + u".salvaged"_s));
        QFile damaged(m_file->path());
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("nothing good") > 0);
        damaged.close();
        QFile log(m_file->path() + u"-wal"_s);
        QVERIFY(log.open(QIODevice::WriteOnly) && log.write(QByteArray(5000, '\x7f')) > 0);
        log.close();
        QVERIFY(endSalvage(m_file->path()));
        auto store = m_file->open();
        QVERIFY(store);
        QCOMPARE(store->outbox(EditState::Pending)->size(), 200);
    }
};

QTEST_GUILESS_MAIN(SalvageTest)
#include "tst_salvage.moc"
