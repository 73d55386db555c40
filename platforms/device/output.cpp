#include "output.h"

#include "protocol/members.h"

#include <cstdio>

namespace thidua
{

using protocol::JsonWriter;

void print(JsonWriter& line)
{
    const QByteArray bytes = line.take() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void writeField(JsonWriter& out, QByteArrayView key, const QString& text)
{
    out.key(key);
    out.text(text);
}

void writeField(JsonWriter& out, QByteArrayView key, qint64 number)
{
    out.key(key);
    out.integer(number);
}

void writeFlag(JsonWriter& out, QByteArrayView key, bool flag)
{
    out.key(key);
    out.boolean(flag);
}

void writeNames(JsonWriter& out, QByteArrayView key, const QStringList& names)
{
    out.key(key);
    protocol::writeTexts(out, names);
}

void writeValues(JsonWriter& out, QByteArrayView key, const QString& kind, const Fields& values)
{
    out.key(key);
    protocol::writeFields(out, kind, values);
}

static void writeStamp(JsonWriter& out, const merge::Stamp& stamp)
{
    out.beginMap();
    writeField(out, "version", stamp.version);
    writeField(out, "device", stamp.device.toText());
    writeField(out, "seq", stamp.seq);
    writeField(out, "at", stamp.at);
    writeField(out, "rank", qint64(stamp.rank));
    writeField(out, "author", stamp.author.toText());
    out.endMap();
}

void writeHead(JsonWriter& out, const QString& kind, const merge::GroupEdit& head)
{
    out.beginMap();
    out.key("stamp");
    writeStamp(out, head.stamp);
    writeValues(out, "values", kind, head.values);
    out.endMap();
}

void writeHeads(JsonWriter& out, const QString& kind, const store::GroupView& group)
{
    out.key("winner");
    writeHead(out, kind, group.winner);
    out.key("siblings");
    out.beginList(group.siblings.size());
    for (const merge::GroupEdit& sibling : group.siblings)
        writeHead(out, kind, sibling);
    out.endList();
}

} // namespace thidua
