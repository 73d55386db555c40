#include "commands.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QTextStream>

#include <cstdio>

using namespace thidua;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto usage = R"(thidua-server: the central server of ThiDua

  init    --data DIR [--postgres URL [--city NAME]] [--sample]
                                           creates it; prints the administrator's login and code as JSON
  serve   --data DIR --listen HOST:PORT (--tls-cert FILE --tls-key FILE | --plain-loopback)
          [--log-requests]                 a line of JSON a request on stderr, without names or values
  unit    import --data DIR FILE.tsv [--valid-from DATE] [--year YEAR]
  user    add --data DIR LOGIN --name NAME --grant ROLE@SCOPE … [--password-stdin]
  user    grant --data DIR LOGIN ROLE@SCOPE [--from DATE] [--to DATE]
  user    revoke --data DIR LOGIN ROLE@SCOPE
  user    password --data DIR LOGIN --password-stdin
  user    disable --data DIR LOGIN
  user    list --data DIR
  device  list --data DIR
  device  revoke --data DIR ID
  quarantine list --data DIR               what revoked devices still had to send
  quarantine accept|reject --data DIR DEVICE
  handover --data DIR FILE                 takes in the outbox of a tablet without a network
  enrol   --data DIR LOGIN [--url URL]     a one-time code, valid for 72 hours, as text and as a QR code
  backup  --data DIR --to FILE             while serving or not
  restore --data DIR --from FILE [--postgres URL [--city NAME]]
                                           begins a new epoch: devices send again what the backup lacks
  verify  --data DIR [--checkpoints FILE]  recomputes heads, rows and digests, and checks files and the audit
                                           log; exit 0 if all is right

  With --postgres the data lie in a PostgreSQL (15 or newer), in the schema NAME (thidua) of that database, and
  DIR keeps its address and the contents of files. Several processes may then serve from the same DIR.

  ROLE: observer officer unit-head block-lead council admin
  SCOPE: city, unit/ID, unit/CODE, block/ID, block/CODE
)";

using Command = Result<void> (*)(Environment&, const Arguments&);

const QHash<QString, Command>& commands()
{
    static const QHash<QString, Command> all{{u"init"_s, runInit},
                                             {u"serve"_s, runServe},
                                             {u"unit"_s, runUnit},
                                             {u"user"_s, runUser},
                                             {u"device"_s, runDevice},
                                             {u"enrol"_s, runEnrol},
                                             {u"quarantine"_s, runQuarantine},
                                             {u"handover"_s, runHandover},
                                             {u"backup"_s, runBackup},
                                             {u"restore"_s, runRestore},
                                             {u"verify"_s, runVerify}};
    return all;
}

int fail(const Error& error)
{
    QTextStream(stderr) << "thidua-server: " << error.detail << " (" << codeName(error.code) << ")\n";
    return error.code == ErrorCode::Malformed ? 2 : 1;
}

int run(const QStringList& line)
{
    if (line.value(0) == "--help"_L1) {
        QTextStream(stdout) << usage;
        return 0;
    }
    const Command command = commands().value(line.value(0));
    if (!command) {
        QTextStream(stderr) << usage;
        return line.isEmpty() ? 2 : fail({ErrorCode::Malformed, u"no such command: "_s + line.value(0)});
    }
    const auto arguments = Arguments::parse(
        line.mid(1), {u"sample"_s, u"plain-loopback"_s, u"log-requests"_s, u"password-stdin"_s, u"help"_s});
    if (!arguments)
        return fail(arguments.error());
    if (arguments->has(u"help"_s)) {
        QTextStream(stdout) << usage;
        return 0;
    }
    const SystemClock clock;
    SystemRandom random;
    Environment environment{domain::Schema::current(), clock, random};
    const auto done = command(environment, *arguments);
    return done ? 0 : fail(done.error());
}

} // namespace

Result<server::Database> thidua::databaseFrom(const Arguments& arguments)
{
    server::postgres::Address address{.url = arguments.value(u"postgres"_s)};
    if (arguments.has(u"city"_s))
        address.city = arguments.value(u"city"_s);
    auto sound = server::postgres::check(address);
    return sound ? Result<server::Database>(server::Database(address)) : sound.error();
}

void thidua::print(const QJsonObject& object)
{
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return run(QCoreApplication::arguments().mid(1));
}
