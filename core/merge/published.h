#pragma once

#include "merge/groupedit.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace thidua::merge
{

// Decided records as they leave the server and as a device keeps them: tables that name their columns once.
// Values stay encoded (CBOR items one after the other, in column order; see base/valuecodec.h) from the
// server's disk to the device's, because nobody on the way needs to look at them.

struct PublishedRow {
    RecordId record;
    QString channel;
    qint64 rev = 0; // of the channel, for paging only
    qint64 version = 0;
    qsizetype stamp = 0; // index into the table's stamps
    QByteArray body;
};

// A field whose winning value has another stamp than its row.
struct MixedField {
    RecordId record;
    QString field;
    qsizetype stamp = 0;
};

// A field of a head that lost against the winner and stays visible beside it.
struct SiblingField {
    RecordId record;
    QString field;
    Value value;
    qsizetype stamp = 0;
};

struct PublishedTable {
    QString kind;
    QStringList columns; // exactly the fields that are set in every one of its rows
    QList<Stamp> stamps;
    QList<PublishedRow> rows;
    QList<MixedField> mixed;
    QList<SiblingField> siblings;
    QList<RecordId> moved; // now in a channel that was not asked for
};

// What a record adds to the 64-bit sum of its channel (SYNC.md section 4, Audit); sums wrap. Both sides add
// and subtract as records change.
[[nodiscard]] quint64 digestOf(const RecordId& record, qint64 version);
// One number for the sums of several channels, by their names.
[[nodiscard]] quint64 digestOfAll(const QMap<QString, quint64>& sums);

} // namespace thidua::merge
