#include "core/store/pagebuilder.h"
#include "support/testclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace thidua;
using namespace thidua::store;
using namespace thidua::test;
using namespace Qt::StringLiterals;

class LocalStoreTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    test::TestClock m_clock;
    SeededRandom m_random{1};
    int m_files = 0;
    QSet<QString> m_changedKinds;

    std::unique_ptr<LocalStore> openFile(const QString& file)
    {
        StoreOptions options;
        options.onChange = [this](const auto&, const QStringList& kinds) {
            m_changedKinds += QSet<QString>(kinds.begin(), kinds.end());
        };
        auto store = LocalStore::open(file, domain::Schema::current(), m_clock, m_random, options);
        Q_ASSERT(store);
        return std::move(*store);
    }
    std::unique_ptr<LocalStore> newStore(domain::Role role = domain::Role::Officer)
    {
        auto store = openFile(m_dir.filePath(QString::number(++m_files)));
        const auto enrolled = store->enrol(
            {u"http://s"_s, myDevice, me, u"A"_s, u"tablet"_s, {{role, domain::Channel::unit(unit), 0, 0}}});
        Q_ASSERT(enrolled);
        return store;
    }
    static Fields shown(LocalStore& store, const RecordId& id)
    {
        const auto record = store.record(id);
        return record && *record ? (*record)->values : Fields();
    }

private Q_SLOTS:
    void aSaveIsShownCountedAndSurvivesReopening()
    {
        auto store = newStore();
        const auto saved = store->save({kind::report, {}, 0, newReport(8000), {}});
        QVERIFY(saved);
        QCOMPARE(saved->seq, 1);
        QVERIFY(m_changedKinds.contains(kind::report));
        store.reset();
        store = openFile(m_dir.filePath(QString::number(m_files)));
        const auto record = store->record(saved->record);
        QVERIFY(record && *record);
        QVERIFY((*record)->pending);
        QCOMPARE((*record)->version, 0);
        QCOMPARE((*record)->values.value(name::value).toInteger(), 8000);
        const auto counts = store->counts();
        QVERIFY(counts);
        QCOMPARE(counts->pendingRecords, 1);
        QCOMPARE(store->outbox(EditState::Pending)->size(), 1);
        QCOMPARE(store->records(kind::report, channel())->size(), 1);
    }

    void aMalformedSaveChangesNothing()
    {
        auto store = newStore();
        Fields half = newReport(1);
        half.remove(name::measure);
        QCOMPARE(store->save({kind::report, {}, 0, half, {}}).error().code, ErrorCode::IncompleteGroup);
        Fields wrong = newReport(1);
        wrong.insert(name::period, Value(7));
        QCOMPARE(store->save({kind::report, {}, 0, wrong, {}}).error().code, ErrorCode::Malformed);
        QCOMPARE(store->save({kind::report, {}, 0, result(5), {}}).error().code, ErrorCode::MissingField);
        QCOMPARE(store->counts()->pendingEdits, 0);
        QCOMPARE(store->records(kind::report)->size(), 0);
    }

    void ownEditsAreShownOnTopOfADecisionThatArrivesMeanwhile()
    {
        auto store = newStore();
        const RecordId id = RecordId::create(m_clock, m_random);
        QVERIFY(store->applyPage(
            PageBuilder().row(id, newReport(100), stampOf(1, otherDevice, 1, 10, other), 1).done()));
        QVERIFY(store->save({kind::report, id, 1, result(200), {}}));
        QCOMPARE(shown(*store, id).value(name::value).toInteger(), 200);
        // Another officer changes the note only; the own value stays on top.
        Fields values = newReport(100);
        values.insert(name::note, u"x"_s);
        QVERIFY(
            store->applyPage(PageBuilder().row(id, values, stampOf(2, otherDevice, 2, 10, other), 2).done()));
        QCOMPARE(shown(*store, id).value(name::value).toInteger(), 200);
        QCOMPARE(shown(*store, id).value(name::note).toText(), u"x"_s);
    }

    void aReceiptAloneMakesAnEditSent()
    {
        auto store = newStore();
        const auto saved = store->save({kind::report, {}, 0, newReport(8000), {}});
        QVERIFY(store->settleReceipts({{saved->seq, 1, {}, ErrorCode::None, {}}}));
        QCOMPARE(store->counts()->pendingEdits, 0);
        // Accepted but not pulled yet: still shown.
        QCOMPARE(shown(*store, saved->record).value(name::value).toInteger(), 8000);
        QVERIFY(!(*store->record(saved->record))->pending);
        QVERIFY(store->applyPage(
            PageBuilder().row(saved->record, newReport(8000), stampOf(1, myDevice, 1, 10, me), 1).done()));
        QCOMPARE((*store->record(saved->record))->version, 1);
    }

    void aRefusedEditStaysUnderAttentionAndCanBeSentAgain()
    {
        auto store = newStore();
        const auto saved = store->save({kind::report, {}, 0, newReport(8000), {}});
        QVERIFY(store->settleReceipts({{saved->seq, 0, {}, ErrorCode::Forbidden, u"no grant"_s}}));
        QCOMPARE(store->counts()->attention, 1);
        const auto refused = store->outbox(EditState::Refused);
        QCOMPARE(refused->size(), 1);
        QCOMPARE(refused->first().code, ErrorCode::Forbidden);
        QCOMPARE(refused->first().edit.set.value(name::value).toInteger(), 8000);
        QVERIFY(!(*store->record(saved->record)));
        const auto again = store->sendAgain(saved->seq);
        QVERIFY(again);
        QVERIFY(again->seq > saved->seq);
        QCOMPARE(store->counts()->attention, 0);
        QCOMPARE(store->counts()->pendingRecords, 1);
        QCOMPARE(store->history(saved->record)->size(), 2);
    }

    void theLoserSeesBothValuesAndTheConflictEndsWithAnEditThatSawThem()
    {
        auto store = newStore();
        const RecordId id = RecordId::create(m_clock, m_random);
        const auto head = stampOf(2, otherDevice, 1, 20, other);
        QVERIFY(store->applyPage(PageBuilder()
                                     .row(id, newReport(100), head, 2)
                                     .sibling(id, result(200), stampOf(1, myDevice, 1, 10, me))
                                     .done()));
        const auto conflicts = store->conflicts();
        QCOMPARE(conflicts->size(), 1);
        QVERIFY(conflicts->first().own);
        QCOMPARE(conflicts->first().group.group, u"result"_s);
        QCOMPARE(conflicts->first().group.winner.values.value(name::value).toInteger(), 100);
        QCOMPARE(conflicts->first().group.siblings.first().values.value(name::value).toInteger(), 200);
        QVERIFY(store->save({kind::report, id, 2, result(200), {}}));
        QCOMPARE(store->conflicts()->size(), 0);
        QCOMPARE(shown(*store, id).value(name::value).toInteger(), 200);
    }

    void aReplacedDecisionStaysInTheHistory()
    {
        auto store = newStore();
        const RecordId id = RecordId::create(m_clock, m_random);
        QVERIFY(store->applyPage(
            PageBuilder().row(id, newReport(100), stampOf(1, otherDevice, 1, 10, other), 1).done()));
        QVERIFY(store->applyPage(
            PageBuilder().row(id, newReport(300), stampOf(2, otherDevice, 2, 10, other), 2).done()));
        const auto history = store->history(id);
        QList<qint64> values;
        for (const HistoryEntry& entry : *history)
            values.append(entry.values.value(name::value).toInteger());
        std::ranges::sort(values);
        QCOMPARE(values, (QList<qint64>{100, 300}));
    }

    void digestsFollowTheRecordsThatAreHeld()
    {
        auto store = newStore();
        const RecordId a = RecordId::create(m_clock, m_random);
        const RecordId b = RecordId::create(m_clock, m_random);
        QVERIFY(store->applyPage(PageBuilder()
                                     .row(a, newReport(1), stampOf(1, otherDevice, 1, 10, other), 1)
                                     .row(b, newReport(2), stampOf(1, otherDevice, 2, 10, other), 2)
                                     .done()));
        QCOMPARE(store->digests()->value(channel()), merge::digestOf(a, 1) + merge::digestOf(b, 1));
        QVERIFY(store->applyPage(
            PageBuilder().row(a, newReport(3), stampOf(4, otherDevice, 3, 10, other), 3).done()));
        QCOMPARE(store->digests()->value(channel()), merge::digestOf(a, 4) + merge::digestOf(b, 1));
    }

    void aLostChannelTakesItsRecordsButNeverUnsentEdits()
    {
        auto store = newStore();
        const RecordId kept = RecordId::create(m_clock, m_random);
        const RecordId gone = RecordId::create(m_clock, m_random);
        QVERIFY(store->applyPage(PageBuilder()
                                     .row(kept, newReport(1), stampOf(1, otherDevice, 1, 10, other), 1)
                                     .row(gone, newReport(2), stampOf(1, otherDevice, 2, 10, other), 2)
                                     .done()));
        QVERIFY(store->save({kind::report, kept, 1, result(5), {}}));
        QVERIFY(store->applyPage({u"1.x"_s, {}, {channel()}, {}}));
        QVERIFY(!*store->record(gone));
        QVERIFY(store->history(gone)->isEmpty());
        QCOMPARE(store->counts()->pendingEdits, 1);
        QCOMPARE(shown(*store, kept).value(name::value).toInteger(), 5);
        QVERIFY(!shown(*store, kept).contains(name::period));
        QVERIFY(!store->positions()->contains(channel()));
    }

    void afterARestoreAcceptedEditsAreOfferedAgain()
    {
        auto store = newStore();
        const auto first = store->save({kind::report, {}, 0, newReport(1), {}});
        const auto second = store->save({kind::report, {}, 0, newReport(2), {}});
        const auto third = store->save({kind::report, {}, 0, newReport(3), {}});
        QVERIFY(store->settleReceipts({{1, 1, {}, ErrorCode::None, {}},
                                       {2, 1, {}, ErrorCode::None, {}},
                                       {3, 1, {}, ErrorCode::None, {}}}));
        QVERIFY(store->applyPage(PageBuilder()
                                     .row(first->record, newReport(1), stampOf(1, myDevice, 1, 10, me), 1)
                                     .row(second->record, newReport(2), stampOf(1, myDevice, 2, 10, me), 2)
                                     .row(third->record, newReport(3), stampOf(1, myDevice, 3, 10, me), 3)
                                     .done()));
        QVERIFY(store->offerAgain(3, u"2.y"_s));
        // And the last one that the server has: a copy of this file would be found out by it.
        const auto pending = store->outbox(EditState::Pending);
        QCOMPARE(pending->size(), 2);
        QCOMPARE(pending->first().edit.seq, 2);
        QCOMPARE(pending->first().epoch, QString());
        QCOMPARE(*store->epoch(), u"2.y"_s);
        QCOMPARE(store->positions()->value(channel()), 0);
    }

    void repairDropsWhatTheServerDoesNotSendAgainAndKeepsItInTheHistory()
    {
        auto store = newStore();
        const RecordId a = RecordId::create(m_clock, m_random);
        const RecordId b = RecordId::create(m_clock, m_random);
        QVERIFY(store->applyPage(PageBuilder()
                                     .row(a, newReport(1), stampOf(1, otherDevice, 1, 10, other), 1)
                                     .row(b, newReport(2), stampOf(1, otherDevice, 2, 10, other), 2)
                                     .done()));
        QVERIFY(store->beginRepair(channel()));
        QVERIFY(store->applyPage(
            PageBuilder().row(a, newReport(1), stampOf(1, otherDevice, 1, 10, other), 1).done()));
        QVERIFY(store->finishRepair(channel()));
        QVERIFY(*store->record(a));
        QVERIFY(!*store->record(b));
        QCOMPARE(store->history(b)->size(), 1);
        QCOMPARE(store->digests()->value(channel()), merge::digestOf(a, 1));
    }

    void anEditAgainstALockThatArrivedMeanwhileIsShownBesideTheStandingValue()
    {
        auto store = newStore();
        const RecordId id = RecordId::create(m_clock, m_random);
        QVERIFY(store->applyPage(
            PageBuilder().row(id, newReport(100), stampOf(1, otherDevice, 1, 10, other), 1).done()));
        QVERIFY(store->save({kind::report, id, 1, result(900), {}}));
        Fields locked = newReport(100);
        locked.insert({{name::submission, 1},
                       {name::status, u"appraised"_s},
                       {name::reason, Value()},
                       {name::reviewedSubmission, 1}});
        QVERIFY(
            store->applyPage(PageBuilder().row(id, locked, stampOf(3, otherDevice, 2, 30, other), 2).done()));
        QCOMPARE(shown(*store, id).value(name::value).toInteger(), 100);
        QCOMPARE(store->conflicts()->size(), 1);
    }

    void draftsSurviveAndEndWithTheSaveTheyWereFor()
    {
        auto store = newStore();
        QVERIFY(store->keepDraft({u"report/new"_s, {}, 0, {{name::note, u"nháp"_s}}, 0}));
        QCOMPARE((*store->draft(u"report/new"_s))->fields.value(name::note).toText(), u"nháp"_s);
        QCOMPARE(store->drafts()->size(), 1);
        QVERIFY(!store->save({kind::report, {}, 0, result(1), {}}, u"report/new"_s));
        QVERIFY(store->draft(u"report/new"_s)->has_value());
        QVERIFY(store->save({kind::report, {}, 0, newReport(1), {}}, u"report/new"_s));
        QVERIFY(!store->draft(u"report/new"_s)->has_value());
    }

    // A restored server may still ask for what this device believes to be two years old.
    void aClockThatJumpsAheadForgetsNothing()
    {
        auto store = newStore();
        const auto saved = store->save({kind::report, {}, 0, newReport(1), {}});
        const Instant serverTime = m_clock.now();
        QVERIFY(store->settleReceipts({{saved->seq, 1, {}, ErrorCode::None, {}}}, serverTime));
        QVERIFY(store->applyPage(
            PageBuilder().row(saved->record, newReport(1), stampOf(1, myDevice, 1, 10, me), 1).done()));
        m_clock.advance(std::chrono::hours(24 * 730));
        QVERIFY(store->save({kind::report, {}, 0, newReport(2), {}}));
        QVERIFY(store->settleReceipts({{2, 1, {}, ErrorCode::None, {}}}, serverTime + 1000));
        QCOMPARE(store->outbox(EditState::Accepted)->size(), 2);
    }

    void anotherPersonDoesNotInheritTheFile()
    {
        auto store = newStore();
        Identity stranger{u"http://s"_s, otherDevice, other, u"B"_s, u"tablet"_s, {}};
        QCOMPARE(store->enrol(stranger).error().code, ErrorCode::AnotherUser);
        QCOMPARE(store->identity()->user, me);
    }

    void aPersonWhoseTabletBecomesANewDeviceKeepsTheirWork()
    {
        auto store = newStore();
        for (int i = 1; i <= 4; ++i)
            QVERIFY(store->save({kind::report, {}, 0, newReport(i), {}}));
        QVERIFY(
            store->settleReceipts({{1, 1, {}, ErrorCode::None, {}}, {2, 0, {}, ErrorCode::Forbidden, {}}}));
        Identity renewed = *store->identity();
        renewed.device = otherDevice;
        QVERIFY(store->enrol(renewed));
        const auto numbers = [&](EditState state) {
            QList<std::pair<qint64, qint64>> found;
            const auto entries = store->outbox(state);
            for (const OutboxEntry& entry : *entries)
                found.append({entry.edit.seq, entry.edit.set.value(name::value).toInteger()});
            return found;
        };
        // The new device's numbers start at 1 and have no gap.
        QCOMPARE(numbers(EditState::Pending), (QList<std::pair<qint64, qint64>>{{1, 3}, {2, 4}}));
        QCOMPARE(numbers(EditState::Refused), (QList<std::pair<qint64, qint64>>{{-2, 2}}));
        QCOMPARE(store->save({kind::report, {}, 0, newReport(5), {}})->seq, 3);
        QCOMPARE(store->sendAgain(-2)->seq, 4);
    }

    void numbersStartAtOneThoughOldOnesAreNegative()
    {
        auto store = newStore();
        QVERIFY(store->save({kind::report, {}, 0, newReport(1), {}}));
        QVERIFY(store->settleReceipts({{1, 1, {}, ErrorCode::None, {}}}));
        Identity renewed = *store->identity();
        renewed.device = otherDevice;
        QVERIFY(store->enrol(renewed));
        QCOMPARE(store->save({kind::report, {}, 0, newReport(2), {}})->seq, 1);
    }

    void acceptedEditsAreForgottenAfterNinetyDaysAndTheirNumbersNeverUsedAgain()
    {
        auto store = newStore();
        for (int i = 1; i <= 3; ++i) {
            const auto saved = store->save({kind::report, {}, 0, newReport(i), {}});
            QVERIFY(store->settleReceipts({{saved->seq, 1, {}, ErrorCode::None, {}}}));
            QVERIFY(store->applyPage(
                PageBuilder().row(saved->record, newReport(i), stampOf(1, myDevice, i, 10, me), i).done()));
        }
        QVERIFY(store->settleReceipts(
            {}, m_clock.now() + std::chrono::milliseconds(std::chrono::hours(24 * 91)).count()));
        QCOMPARE(store->outbox(EditState::Accepted)->size(), 1); // the last one, for its number
        QCOMPARE(store->save({kind::report, {}, 0, newReport(4), {}})->seq, 4);
    }

    void aFieldOfANewerVersionMayHaveAnyName()
    {
        auto store = newStore();
        const RecordId id = RecordId::create(m_clock, m_random);
        Fields values = newReport(1);
        values.insert({{u"a,b\"]"_s, 1}, {u""_s, 2}, {u"\n"_s, u"x"_s}});
        QVERIFY(
            store->applyPage(PageBuilder().row(id, values, stampOf(1, otherDevice, 1, 10, other), 1).done()));
        QCOMPARE(shown(*store, id), values);
        store.reset();
        store = openFile(m_dir.filePath(QString::number(m_files)));
        QCOMPARE(shown(*store, id), values);
    }

    void aRecordKeepsItsKind()
    {
        auto store = newStore();
        const auto saved = store->save({kind::report, {}, 0, newReport(1), {}});
        QCOMPARE(store->save({kind::person, saved->record, 0, {{name::name, u"X"_s}}, {}}).error().code,
                 ErrorCode::InvalidValue);
        QCOMPARE((*store->record(saved->record))->kind, kind::report);
    }

    void whatWasAcceptedAndThenMovedAwayIsNotKept()
    {
        auto store = newStore();
        const auto saved = store->save({kind::report, {}, 0, newReport(1), {}});
        QVERIFY(store->settleReceipts({{saved->seq, 1, {}, ErrorCode::None, {}}}));
        Page page = PageBuilder().done();
        page.tables.first().moved = {saved->record};
        QVERIFY(store->applyPage(page));
        QVERIFY(!*store->record(saved->record));
    }

    void aRecordThatLeavesAndReturnsDuringARepairIsKept()
    {
        auto store = newStore();
        const RecordId id = RecordId::create(m_clock, m_random);
        const auto row = [&](qint64 version) {
            return PageBuilder()
                .row(id, newReport(1), stampOf(version, otherDevice, version, 10, other), version)
                .done();
        };
        QVERIFY(store->applyPage(row(1)));
        QVERIFY(store->beginRepair(channel()));
        Page page = PageBuilder().done();
        page.tables.first().moved = {id};
        QVERIFY(store->applyPage(page));
        QVERIFY(store->applyPage(row(3)));
        QVERIFY(store->finishRepair(channel()));
        QVERIFY(*store->record(id));
    }

    // A second edit of one's own, made on what the first one left, is not made against a lock.
    void ownEditsDoNotLockEachOther()
    {
        auto store = newStore();
        const RecordId id = RecordId::create(m_clock, m_random);
        QVERIFY(store->applyPage(
            PageBuilder().row(id, newReport(100), stampOf(1, otherDevice, 1, 10, other), 1).done()));
        QVERIFY(store->save({kind::report, id, 1, {{name::submission, 1}}, {}}));
        QVERIFY(store->save({kind::report, id, 1, {{name::deleted, true}}, {}}));
        QVERIFY((*store->record(id))->deleted);
    }

    void savesTogetherAreOneTransaction()
    {
        auto store = newStore();
        Fields bad = newReport(2);
        bad.remove(name::measure);
        QVERIFY(
            !store->saveTogether({{kind::report, {}, 0, newReport(1), {}}, {kind::report, {}, 0, bad, {}}}));
        QCOMPARE(store->counts()->pendingEdits, 0);
        QVERIFY(store->saveTogether(
            {{kind::report, {}, 0, newReport(1), {}}, {kind::report, {}, 0, newReport(2), {}}}));
        const auto pending = store->outbox(EditState::Pending);
        QCOMPARE(pending->size(), 2);
        QVERIFY(!pending->first().edit.together.isNull());
        QCOMPARE(pending->first().edit.together, pending->last().edit.together);
    }

    void twoConnectionsWorkOnOneFile()
    {
        auto store = newStore();
        auto second = openFile(m_dir.filePath(QString::number(m_files)));
        const auto saved = store->save({kind::report, {}, 0, newReport(1), {}});
        QVERIFY(second->settleReceipts({{saved->seq, 1, {}, ErrorCode::None, {}}}));
        QCOMPARE(store->counts()->pendingEdits, 0);
    }

    void aGrantThatAnotherConnectionStoredRanksTheNextSave()
    {
        auto store = newStore(domain::Role::Officer);
        const RecordId id = RecordId::create(m_clock, m_random);
        QVERIFY(store->applyPage(
            PageBuilder().row(id, newReport(100), stampOf(1, otherDevice, 1, 20, other, 9), 1).done()));
        QVERIFY(store->save({kind::report, id, 0, result(200), {}}));
        QCOMPARE(shown(*store, id).value(name::value).toInteger(), 100);
        auto second = openFile(m_dir.filePath(QString::number(m_files)));
        QVERIFY(second->updateGrants({{domain::Role::BlockLead, domain::Channel::city(), 0, 0}}, u"A"_s));
        QVERIFY(store->save({kind::report, id, 0, result(300), {}}));
        QCOMPARE(shown(*store, id).value(name::value).toInteger(), 300);
    }

    void aScanReadsInPartsAndOnlyTheFieldsAskedFor()
    {
        auto store = newStore();
        QSet<RecordId> saved;
        for (int i = 0; i < 5; ++i)
            saved.insert(store->save({kind::report, {}, 0, newReport(i), {}})->record);
        const RecordId gone = *saved.begin();
        QVERIFY(store->save({kind::report, gone, 0, {{name::deleted, true}}, {}}));
        saved.remove(gone);
        QSet<RecordId> read;
        qint64 after = 0;
        int parts = 0;
        do {
            const auto next = store->scan(kind::report, {name::value, name::note, name::period}, after, 2,
                                          [&](ScannedRecord&& record) {
                                              read.insert(record.id);
                                              QVERIFY(record.pending);
                                              QVERIFY(record.values[0].isInteger());
                                              QVERIFY(record.values[1].isNull());
                                              QCOMPARE(record.values[2].toText(), u"2025"_s);
                                          });
            QVERIFY(next);
            after = *next;
            ++parts;
        } while (after != 0);
        QCOMPARE(read, saved);
        QCOMPARE(parts, 3);
    }
};

QTEST_GUILESS_MAIN(LocalStoreTest)
#include "tst_localstore.moc"
