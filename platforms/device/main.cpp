#include "commands.h"
#include "output.h"
#include "whynot.h"

#include <QCoreApplication>
#include <QHash>
#include <QTextStream>

using namespace thidua;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto usage = R"(thidua-device: the client of ThiDua without a screen

  enrol     --data DIR --server URL (--login LOGIN --password-stdin | --code CODE) --name NAME [--ca PEM]
  save      --data DIR KIND [--id UUID] FIELD=JSON …   saves on this device; never needs a network
  sync      --data DIR [--watch] [--timeout SECONDS]   without a timeout the first failure ends it
  show      --data DIR [KIND] [--id UUID]              records with winners, stamps and siblings
  conflicts --data DIR                                 values that stand beside each other
  pending   --data DIR                                 edits that the server has not answered for, files it lacks
  attention --data DIR                                 edits and files that it refused, and why
  status    --data DIR
  settle    --data DIR RECORD GROUP (--take DEVICE:SEQ | FIELD=JSON …)
  search    --data DIR TEXT [--kind KIND]              records by words, with or without marks, the best first
  hash      --data DIR                                 a digest for each channel held
  attach    --data DIR RECORD FILE [--note TEXT]       a photograph or PDF to a report; never needs a network
  fetch     --data DIR SHA256 --to FILE                a file that an attachment names, from the server if need be
  handover  --data DIR --to FILE                       what waits for the server, as a sealed file for somebody to bring
  deliver   --data DIR FILE                            brings somebody's file to the server

Answers are JSON on stdout, one object a line; messages stand on stderr. Exit 0 only on success.
In FIELD=JSON ids are UUID text, dates text, points and amounts integers of hundredths.
)";

using Command = Result<void> (*)(Environment&, const Arguments&);

const QHash<QString, Command>& commands()
{
    static const QHash<QString, Command> all{
        {u"enrol"_s, runEnrol},     {u"save"_s, runSave},         {u"sync"_s, runSync},
        {u"show"_s, runShow},       {u"settle"_s, runSettle},     {u"conflicts"_s, runConflicts},
        {u"pending"_s, runPending}, {u"status"_s, runStatus},     {u"attention"_s, runAttention},
        {u"hash"_s, runHash},       {u"handover"_s, runHandover}, {u"deliver"_s, runDeliver},
        {u"attach"_s, runAttach},   {u"fetch"_s, runFetch},       {u"search"_s, runSearch}};
    return all;
}

// One line of JSON, so that scripts can tell errors apart by their code.
int fail(const Error& error)
{
    // The database calls a full disk an "I/O error", and a server keeps to itself what went wrong inside it.
    const bool unclear = error.code == ErrorCode::StorageFull || error.detail.isEmpty();
    protocol::JsonWriter out;
    out.beginMap();
    writeField(out, "code", codeName(error.code));
    writeField(out, "detail", unclear ? whyNot(error.code) : error.detail);
    out.endMap();
    QTextStream(stderr) << QString::fromUtf8(out.take()) << "\n";
    return 1;
}

int run(const QStringList& line)
{
    const Command command = commands().value(line.value(0));
    if (!command) {
        const bool asked = line.value(0) == "--help"_L1;
        QTextStream(asked ? stdout : stderr) << usage;
        return asked ? 0 : 2;
    }
    const auto arguments = Arguments::parse(line.mid(1), {u"password-stdin"_s, u"watch"_s, u"help"_s});
    if (!arguments)
        return fail(arguments.error());
    if (arguments->has(u"help"_s)) {
        QTextStream(stdout) << usage;
        return 0;
    }
    const SystemClock clock;
    SystemRandom random;
    Environment environment{clock, random, Installation(arguments->value(u"data"_s), clock, random)};
    const auto done = command(environment, *arguments);
    return done ? 0 : fail(done.error());
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"thidua-device"_s);
    return run(QCoreApplication::arguments().mid(1));
}
