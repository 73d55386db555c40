#include "city.h"

#include "server/pager.h"
#include "server/verifier.h"

using namespace thidua;
using namespace thidua::test;
using domain::Channel;
using domain::Role;
using merge::PublishedTable;
using protocol::PullAnswer;
using protocol::PullRequest;

// A device's copy, kept as the protocol says, and compared with the server's.
class Copy
{
public:
    explicit Copy(City& city, const Tablet& tablet)
        : m_city(city)
        , m_tablet(tablet)
    {
    }

    PullAnswer page(const PullRequest& request, qsizetype budget = server::maxPageBytes)
    {
        auto& store = m_city.writer.store();
        const auto account = *store.ids.accountOf(m_tablet.user);
        const server::Author person{m_tablet.user, *store.accounts.grants(account)};
        auto page = server::Pager(store, m_city.clock.now()).page(person, request, budget);
        if (!page)
            qFatal("pull: %s", qPrintable(page.error().detail));
        return *page;
    }
    PullAnswer pull(int limit = 0, qsizetype budget = server::maxPageBytes)
    {
        const PullAnswer answer = page({{}, positions, limit}, budget);
        take(answer);
        return answer;
    }
    int pullAll(int limit = 0)
    {
        int pages = 1;
        while (pull(limit).more)
            ++pages;
        return pages;
    }
    [[nodiscard]] quint64 digest(const QString& channel) const
    {
        quint64 sum = 0;
        for (const auto& row : rows) {
            if (row.channel == channel)
                sum += protocol::digestOf(row.record, row.version);
        }
        return sum;
    }

    QMap<QString, qint64> positions;
    QMap<RecordId, merge::PublishedRow> rows;

private:
    void take(const PullAnswer& answer)
    {
        positions = answer.channels;
        rows.removeIf([&](auto row) { return answer.gone.contains(row->channel); });
        for (const PublishedTable& table : answer.tables) {
            for (const RecordId& id : table.moved)
                rows.remove(id);
            for (const auto& row : table.rows)
                rows.insert(row.record, row);
        }
        for (auto digest_ = answer.digests.cbegin(); digest_ != answer.digests.cend(); ++digest_) {
            if (digest(digest_.key()) != digest_.value())
                qFatal("the digest of %s differs", qPrintable(digest_.key()));
        }
    }

    City& m_city;
    Tablet m_tablet;
};

class TestPager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstSyncBringsTheChannelsThatAreHeldByRight()
    {
        City city;
        Tablet officer = city.officer();
        const RecordId id = city.report(officer);
        Copy copy(city, officer);
        const auto answer = copy.pull();
        QCOMPARE(answer.epoch, city.epochName());
        QVERIFY(!answer.more);
        QCOMPARE(QStringList(answer.channels.keys()),
                 (QStringList{Channel::block(city.block).name(), u"city"_s, Channel::unit(city.unitA).name(),
                              Channel::user(officer.user).name()}));
        QVERIFY(copy.rows.contains(id));
        QVERIFY(copy.rows.contains(city.unitB)); // the units stand in the city
        QCOMPARE(answer.digests.size(), 4);
    }

    void theCompactFormNamesWhatHasChangedAndOneDigest()
    {
        City city;
        Tablet officer = city.officer();
        city.report(officer);
        Copy copy(city, officer);
        copy.pullAll();
        const auto before = copy.positions;
        city.report(officer);
        const PullAnswer plain = copy.page({city.epochName(), before, 0});
        const PullAnswer compact = copy.page({city.epochName(), before, 0, true});
        QVERIFY(compact.compact && compact.digests.isEmpty());
        QCOMPARE(compact.digest, merge::digestOfAll(plain.digests));
        QCOMPARE(QStringList(compact.channels.keys()), QStringList{Channel::unit(city.unitA).name()});
        auto all = before;
        all.insert(compact.channels);
        QCOMPARE(all, plain.channels);
        QCOMPARE(compact.tables.size(), plain.tables.size());
    }

    void pagesOfOneRowAddUpToTheSame()
    {
        City city;
        Tablet officer = city.officer();
        for (int i = 0; i < 5; ++i)
            city.report(officer);
        Copy whole(city, officer);
        QCOMPARE(whole.pullAll(), 1);
        Copy pieces(city, officer);
        QCOMPARE(pieces.pullAll(1), int(whole.rows.size()));
        QCOMPARE(pieces.rows.keys(), whole.rows.keys());
        QCOMPARE(pieces.positions, whole.positions);
    }

    void aPageKeepsToItsBudget()
    {
        City city;
        Tablet officer = city.officer();
        for (int i = 0; i < 20; ++i) {
            const RecordId id = city.report(officer);
            city.pushOne(officer, {id, kind::report, {{name::explanation, QString(4000, u'a')}}, 1});
        }
        Copy copy(city, officer);
        int pages = 0;
        for (bool more = true; more; ++pages) {
            const auto answer = copy.pull(0, 10'000);
            more = answer.more;
            qsizetype bytes = 0;
            for (const PublishedTable& table : answer.tables) {
                for (const auto& row : table.rows)
                    bytes += row.body.size();
            }
            QVERIFY(bytes <= 10'000);
        }
        QVERIFY(pages >= 10);
    }

    void onlyWhatIsNewComesAgain()
    {
        City city;
        Tablet officer = city.officer();
        const RecordId id = city.report(officer);
        Copy copy(city, officer);
        copy.pullAll();
        QVERIFY(copy.pull().tables.isEmpty());
        city.push(officer, {{id, kind::report, City::result(1), 1}, {id, kind::report, City::result(2), 1}});
        const auto answer = copy.pull();
        QCOMPARE(answer.tables.size(), 1);
        QCOMPARE(answer.tables.first().rows.size(), 1);
        QCOMPARE(answer.tables.first().rows.first().version, 3);
    }

    void aTableNamesExactlyTheFieldsThatAreSet()
    {
        City city;
        Tablet officer = city.officer();
        const RecordId bare = city.report(officer);
        const RecordId full = city.report(officer);
        city.pushOne(officer, {full, kind::report, City::result(7), 1});
        Copy copy(city, officer);
        QMap<RecordId, QStringList> columns;
        for (const PublishedTable& table : copy.pull().tables) {
            for (const auto& row : table.rows)
                columns.insert(row.record, table.columns);
        }
        QCOMPARE(columns[bare], (QStringList{name::unit, name::criterion, name::movement, name::period}));
        QCOMPARE(columns[full], (QStringList{name::unit, name::criterion, name::movement, name::period,
                                             name::value, name::measure}));
    }

    void otherStampsAndLosingValuesAreTold()
    {
        City city;
        Tablet officer = city.officer();
        Tablet head = city.head();
        const RecordId id = city.report(officer);
        city.pushOne(officer, {id, kind::report, {{name::note, u"a"_s}}, 1});
        city.pushOne(officer, {id, kind::report, City::result(200), 1});
        city.pushOne(head, {id, kind::report, City::result(300), 1});
        Copy copy(city, officer);
        for (const PublishedTable& table : copy.pull().tables) {
            if (table.kind != kind::report)
                continue;
            QCOMPARE(table.mixed.size(), 4 + 1); // two of the three groups have other stamps than the row
            QCOMPARE(table.siblings.size(), 2);
            const auto& sibling = table.siblings.last();
            QCOMPARE(sibling.record, id);
            QCOMPARE(sibling.field, QString(name::value));
            QCOMPARE(sibling.value.toInteger(), 200);
            QCOMPARE(table.stamps[sibling.stamp].author, officer.user);
            QCOMPARE(table.stamps[table.rows.first().stamp].author, head.user);
            return;
        }
        QFAIL("no report came");
    }

    void aChannelThatMayNoLongerBeReadIsGone()
    {
        City city;
        Tablet officer = city.officer();
        city.report(officer);
        Copy copy(city, officer);
        copy.pullAll();
        auto& store = city.writer.store();
        const auto account = *store.ids.accountOf(officer.user);
        City::require(
            store.accounts.endGrant(account, Role::Officer, Channel::unit(city.unitA), city.clock.now()));
        const auto answer = copy.pull();
        QCOMPARE(answer.gone.size(), 4);
        QVERIFY(copy.rows.isEmpty());
    }

    void othersChannelsAndNamesThatAreNoneAreGone()
    {
        City city;
        Tablet officer = city.officer();
        Copy copy(city, officer);
        copy.positions = {{Channel::unit(city.unitB).name(), 0},
                          {u"nonsense"_s, 0},
                          {u"unit/x"_s, 3},
                          {Channel::user(city.head().user).name(), 0},
                          {u"city"_s, 0}};
        const auto answer = copy.pull();
        QCOMPARE(answer.gone.size(), 4);
        QCOMPARE(answer.channels.keys(), QList<QString>{u"city"_s});
    }

    void aNewRightIsOfferedByName()
    {
        City city;
        Tablet officer = city.officer();
        Copy copy(city, officer);
        copy.pullAll();
        const auto account = *city.writer.store().ids.accountOf(officer.user);
        City::require(
            city.writer.store().accounts.grant(account, {Role::Officer, Channel::unit(city.unitB), 0, 0}));
        const auto answer = copy.pull();
        QCOMPARE(answer.offer, QStringList{Channel::unit(city.unitB).name()});
        QVERIFY(!answer.channels.contains(answer.offer.first()));
    }

    void aRecordThatMovesOutOfSightIsPurged()
    {
        City city;
        Tablet officer = city.officer();
        Tablet lead = city.lead();
        const RecordId id = city.report(officer);
        Copy officers(city, officer);
        Copy leads(city, lead);
        officers.pullAll();
        leads.pullAll();
        city.pushOne(lead, {id, kind::report, city.reportOf(city.unitB), 1});
        const auto seen = officers.pull();
        QCOMPARE(seen.tables.first().kind, QString(kind::report));
        QCOMPARE(seen.tables.first().moved, QList<RecordId>{id});
        QVERIFY(!officers.rows.contains(id));
        // The lead holds the new channel as well: the record comes with it, nothing is purged.
        const auto moved = leads.pull();
        for (const PublishedTable& table : moved.tables)
            QVERIFY(table.moved.isEmpty());
        QCOMPARE(leads.rows[id].channel, Channel::unit(city.unitB).name());
    }

    void aRecordThatComesBackLeavesNoTrace()
    {
        City city;
        Tablet officer = city.officer();
        Tablet lead = city.lead();
        const RecordId id = city.report(officer);
        city.pushOne(lead, {id, kind::report, city.reportOf(city.unitB), 1});
        city.pushOne(lead, {id, kind::report, city.reportOf(city.unitA), 2});
        Copy copy(city, officer);
        for (const PublishedTable& table : copy.pull().tables)
            QVERIFY(table.moved.isEmpty());
        QVERIFY(copy.rows.contains(id));
        auto report = server::Verifier(city.writer.store()).run();
        QCOMPARE(report->faults, QStringList());
    }

    void anObserverHoldsNoReports()
    {
        City city;
        Tablet officer = city.officer();
        const RecordId id = city.report(officer);
        Tablet observer = city.person(Role::Observer, Channel::block(city.block));
        Copy copy(city, observer);
        copy.pullAll();
        QVERIFY(!copy.rows.contains(id));
        QVERIFY(!copy.positions.contains(Channel::unit(city.unitA).name()));
    }
};

QTEST_APPLESS_MAIN(TestPager)
#include "tst_pager.moc"
