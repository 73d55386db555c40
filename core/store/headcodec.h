#pragma once

#include "base/result.h"
#include "merge/groupedit.h"

#include <QList>

namespace thidua::store
{

// What a record's decision says beyond the one stamp and the winning values of its row.
struct HeadPart {
    QString group;
    merge::Stamp stamp;
    bool wins = true; // the group's winning values stand under this stamp; they are in the row
    Fields fields;    // otherwise: a losing head's values

    friend bool operator==(const HeadPart&, const HeadPart&) = default;
};

// The column `heads`: null for an empty list.
[[nodiscard]] QByteArray encodeHeads(const QList<HeadPart>& parts);
[[nodiscard]] Result<QList<HeadPart>> decodeHeads(QByteArrayView bytes);

// A part as it stands in the bytes, for who only passes it on.
struct RawHead {
    QByteArrayView group; // UTF-8
    merge::Stamp stamp;
    QByteArrayView values; // empty: the winner's
    QByteArrayView whole;  // what encodeHeads would write for this part alone

    [[nodiscard]] bool wins() const { return values.isEmpty(); }
};
[[nodiscard]] Result<QList<RawHead>> cutHeads(QByteArrayView bytes);

} // namespace thidua::store
