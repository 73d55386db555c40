#include "core/store/modelserver.h"
#include "core/store/storefile.h"

using namespace thidua;
using namespace thidua::store;
using namespace thidua::test;

namespace
{

const domain::Schema& schema()
{
    return domain::Schema::current();
}

constexpr int officer = 10;

// What the store must hold, kept in plain maps.
struct Model {
    struct Own {
        merge::Edit edit;
        EditState state = EditState::Pending;
        bool aside = false;
        qint64 version = 0;
        bool open = true;
    };
    QMap<RecordId, merge::RecordState> decided;
    QMap<qint64, Own> outbox;
    QSet<RecordId> suspects;

    void save(const merge::Edit& edit) { outbox.insert(edit.seq, {edit}); }
    void settle(const Receipt& receipt)
    {
        Own& own = outbox[receipt.seq];
        if (own.state != EditState::Pending)
            return;
        own.state = receipt.code == ErrorCode::None ? EditState::Accepted : EditState::Refused;
        own.version = receipt.version;
        own.open = own.state == EditState::Accepted && decided[own.edit.record].version < own.version;
    }
    void decide(const merge::RecordState& state)
    {
        decided[state.record] = asPublished(state);
        suspects.remove(state.record);
        for (Own& own : outbox) {
            if (own.edit.record == state.record && own.state == EditState::Accepted &&
                own.version <= state.version)
                own.open = false;
        }
    }
    void take(const RecordId& id)
    {
        decided.remove(id);
        for (Own& own : outbox) {
            if (own.edit.record == id && own.state == EditState::Accepted)
                own.open = false;
        }
    }
    [[nodiscard]] merge::RecordState shown(const RecordId& id, bool& pending) const
    {
        merge::RecordState state = decided.value(id);
        for (const Own& own : outbox) {
            if (own.edit.record != id || !own.open)
                continue;
            if (own.state == EditState::Accepted)
                state.version = own.version - 1;
            merge::apply(schema(), state, own.edit, {own.edit.at, officer, me, 0, {}});
            pending |= own.state == EditState::Pending;
        }
        return state;
    }
};

} // namespace

// A tablet's life at random, beside a model: saves, pushes whose answers are lost, pulls in pages of any
// size, records that move away and come back, refusals, restarts, a server that is restored from a backup.
class StoreModelTest : public QObject
{
    Q_OBJECT

private:
    std::optional<SeededRandom> m_random;
    std::optional<StoreFile> m_file;
    std::unique_ptr<LocalStore> m_store;
    std::optional<ModelServer> m_server;
    std::optional<ModelServer> m_backup;
    std::optional<Model> m_model;
    QMap<DeviceId, qint64> m_seqs;
    bool m_repairing = false;

    quint64 upTo(quint64 greatest) { return m_random->below(greatest + 1); }
    static RecordId report(quint64 number) { return idOf(QByteArray::number(number).constData()); }
    Fields someFields(const merge::RecordState* known)
    {
        static const QList<RecordId> units{unitA, unitB, unitC};
        Fields set;
        if (!known)
            set = newReport(qint64(upTo(3)));
        if (upTo(2) == 0)
            set.insert(result(qint64(upTo(3))));
        if (upTo(3) == 0)
            set.insert(name::note, u"ghi chú %1"_s.arg(upTo(2)));
        if (upTo(3) == 0)
            set.insert({{u"newer,field"_s, qint64(upTo(2))}});
        if (upTo(5) == 0)
            set.insert({{name::unit, units[qsizetype(upTo(2))]},
                        {name::criterion, quantity},
                        {name::movement, movement},
                        {name::period, period}});
        if (set.isEmpty())
            set.insert(name::deleted, upTo(2) != 0);
        return set;
    }

    void somebodyElseEdits()
    {
        const auto id = report(upTo(6));
        const auto* known = m_server->find(id);
        const auto device = DeviceId::named("store model", QByteArray::number(upTo(2)));
        const qint64 version = known ? known->version : 0;
        const merge::Edit edit{.device = device,
                               .seq = ++m_seqs[device],
                               .at = qint64(upTo(5)),
                               .seen = qint64(upTo(quint64(version))),
                               .seenEpoch = 99,
                               .record = id,
                               .kind = kind::report,
                               .set = someFields(known),
                               .together = {}};
        (void)m_server->accept(edit, upTo(1) ? officer : 20, colleague);
    }
    void save()
    {
        const auto id = report(upTo(6));
        bool pending = false;
        const merge::RecordState shown = m_model->shown(id, pending);
        const qint64 decided = m_model->decided.value(id).version;
        const bool exists = !shown.groups.isEmpty();
        const Fields set = someFields(exists ? &shown : nullptr);
        const qint64 seen = qint64(upTo(quint64(decided)));
        const auto saved = m_store->save({kind::report, id, seen, set, {}});
        QVERIFY(saved);
        m_model->save({.device = myDevice,
                       .seq = saved->seq,
                       .at = m_file->clock.now(),
                       .seen = seen,
                       .seenEpoch = 0,
                       .record = id,
                       .kind = kind::report,
                       .set = set,
                       .together = {}});
    }
    void push()
    {
        const auto pending = m_store->outbox(EditState::Pending, 0, 1 + int(upTo(4)));
        QVERIFY(pending);
        QList<Receipt> receipts;
        for (const OutboxEntry& entry : *pending) {
            merge::Edit edit = entry.edit;
            edit.device = myDevice;
            edit.seenEpoch = 99;
            if (edit.seq > m_server->mark(myDevice)) // else its answer was lost
                m_answers.insert(edit.seq,
                                 upTo(9) ? m_server->accept(edit, officer, me) : m_server->refuse(edit));
            receipts.append(m_answers.value(edit.seq));
        }
        if (upTo(3) == 0)
            receipts.resize(qsizetype(upTo(quint64(receipts.size()))));
        QVERIFY(m_store->settleReceipts(receipts));
        for (const Receipt& receipt : receipts)
            m_model->settle(receipt);
    }
    QMap<qint64, Receipt> m_answers; // by seq

    void pull(int limit)
    {
        const auto positions = m_store->positions();
        QVERIFY(positions);
        bool complete = false;
        const Page page = m_server->pull(*positions, limit, complete);
        QVERIFY(m_store->applyPage(page));
        for (const auto& table : page.tables) {
            for (const RecordId& id : table.moved)
                m_model->take(id);
            for (const auto& row : table.rows)
                m_model->decide(*m_server->find(row.record));
        }
        if (complete && m_repairing) {
            for (const QString& channel : positions->keys())
                QVERIFY(m_store->finishRepair(channel));
            for (const RecordId& id : std::exchange(m_model->suspects, {}))
                m_model->take(id);
            m_repairing = false;
        }
    }
    void restoreServer()
    {
        m_server->restore(*m_backup);
        const qint64 expected = m_server->mark(myDevice) + 1;
        QVERIFY(m_store->offerAgain(expected, m_server->epoch()));
        // With the last one that the server still has: of two copies of a file, that one is found out by it.
        qint64 from = expected;
        for (auto own = m_model->outbox.begin(); own != m_model->outbox.end() && own.key() < expected;
             ++own) {
            if (own->state == EditState::Accepted)
                from = own.key();
        }
        for (auto own = m_model->outbox.begin(); own != m_model->outbox.end(); ++own) {
            if (own.key() < from || own->state != EditState::Accepted)
                continue;
            own->state = EditState::Pending;
            own->open = true;
            own->version = 0;
        }
        for (const auto& state : std::as_const(m_model->decided)) {
            if (state.version > 0)
                m_model->suspects.insert(state.record);
        }
        m_repairing = true;
    }
    void handleRefused()
    {
        const auto refused = m_store->outbox(EditState::Refused);
        QVERIFY(refused);
        if (refused->isEmpty())
            return;
        const qint64 seq = refused->first().edit.seq;
        m_model->outbox[seq].aside = true;
        if (upTo(1) == 0) {
            QVERIFY(m_store->putAside(seq));
            return;
        }
        const merge::Edit& edit = refused->first().edit;
        bool pending = false;
        const bool creates = m_model->shown(edit.record, pending).groups.isEmpty();
        const auto again = m_store->sendAgain(seq);
        if (!again) { // the record has gone meanwhile, and this edit alone does not make one
            QVERIFY(creates);
            m_model->outbox[seq].aside = false;
            QVERIFY(m_store->putAside(seq));
            m_model->outbox[seq].aside = true;
            return;
        }
        merge::Edit copy = edit;
        copy.device = myDevice;
        copy.seq = again->seq;
        copy.at = m_file->clock.now();
        copy.seen = m_model->decided.value(edit.record).version;
        m_model->save(copy);
    }
    void reopen()
    {
        m_store.reset();
        m_store = m_file->open();
        QVERIFY(m_store);
    }
    void step()
    {
        m_file->clock.advance(std::chrono::milliseconds(upTo(3)));
        switch (upTo(11)) {
        case 0:
        case 1:
        case 2:
            return save();
        case 3:
        case 4:
        case 5:
            return somebodyElseEdits();
        case 6:
        case 7:
            return push();
        case 8:
        case 9:
            return pull(1 + int(upTo(4)));
        case 10:
            return upTo(1) ? handleRefused() : reopen();
        default:
            if (upTo(5) == 0 && !m_repairing)
                return restoreServer();
            if (upTo(3) == 0)
                m_backup = m_server;
        }
    }

    void checkRecord(const RecordId& id)
    {
        bool pending = false;
        const merge::RecordState expected = m_model->shown(id, pending);
        const auto record = m_store->record(id);
        QVERIFY(record);
        QCOMPARE(record->has_value(), !expected.groups.isEmpty());
        if (!*record)
            return;
        QCOMPARE((*record)->values, expected.values(schema()));
        QCOMPARE((*record)->version, m_model->decided.value(id).version);
        QCOMPARE((*record)->pending, pending);
        QCOMPARE((*record)->deleted, expected.isDeleted(schema()));
        bool conflict = false;
        const auto views = m_store->groups(id);
        QVERIFY(views);
        QCOMPARE(views->size(), expected.groups.size());
        for (const GroupView& view : *views) {
            const auto decision = merge::decide(schema().policy(QString(kind::report), view.group),
                                                expected.groups[view.group]);
            QCOMPARE(view.winner.values, decision.winner.values);
            QCOMPARE(view.winner.stamp, decision.winner.stamp);
            QCOMPARE(view.siblings.size(), decision.siblings.size());
            conflict |= !decision.siblings.isEmpty();
        }
        QCOMPARE((*record)->conflict, conflict);
    }
    void checkOutbox()
    {
        QMap<EditState, QList<qint64>> expected;
        for (const auto& own : std::as_const(m_model->outbox)) {
            if (!own.aside)
                expected[own.state].append(own.edit.seq);
        }
        for (EditState state : {EditState::Pending, EditState::Accepted, EditState::Refused}) {
            const auto entries = m_store->outbox(state);
            QVERIFY(entries);
            QList<qint64> found;
            for (const OutboxEntry& entry : *entries) {
                found.append(entry.edit.seq);
                QCOMPARE(entry.edit.set, m_model->outbox[entry.edit.seq].edit.set);
                QCOMPARE(entry.version, m_model->outbox[entry.edit.seq].version);
            }
            QCOMPARE(found, expected[state]);
        }
        QCOMPARE(m_store->counts()->pendingEdits, expected[EditState::Pending].size());
        QCOMPARE(m_store->counts()->attention, expected[EditState::Refused].size());
    }
    void check()
    {
        for (quint64 number = 0; number <= 6; ++number)
            checkRecord(report(number));
        checkOutbox();
    }

private Q_SLOTS:
    void theStoreHoldsWhatTheModelHolds_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 25; ++seed)
            QTest::addRow("seed %d", int(seed)) << seed;
    }
    void theStoreHoldsWhatTheModelHolds()
    {
        QFETCH(quint64, seed);
        m_random.emplace(seed);
        m_store.reset();
        m_file.emplace();
        m_store = m_file->openEnrolled();
        m_server.emplace();
        m_backup.emplace();
        m_model.emplace();
        m_seqs.clear();
        m_answers.clear();
        m_repairing = false;
        QVERIFY(m_store->updateGrants({{domain::Role::Officer, domain::Channel::city(), 0, 0}}, u"An"_s));
        // Unit C is not held: what moves there is gone from here.
        QVERIFY(
            m_store->addChannels({domain::Channel::unit(unitA).name(), domain::Channel::unit(unitB).name()}));
        for (int i = 0; i < 60 && !QTest::currentTestFailed(); ++i) {
            step();
            check();
        }
        whenAllIsQuietBothSidesAreEqual();
    }

private:
    void whenAllIsQuietBothSidesAreEqual()
    {
        for (int i = 0; i < 200 && !m_store->outbox(EditState::Pending)->isEmpty(); ++i)
            push();
        for (int i = 0; i < 200 && m_store->digests() && !equal(); ++i)
            pull(3);
        QVERIFY(equal());
        check();
        m_store.reset();
        QCOMPARE(integrityOf(m_file->path()), u"ok"_s);
    }
    bool equal()
    {
        return !m_repairing && *m_store->digests() == m_server->digests(m_store->positions()->keys());
    }
};

QTEST_APPLESS_MAIN(StoreModelTest)
#include "tst_storemodel.moc"
