#pragma once

#include <QtGlobal>

#include <chrono>

// Every number that the client's behaviour hangs on, in one place.
namespace thidua::client::tuning
{

using namespace std::chrono_literals;

// A push is at most what the server takes (SYNC.md section 4): edits that belong together may need that.
// Others go in halves, so that the device writes receipts and makes the next push while the server judges;
// on slow links in smaller parts.
inline constexpr int maxEditsPerPush = 1000;
inline constexpr int usualEditsPerPush = 500;
inline constexpr int firstEditsPerPush = 200; // until it is known what the link carries
inline constexpr int minEditsPerPush = 10;
inline constexpr int maxEditsPerRescue = 200;
inline constexpr qsizetype maxPushBytes = 6 << 20; // plain; the server's limit is 8 MiB
inline constexpr auto slowPush = 8s;               // slower than this: half as many edits next time
inline constexpr auto fastPush = 2s;               // faster than this: twice as many

// A page is as large as the server makes it, until a link is cut in the middle of one: then it is so many
// rows at most, fewer with every cut, and more again as long as they come fast.
inline constexpr int rowsAfterCut = 200;
inline constexpr int minRowsPerPage = 25;
inline constexpr int maxRowsPerPage = 3200; // beyond: the server's choice again
inline constexpr auto longTransfer = 2s;    // what failed earlier than this never was on its way
inline constexpr auto fastPage = 2s;

// One run obeys a server that asks for edits again, or whose channels must be read again, this often.
inline constexpr int maxRecoveries = 3;
inline constexpr int maxReadings = 5;

// Bodies smaller than this gain nothing from compression.
inline constexpr qsizetype compressFrom = 400;

// Retries: a random time below min(cap, first · 2^n), so that tablets that lost the server together come back
// apart.
inline constexpr auto firstRetry = 2s;
inline constexpr auto retryCap = 5min;
inline constexpr auto leastRetry = 500ms;
// After a hint that the network is back: at once, but not within the same breath.
inline constexpr auto afterHint = 50ms;

// A server that is busy names the time; nobody names a longer one than this. Seconds.
inline constexpr int longestRetryAfter = 3600;

// How often to ask, without hints from the server and with them: a hint may get lost.
inline constexpr auto poll = 45s;
inline constexpr auto pollWithHints = 5min;
// A hint is followed within this time, each device at its own moment: a change for the city reaches
// thousands.
inline constexpr auto hintSpread = 400ms;
// The server says something at least every 25 s on a stream of hints; longer silence means that it is dead.
inline constexpr auto streamSilence = 70s;
// A save is sent soon, but several saves in a row go together.
inline constexpr auto afterSave = 300ms;
// Grants and channels are asked for again at most this often while all is quiet.
inline constexpr auto refreshAccount = 10min;

// Files travel in pieces: as long as one is on its way, entries share the line with it.
inline constexpr qint64 firstFilePiece = 64 * 1024; // seconds on the slowest line
inline constexpr qint64 leastFilePiece = 16 * 1024;
inline constexpr qint64 mostFilePiece = 1 << 20; // what the server takes
inline constexpr auto slowFilePiece = 8s;        // slower than this: half as large next time
inline constexpr auto fastFilePiece = 2s;        // faster than this: twice as large

// No byte for this long ends a request.
inline constexpr auto silence = 30s;
// An answer larger than this is not ours; a page is at most 1 MiB before compression.
inline constexpr qint64 maxAnswerBytes = 16 << 20;

// Offsets of the clock below this are noise of the network.
inline constexpr qint64 clockNoise = 500; // ms

} // namespace thidua::client::tuning
