#include "core/store/storefile.h"
#include "store/salvage.h"
#include "support/fakefiles.h"

#include <QCryptographicHash>

using namespace thidua;
using namespace thidua::store;
using namespace thidua::test;
using Unsynced = FakeFiles::Unsynced;

namespace
{

QByteArray hashOf(const QByteArray& content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

QByteArray photograph(qsizetype size, char filling = 'p')
{
    return QByteArray("\xff\xd8\xff\xe0").leftJustified(size, filling);
}

// A tablet with a report, a photograph in its gallery, and a disk for contents that can fail.
class Tablet
{
public:
    Tablet()
    {
        disk.put(gallery, content);
        open();
        report = store->save({kind::report, {}, 0, newReport(1), {}})->record;
    }
    void open()
    {
        store.reset();
        store = *LocalStore::open(path(), domain::Schema::current(), clock, random, {{}, {}, &disk});
        if (!store->enrol(identity(officerOf(unitA))))
            qFatal("not enrolled");
    }
    [[nodiscard]] Result<Attached> attach() { return store->attach({report, gallery, {}, {}}); }
    [[nodiscard]] QString path() const { return m_dir.filePath(u"device.db"_s); }
    [[nodiscard]] QString folder() const { return m_dir.filePath(u"files"_s); }
    [[nodiscard]] QString pathOf(const QByteArray& hash) const
    {
        return folder() + u'/' + QString::fromLatin1(hash.toHex());
    }
    [[nodiscard]] QStringList names() { return *disk.list(folder()); }
    [[nodiscard]] QList<KeptFile> waiting() { return *store->files(FileState::Waiting); }
    // The attachment has been accepted and comes back; `gone`: and its channel may no longer be held.
    void decide(const Attached& attached)
    {
        Decisions decisions;
        decisions.row(kind::attachment, attached.attachment.id, attached.attachment.toFields(),
                      {.device = myDevice, .seq = attached.seq});
        QVERIFY(store->settleReceipts({{1, 1, {}, {}, {}}, {attached.seq, 1, {}, {}, {}}}).ok());
        QVERIFY(store->applyPage(decisions.take()).ok());
    }

    const QByteArray content = photograph(3 * filePieceBytes + 5);
    const QByteArray sha256 = hashOf(content);
    const QString gallery = u"/gallery/Ảnh 1.jpg"_s;
    TestClock clock;
    SeededRandom random{5};
    FakeFiles disk;
    std::unique_ptr<LocalStore> store;
    RecordId report;

private:
    QTemporaryDir m_dir;
};

} // namespace

// D4, D5, D18: contents beside the database.
class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAttachedFileLiesUnderItsHashAndItsRecordNamesIt()
    {
        Tablet tablet;
        const auto attached = tablet.attach();
        QVERIFY(attached.ok());
        tablet.disk.losePower(Unsynced::Lost); // it was durable
        QCOMPARE(tablet.disk.files().value(tablet.pathOf(tablet.sha256)), tablet.content);
        const auto record = *tablet.store->record(attached->attachment.id);
        QVERIFY(record.has_value());
        const auto named = domain::Attachment::fromFields(record->id, record->values);
        QCOMPARE(named, attached->attachment);
        QCOMPARE(named.sha256, tablet.sha256);
        QCOMPARE(named.size, tablet.content.size());
        QCOMPARE(named.mediaType, u"image/jpeg"_s);
        QCOMPARE(named.name, u"Ảnh 1.jpg"_s);
        QCOMPARE(named.unit, unitA);
        QCOMPARE(tablet.store->counts()->filesWaiting, 1);
        QCOMPARE(tablet.store->counts()->fileBytesLeft, tablet.content.size());
        QCOMPARE(tablet.names().size(), 1);
    }

    void whatIsNoEvidenceIsRefusedAndLeavesNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("a page") << QByteArray("<html>") << ErrorCode::UnsupportedMedia;
        QTest::newRow("empty") << QByteArray("") << ErrorCode::UnsupportedMedia;
        QTest::newRow("too large") << photograph(domain::Attachment::maxBytes + 1) << ErrorCode::TooLarge;
    }
    void whatIsNoEvidenceIsRefusedAndLeavesNothing()
    {
        QFETCH(QByteArray, content);
        QFETCH(ErrorCode, code);
        Tablet tablet;
        tablet.disk.put(tablet.gallery, content);
        QCOMPARE(tablet.attach().error().code, code);
        QVERIFY(tablet.names().isEmpty());
        QCOMPARE(tablet.store->counts()->pendingEdits, 1); // the report's
        QCOMPARE(tablet.store->attach({tablet.report, u"/gallery/none"_s, {}, {}}).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(tablet.store->attach({RecordId::named("test", "none"), tablet.gallery, {}, {}}).error().code,
                 ErrorCode::NotFound);
    }

    // D18: 20 MP weigh 80 MB when they are unpacked. Here a picture is bytes that are copied; what stands
    // behind its first ones is nobody's business.
    void aLargePictureIsNeverHeldWholeNorOpened()
    {
        Tablet tablet;
        tablet.disk.put(tablet.gallery, photograph(domain::Attachment::maxBytes, '\0'));
        QVERIFY(tablet.attach().ok());
        QVERIFY(tablet.disk.mostRead <= filePieceBytes);
    }

    // D4, D5: each change of the disk fails in its turn and everything after it; then the power goes, with
    // what was not synced or without it.
    void whereverItEndsEachRowHasItsFileAndEachFileItsRow_data()
    {
        QTest::addColumn<int>("unsynced");
        QTest::newRow("what was not synced is kept") << int(Unsynced::Kept);
        QTest::newRow("what was not synced is lost") << int(Unsynced::Lost);
    }
    void whereverItEndsEachRowHasItsFileAndEachFileItsRow()
    {
        QFETCH(int, unsynced);
        int failed = 0;
        for (int n = 1; n < 100; ++n) {
            Tablet tablet;
            tablet.disk.failAt(n, ErrorCode::StorageFull);
            const auto attached = tablet.attach();
            const bool struck = tablet.disk.struck();
            QCOMPARE(attached.ok(), !struck);
            QVERIFY(attached || attached.error().code == ErrorCode::StorageFull);
            tablet.disk.losePower(Unsynced(unsynced));
            tablet.open();
            QVERIFY(tablet.store->sweepFiles().ok());
            const auto rows = tablet.waiting();
            QCOMPARE(rows.size(), attached ? 1 : 0);
            QCOMPARE(tablet.names().size(), rows.size());
            QCOMPARE(tablet.store->count(kind::attachment).value(), rows.size());
            if (attached)
                QCOMPARE(hashOf(tablet.disk.files().value(tablet.pathOf(tablet.sha256))), tablet.sha256);
            else
                QVERIFY(tablet.attach().ok()); // nothing is in the way of another try
            if (!struck)
                break;
            ++failed;
        }
        QVERIFY(failed >= 6); // each piece, both syncs and the rename have had their turn
    }

    void aDeathBetweenTheNameAndTheRowLeavesNothingBehind()
    {
        Tablet tablet;
        tablet.disk.put(tablet.pathOf(tablet.sha256), tablet.content);
        tablet.disk.put(tablet.folder() + u"/0123.part"_s, "half a copy");
        QVERIFY(tablet.store->sweepFiles().ok());
        QVERIFY(tablet.names().isEmpty());
    }

    void aLostContentIsToldAndNotPassedOver()
    {
        Tablet tablet;
        QVERIFY(tablet.attach().ok());
        QVERIFY(tablet.disk.remove(tablet.pathOf(tablet.sha256)).ok());
        QVERIFY(tablet.store->sweepFiles().ok());
        QVERIFY(tablet.waiting().isEmpty());
        const auto refused = *tablet.store->files(FileState::Refused);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.first().code, ErrorCode::StorageCorrupt);
        QCOMPARE(tablet.store->counts()->filesRefused, 1);
    }

    void afterASalvageOfTheDatabaseTheFileStillWaits()
    {
        Tablet tablet;
        const auto attached = tablet.attach();
        tablet.store.reset();
        QVERIFY(salvage(tablet.path(), domain::Schema::current(), tablet.clock, tablet.random).ok());
        tablet.open();
        QVERIFY(tablet.waiting().isEmpty());
        QVERIFY(tablet.store->sweepFiles().ok());
        QCOMPARE(tablet.waiting().size(), 1);
        QCOMPARE(tablet.waiting().first().record, attached->attachment.id);
        QCOMPARE(tablet.waiting().first().size, tablet.content.size());
    }

    void whatIsLeftNeverGrows()
    {
        Tablet tablet;
        QVERIFY(tablet.attach().ok());
        const auto left = [&] { return tablet.store->counts()->fileBytesLeft; };
        const KeptFile file = tablet.waiting().first();
        QVERIFY(tablet.store->advanceFile(file, 1000).ok());
        QCOMPARE(left(), file.size - 1000);
        QVERIFY(tablet.store->advanceFile(file, 0).ok()); // the server has forgotten
        QCOMPARE(left(), file.size - 1000);
    }

    void oneContentOfTwoAttachmentsLiesThereOnce()
    {
        Tablet tablet;
        QVERIFY(tablet.attach().ok());
        QVERIFY(tablet.attach().ok());
        QCOMPARE(tablet.waiting().size(), 2);
        QCOMPARE(tablet.names().size(), 1);
        QVERIFY(tablet.store->settleFile(tablet.waiting().first(), ErrorCode::None).ok());
        QCOMPARE(tablet.waiting().size(), 1);
    }

    // I5: what may no longer be here goes with its record; what was never sent does not.
    void aFileGoesWithItsRecordUnlessItWasNeverSent()
    {
        for (const bool sent : {true, false}) {
            Tablet tablet;
            const auto attached = tablet.attach();
            tablet.decide(*attached);
            if (sent)
                QVERIFY(tablet.store->settleFile(tablet.waiting().first(), ErrorCode::None).ok());
            Page page;
            page.gone = {u"unit/"_s + unitA.toText()};
            QVERIFY(tablet.store->applyPage(page).ok());
            QVERIFY(!tablet.store->record(attached->attachment.id)->has_value());
            QCOMPARE(tablet.names().size(), sent ? 0 : 1);
            QCOMPARE(tablet.waiting().size(), sent ? 0 : 1);
        }
    }

    void afterARestoreOfTheServerOwnFilesAreOfferedAgain()
    {
        Tablet tablet;
        const auto attached = tablet.attach();
        tablet.decide(*attached);
        QVERIFY(tablet.store->settleFile(tablet.waiting().first(), ErrorCode::None).ok());
        QCOMPARE(tablet.store->counts()->filesWaiting, 0);
        QVERIFY(tablet.store->offerAgain(1, u"2.second"_s).ok());
        QCOMPARE(tablet.store->counts()->filesWaiting, 1);
    }

    void aRefusedFileWaitsAgainWhenItIsTried()
    {
        Tablet tablet;
        QVERIFY(tablet.attach().ok());
        QVERIFY(tablet.store->settleFile(tablet.waiting().first(), ErrorCode::NotFound).ok());
        QCOMPARE(tablet.store->files(FileState::Refused)->first().code, ErrorCode::NotFound);
        QVERIFY(tablet.store->retryFiles().ok());
        QCOMPARE(tablet.waiting().size(), 1);
        QCOMPARE(tablet.waiting().first().code, ErrorCode::None);
    }

    void aFetchedFileGoesOnWhereItWasCutAndMustBeTheRightOne()
    {
        Tablet tablet;
        const auto attached = tablet.attach();
        tablet.decide(*attached);
        Tablet other; // with the record, without the file
        Decisions decisions;
        decisions.row(kind::attachment, attached->attachment.id, attached->attachment.toFields(), {});
        QVERIFY(other.store->applyPage(decisions.take()).ok());
        QVERIFY(!*other.store->holdsFile(tablet.sha256));
        const auto wanted = other.store->wantedFile(tablet.sha256);
        QVERIFY(wanted.ok());
        QVERIFY(other.store->keepFetched(*wanted, 0, photograph(1000, '?')).ok());
        QVERIFY(other.store->sweepFiles().ok());
        QCOMPARE(other.store->fetchedBytes(*wanted), 1000);
        QVERIFY(other.store->keepFetched(*wanted, 1000, tablet.content.mid(1000)).ok());
        QCOMPARE(other.store->finishFetched(*wanted).error().code, ErrorCode::ChecksumMismatch);
        QCOMPARE(other.store->fetchedBytes(*wanted), 0);
        QVERIFY(other.store->keepFetched(*wanted, 0, tablet.content).ok());
        QVERIFY(other.store->finishFetched(*wanted).ok());
        QVERIFY(*other.store->holdsFile(tablet.sha256));
        QCOMPARE(*other.store->readFile(tablet.sha256, 0, 1 << 20), tablet.content);
        QCOMPARE(other.store->counts()->filesWaiting, 0);
        QVERIFY(other.store->offerAgain(1, u"2.second"_s).ok()); // it is not this device's to offer
        QCOMPARE(other.store->counts()->filesWaiting, 0);
    }

    void whatNoAttachmentNamesIsNotFound()
    {
        Tablet tablet;
        QCOMPARE(tablet.store->wantedFile(tablet.sha256).error().code, ErrorCode::NotFound);
        QCOMPARE(tablet.store->readFile(tablet.sha256, 0, 1).error().code, ErrorCode::NotFound);
        QCOMPARE(tablet.store->wantedFile({}).error().code, ErrorCode::NotFound);
    }
};

QTEST_APPLESS_MAIN(FilesTest)
#include "tst_files.moc"
