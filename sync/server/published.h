#pragma once

#include "merge/published.h"
#include "merge/recordstate.h"

#include <optional>

namespace thidua::server
{

// A record as devices get it: encoded once when it changes, not at every pull.
struct PublishedRecord {
    QStringList columns; // exactly the fields that are set
    merge::Stamp stamp;  // of most groups; the newest of those that are equally many
    QByteArray body;     // the values in column order, CBOR
    QByteArray extras;   // null if every field has the row's stamp and nothing stands beside a winner
};

// Fields whose stamp is not the row's, and the heads that lost. `stamp` is an index into `stamps`.
struct Extras {
    struct Mixed {
        QString field;
        qsizetype stamp = 0;
    };
    struct Sibling {
        QString field;
        Value value;
        qsizetype stamp = 0;
    };
    QList<merge::Stamp> stamps;
    QList<Mixed> mixed;
    QList<Sibling> siblings;
};

[[nodiscard]] PublishedRecord publish(const domain::Schema& schema, const merge::RecordState& state);
// StorageCorrupt for anything that publish() does not write.
[[nodiscard]] Result<Extras> decodeExtras(const QByteArray& bytes);

} // namespace thidua::server
