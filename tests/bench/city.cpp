#include "bench/city.h"

#include "bench/must.h"
#include "domain/names.h"
#include "server/writer.h"

#include <QDir>
#include <QSet>

namespace thidua::bench
{

using namespace Qt::StringLiterals;
using server::ServerEdit;

static const RecordId cluster = RecordId::named("bench", "cluster");

City::City()
{
    must(m_server.init().ok(), "thidua-server init");
}

QString City::lead(int number)
{
    return u"lead%1"_s.arg(number);
}

void City::addLeads(int count)
{
    const QString grant = u"block-lead@"_s + domain::Channel::block(cluster).name();
    for (int i = 0; i < count; ++i)
        must(m_server.addUser(lead(i), u"Trưởng cụm %1"_s.arg(i), {grant}).ok(), "thidua-server user add");
}

void City::start()
{
    must(m_server.start(), "thidua-server serve");
}

static QList<ServerEdit> catalogue(const QList<RecordId>& units)
{
    QList<ServerEdit> edits{{cluster,
                             kind::block,
                             {{name::code, u"1"_s},
                              {name::name, u"Cụm thi đua 1"_s},
                              {name::kind, u"cluster"_s},
                              {name::year, 2025}}}};
    for (qsizetype i = 0; i < units.size(); ++i) {
        const QString number = QString::number(i + 1);
        edits.append({units[i],
                      kind::unit,
                      {{name::code, number},
                       {name::name, u"Phường "_s + number},
                       {name::type, u"ward"_s},
                       {name::validFrom, u"2025-07-01"_s},
                       {name::validTo, Value()}}});
        edits.append({RecordId::named("bench membership", units[i].view()),
                      kind::membership,
                      {{name::block, cluster},
                       {name::unit, units[i]},
                       {name::year, 2025},
                       {name::role, u"member"_s}}});
    }
    return edits;
}

// Whoever stands in a record's history is a person of the server's.
static void addReporters(server::ServerStore& store, const QList<WardRow>& rows, const Clock& clock)
{
    auto transaction = sql::Transaction::begin(store.connection());
    must(transaction, "a transaction");
    QSet<UserId> reporters;
    for (const WardRow& row : rows)
        reporters.insert(row.reporter);
    for (const UserId& reporter : std::as_const(reporters)) {
        const QString login = reporter.toText();
        must(store.accounts.add({0, reporter, login, login, {}, 0}, clock.now()), "a reporter");
    }
    must(transaction->commit(), "the reporters");
}

static server::Database databaseOf(const test::ServerProcess& server)
{
    if (!server.city().isEmpty())
        return server::Database({test::ServerProcess::postgres(), server.city()});
    return QDir(server.data()).filePath(u"thidua.db"_s);
}

void City::load(const QList<WardRow>& rows)
{
    constexpr qsizetype commitSize = 2'000;
    const SystemClock clock;
    server::Metrics metrics;
    auto store = server::ServerStore::open(databaseOf(m_server), domain::Schema::current());
    must(store, "the server's database");
    addReporters(**store, rows, clock);
    server::Writer writer(std::move(*store), clock, metrics);
    server::ServerAuthor author(writer);
    must(author.author(catalogue(Workload().units())), "the catalogue");
    for (qsizetype from = 0; from < rows.size(); from += commitSize) {
        QList<ServerEdit> edits;
        for (const WardRow& row : rows.mid(from, commitSize)) {
            edits.append({row.id, kind::report, entered(row), {row.reporter, 10, row.updatedAt}});
            if (const Fields judgement = judged(row); !judgement.isEmpty())
                edits.append({row.id, kind::report, judgement, {row.reporter, 30, row.updatedAt + 1}});
        }
        must(author.author(edits), "the reports");
    }
}

} // namespace thidua::bench
