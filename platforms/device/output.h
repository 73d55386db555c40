#pragma once

#include "protocol/jsonwriter.h"
#include "store/localstore.h"

// What the commands print: one JSON object a line, in the notation of the protocol.
namespace thidua
{

// One line on stdout, flushed.
void print(protocol::JsonWriter& line);

void writeField(protocol::JsonWriter& out, QByteArrayView key, const QString& text);
void writeField(protocol::JsonWriter& out, QByteArrayView key, qint64 number);
void writeFlag(protocol::JsonWriter& out, QByteArrayView key, bool flag);
void writeNames(protocol::JsonWriter& out, QByteArrayView key, const QStringList& names);
void writeValues(protocol::JsonWriter& out, QByteArrayView key, const QString& kind, const Fields& values);
// {"stamp": {…}, "values": {…}}
void writeHead(protocol::JsonWriter& out, const QString& kind, const merge::GroupEdit& head);
// "winner": head, "siblings": [head…]
void writeHeads(protocol::JsonWriter& out, const QString& kind, const store::GroupView& group);

} // namespace thidua
