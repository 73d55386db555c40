#pragma once

#include <QByteArray>
#include <QString>

// Vietnamese text, the same on every platform: Qt for Android may come without ICU, and SQLite knows nothing
// of đ. The tables are our own.
namespace thidua::domain
{

// Unicode normal form NFC, for every door by which text comes in (keyboard, paste, files, network).
[[nodiscard]] QString normalised(const QString& text);

// For searching with or without marks: "thi dua" finds "Thi đua", "hoa" finds "Hòa" and "Hoà". Lower case,
// marks stripped, đ as d, spaces collapsed.
[[nodiscard]] QString searchKey(const QString& text);

// For matching names of another source: marks count, but not case, spaces and the place of the tone, so that
// "Hòa" equals "Hoà" and "Thạnh An" is not "Thanh An".
[[nodiscard]] QString matchKey(const QString& text);

// Bytes whose order is the Vietnamese order of the texts: letters a ă â b c d đ e ê …, then tones ngang huyền
// hỏi ngã sắc nặng, then lower before upper case; numbers by value ("Khối 2" before "Khối 10").
[[nodiscard]] QByteArray sortKey(const QString& text);

// Orders people by given name (the last word), then by the rest.
[[nodiscard]] QByteArray givenNameSortKey(const QString& fullName);

} // namespace thidua::domain
