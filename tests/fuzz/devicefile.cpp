#include "fuzz/harness.h"

#include "support/sampledevice.h"

#include "store/pagescan.h"
#include "store/salvage.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace thidua::fuzz
{

using namespace test;
using store::LocalStore;

// The last quarter counts as the write-ahead log, so that both ways in are tried.
void pagescan(const QByteArray& input)
{
    const qsizetype file = input.size() / 4 * 3;
    qsizetype read = 0;
    const auto count = [&](const store::PageScan::Columns& columns) {
        for (const store::PageScan::Column& column : columns)
            read += column.bytes ? column.bytes->size() : 8;
    };
    const store::PageScan whole(input, {});
    whole.read([&](qint64, const auto& columns) { count(columns); }, count);
    const store::PageScan both(input.first(file), input.mid(file));
    both.read([&](qint64, const auto& columns) { count(columns); }, count);
    promise(read >= 0, "what is read can be counted");
}

static void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    promise(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "the disk takes a file");
}

// A damaged file becomes a sound one, and stays beside it.
void salvage(const QByteArray& input)
{
    // In memory where there is such a place: what is asked here is not how fast a disk is.
    const QString memory = u"/dev/shm"_s;
    const QTemporaryDir dir((QDir(memory).exists() ? memory : QDir::tempPath()) + u"/thidua-XXXXXX"_s);
    const QString path = dir.filePath(u"device.db"_s);
    write(path, input);
    TestClock clock;
    SeededRandom random(3);
    const auto& schema = domain::Schema::current();
    const auto salvaged = store::salvage(path, schema, clock, random);
    promise(bool(salvaged), "any file can be salvaged");
    promise(QFile::exists(salvaged->aside), "the damaged file is kept");
    const auto opened = LocalStore::open(path, schema, clock, random);
    promise(bool(opened), "a salvaged file can be opened");
    promise(bool((*opened)->counts()), "a salvaged file can be counted");
    const auto pending = (*opened)->outbox(store::EditState::Pending);
    promise(bool(pending), "a salvaged outbox can be read");
    promise(bool((*opened)->drafts()), "salvaged drafts can be read");
}

QList<QByteArray> deviceFiles()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"device.db"_s);
    TestClock clock;
    SeededRandom random(3);
    {
        auto store = *LocalStore::open(path, domain::Schema::current(), clock, random);
        promise(bool(store->enrol(identity(officerOf(unitA)))), "a device can be enrolled");
        for (int i = 0; i < 20; ++i) {
            Fields fields = reportFields(unitA, quantity, i, Value());
            fields.insert(name::note, QString(i * 300, u'x')); // some run over into other pages
            promise(bool(store->save({QString(kind::report), {}, 0, fields, {}})), "work can be saved");
        }
        promise(bool(store->keepDraft({u"report/new"_s, {}, 0, {{name::note, u"nháp"_s}}, 0})),
                "a draft can be kept");
    }
    QFile file(path);
    promise(file.open(QIODevice::ReadOnly), "the file can be read");
    const QByteArray bytes = file.readAll();
    return {bytes, bytes.left(bytes.size() / 2), bytes.mid(4096)};
}

} // namespace thidua::fuzz
