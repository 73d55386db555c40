#pragma once

#include "base/id.h"
#include "base/value.h"

namespace thidua::domain
{

// A photograph or a scanned paper beside a report. The record says which file it is, by its SHA-256; the
// content travels and is kept apart, so that it never holds up anybody's entries.
struct Attachment {
    static constexpr qint64 maxBytes = 20 << 20;

    RecordId id;
    RecordId unit; // the report's
    RecordId report;
    QByteArray sha256; // 32 bytes
    qint64 size = 0;
    QString mediaType;
    QString name; // for people; no file is ever kept under it
    QString note;
    bool deleted = false;

    [[nodiscard]] static Attachment fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    friend bool operator==(const Attachment&, const Attachment&) = default;
};

inline constexpr qsizetype sha256Bytes = 32;
// The hash that a file's name is: 64 lower-case hexadecimal digits; null for anything else.
[[nodiscard]] QByteArray sha256FromName(QByteArrayView name);
// What a person's device calls a file, without folders, controls and direction marks; at most 200 letters.
[[nodiscard]] QString displayNameOf(const QString& fileName);

} // namespace thidua::domain
