#include "core/store/storefile.h"
#include "store/searchindex.h"
#include "support/faultydisk.h"

#include <sqlite3.h>

using namespace thidua;
using namespace thidua::store;
using namespace thidua::test;

// What people find with words, whatever happens to the file that helps finding it.
class SearchIndexTest : public QObject
{
    Q_OBJECT

private:
    // A device with the catalogue on it, and its index.
    struct Device {
        StoreFile file;
        Decisions decisions;
        std::unique_ptr<LocalStore> store = file.openEnrolled();
        std::unique_ptr<SearchIndex> index;

        Device()
        {
            const auto applied = store->applyPage(catalogue(decisions));
            Q_ASSERT(applied);
            begin();
        }
        // As after the death of the process.
        void begin(const QString& disk = {}) { index = std::make_unique<SearchIndex>(*store, path(), disk); }
        [[nodiscard]] QString path() const { return SearchIndex::pathBeside(file.path()); }
        void arrive()
        {
            const auto applied = store->applyPage(decisions.take());
            Q_ASSERT(applied);
        }
        void note(const RecordId& id, const QString& text, const QString& day = {})
        {
            Fields fields = newReport(1);
            fields.insert(name::note, text);
            if (!day.isEmpty()) {
                fields.insert(name::occurredOn, day);
                fields.insert(name::place, Value());
            }
            decisions.row(kind::report, id, fields);
        }
        [[nodiscard]] bool catchUp() const
        {
            for (int part = 0; part < 1000; ++part) {
                const auto complete = index->catchUp();
                if (!complete || *complete)
                    return complete.ok();
            }
            return false;
        }
        [[nodiscard]] QList<RecordId> find(const QString& text, const QString& kind = {}) const
        {
            QList<RecordId> ids;
            const auto found = index->find({text, kind, 20});
            for (const SearchMatch& match : found.valueOr({}))
                ids.append(match.record);
            return ids;
        }
    };

private Q_SLOTS:
    void marksMayBeLeftOut()
    {
        const Device device;
        QVERIFY(device.catchUp());
        QCOMPARE(device.find(u"dong hung thuan"_s), (QList<RecordId>{unitB}));
        QCOMPARE(device.find(u"Đông Hưng"_s), (QList<RecordId>{unitB}));
        QCOMPARE(device.find(u"34 ct"_s), (QList<RecordId>{graded}));
        QCOMPARE(device.find(u"khong co gi"_s), QList<RecordId>());
    }

    void theLastWordMayStillBeTyped()
    {
        const Device device;
        QVERIFY(device.catchUp());
        for (const QString& typed : {u"phường sà"_s, u"phuong sai g"_s, u"phường sài gòn"_s})
            QCOMPARE(device.find(typed, kind::unit).value(0), unitC);
    }

    void theMarksThatWereTypedComeFirst()
    {
        Device device;
        device.note(idOf("without"), u"ma"_s, u"2025-09-09"_s);
        device.note(idOf("with"), u"má"_s, u"2025-01-01"_s);
        device.arrive();
        QVERIFY(device.catchUp());
        QCOMPARE(device.find(u"má"_s, kind::report), (QList<RecordId>{idOf("with"), idOf("without")}));
        QCOMPARE(device.find(u"ma"_s, kind::report), (QList<RecordId>{idOf("without"), idOf("with")}));
    }

    void namesThenWholeWordsThenNewerOnesComeFirst()
    {
        Device device;
        device.note(idOf("beginning"), u"sạchsẽ"_s, u"2025-12-01"_s);
        device.note(idOf("old"), u"đường sạch"_s, u"2024-03-01"_s);
        device.note(idOf("new"), u"phố sạch"_s, u"2025-03-01"_s);
        device.decisions.row(kind::movement, idOf("by goal"),
                             {{name::name, u"Ngày chủ nhật"_s},
                              {name::kind, u"drive"_s},
                              {name::level, u"city"_s},
                              {name::mode, Value()},
                              {name::goal, u"Thành phố sạch"_s}});
        device.decisions.row(kind::movement, idOf("by name"),
                             {{name::name, u"Thành phố sạch"_s},
                              {name::kind, u"drive"_s},
                              {name::level, u"city"_s},
                              {name::mode, Value()}});
        device.arrive();
        QVERIFY(device.catchUp());
        QCOMPARE(device.find(u"sạch"_s, kind::report),
                 (QList<RecordId>{idOf("new"), idOf("old"), idOf("beginning")}));
        QCOMPARE(device.find(u"sạch"_s, kind::movement), (QList<RecordId>{idOf("by name"), idOf("by goal")}));
    }

    void whatPeopleTypeIsNeverAnOperator_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char* typed : {"\"", "sai\"", "*", "sai*", "name_words : sai", "NEAR(sai gon)",
                                  "sai OR gon", "(sai", "sai)", "^sai", "-sai", "'; DROP TABLE entry; --",
                                  "sai + gon", "{words} : sai", "%", "\xee\x80\x80unit", "\x01sai"})
            QTest::newRow(typed) << QString::fromUtf8(typed);
    }

    void whatPeopleTypeIsNeverAnOperator()
    {
        QFETCH(QString, typed);
        const Device device;
        QVERIFY(device.catchUp());
        QVERIFY(device.index->find({typed, {}, 20}).ok());
        QCOMPARE(device.find(u"sai gon"_s), (QList<RecordId>{unitC}));
    }

    void anOwnEditIsFoundBeforeItIsSent()
    {
        const Device device;
        QVERIFY(device.catchUp());
        Fields fields = newReport(1);
        fields.insert(name::note, u"trồng cây"_s);
        const auto saved = device.store->save({kind::report, {}, 0, fields, {}});
        device.index->changed({saved->record});
        QVERIFY(device.catchUp());
        QCOMPARE(device.find(u"trong cay"_s), (QList<RecordId>{saved->record}));
        QVERIFY(device.store->save({kind::report, saved->record, 0, {{name::note, u"quét rác"_s}}, {}}));
        device.index->changed({saved->record});
        QVERIFY(device.catchUp());
        QCOMPARE(device.find(u"trong cay"_s), QList<RecordId>());
        QCOMPARE(device.find(u"quet rac"_s), (QList<RecordId>{saved->record}));
    }

    void whatIsDeletedOrNoLongerHeldIsNotFound()
    {
        Device device;
        device.note(idOf("mine"), u"trồng cây"_s);
        device.arrive();
        QVERIFY(device.catchUp());
        QCOMPARE(device.find(u"trong cay"_s), (QList<RecordId>{idOf("mine")}));
        Page gone{u"1.x"_s, {}, {}, {}};
        gone.gone = {domain::Channel::unit(unitA).name()};
        QVERIFY(device.store->applyPage(gone));
        // Nobody told the index: it finds out at the next start.
        device.begin();
        QVERIFY(device.catchUp());
        QCOMPARE(device.find(u"trong cay"_s), QList<RecordId>());
    }

    void whatChangedWhileNobodyListenedIsCaughtUpWith()
    {
        Device device;
        QVERIFY(device.catchUp());
        for (int i = 0; i < 700; ++i)
            device.note(idOf(QByteArray::number(i).constData()), u"ghi chú số %1"_s.arg(i));
        device.arrive();
        // Cut off in the middle of the work, and once more.
        for (int restart = 0; restart < 3; ++restart) {
            device.begin();
            QVERIFY(!*device.index->catchUp());
        }
        QVERIFY(device.catchUp());
        QCOMPARE(device.find(u"ghi chu so 699"_s), (QList<RecordId>{idOf("699")}));
    }

    void aDamagedOrMissingFileIsMadeAnew_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::newRow("gone") << QByteArray();
        QTest::newRow("not a database") << QByteArray("not a database at all, but long enough to be read");
        QTest::newRow("the words' tree") << QByteArray("UPDATE all_words_data SET block = zeroblob(8);"
                                                       "UPDATE name_words_data SET block = zeroblob(8);");
        QTest::newRow("a table is gone")
            << QByteArray("DROP TABLE all_words; DROP TABLE name_words; DROP TABLE entry;");
    }

    void aDamagedOrMissingFileIsMadeAnew()
    {
        QFETCH(QByteArray, damage);
        Device device;
        QVERIFY(device.catchUp());
        device.index.reset();
        const QStringList before = contentOf(device.file.path());
        if (damage.contains(';')) {
            // Not by way of our own connections, which let nobody write to what belongs to FTS5.
            sqlite3* handle = nullptr;
            QCOMPARE(sqlite3_open(QFile::encodeName(device.path()).constData(), &handle), SQLITE_OK);
            QCOMPARE(sqlite3_exec(handle, damage.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
            sqlite3_close(handle);
        } else {
            SearchTable::removeFile(device.path());
            QFile file(device.path());
            QVERIFY(damage.isEmpty() || (file.open(QIODevice::WriteOnly) && file.write(damage) > 0));
        }
        device.begin();
        // The first look may meet the damage; nobody is told, and the next one finds again.
        QVERIFY(device.index->find({u"sai gon"_s, {}, 20}).ok());
        QVERIFY(device.catchUp());
        QCOMPARE(device.find(u"sai gon"_s), (QList<RecordId>{unitC}));
        QCOMPARE(contentOf(device.file.path()), before);
    }

    // Disk full at the i-th access, for every i until none is left: what is held is found, saves go on.
    void aFullDiskStopsTheIndexAndNothingElse()
    {
        FaultyDisk disk;
        Device device;
        bool struck = true;
        for (int access = 1; struck; access += 3) {
            QVERIFY(access < 3000);
            device.index.reset();
            SearchTable::removeFile(device.path());
            device.begin(disk.name());
            disk.failAt(access, FaultyDisk::Fault::Full);
            const bool whole = device.catchUp();
            struck = disk.struck();
            QVERIFY(whole || struck);
            QVERIFY(device.store->save({kind::report, idOf("saved"), 0, newReport(access), {}}));
            device.index->changed({idOf("saved")});
            disk.repair();
            QVERIFY(device.catchUp());
            QCOMPARE(device.find(u"sai gon"_s), (QList<RecordId>{unitC}));
        }
    }

    void theIndexWritesNothingIntoTheDevicesFile()
    {
        const Device device;
        QVERIFY(device.catchUp());
        const QStringList before = contentOf(device.file.path());
        device.index->changed({unitA, unitB});
        QVERIFY(device.catchUp());
        QCOMPARE(contentOf(device.file.path()), before);
    }
};

QTEST_GUILESS_MAIN(SearchIndexTest)
#include "tst_searchindex.moc"
