#pragma once

#include <QtGlobal>

#include <chrono>

// Every number that the client's behaviour hangs on, in one place.
namespace thidua::client::tuning
{

using namespace std::chrono_literals;

// A push is at most what the server takes (SYNC.md section 4) and shrinks on slow links.
inline constexpr int maxEditsPerPush = 1000;
inline constexpr int minEditsPerPush = 10;
inline constexpr qsizetype maxPushBytes = 6 << 20; // plain; the server's limit is 8 MiB
inline constexpr auto slowPush = 8s;               // slower than this: half as many edits next time
inline constexpr auto fastPush = 2s;               // faster than this: twice as many

// Bodies smaller than this gain nothing from compression.
inline constexpr qsizetype compressFrom = 400;

// Retries: a random time below min(cap, first · 2^n), so that tablets that lost the server together come back
// apart.
inline constexpr auto firstRetry = 2s;
inline constexpr auto retryCap = 5min;
inline constexpr auto leastRetry = 500ms;

// Without hints from the server, how often to ask.
inline constexpr auto poll = 45s;
// A save is sent soon, but several saves in a row go together.
inline constexpr auto afterSave = 300ms;
// Grants and channels are asked for again at most this often while all is quiet.
inline constexpr auto refreshAccount = 10min;

// No byte for this long ends a request.
inline constexpr auto silence = 30s;
// An answer larger than this is not ours; a page is at most 1 MiB before compression.
inline constexpr qint64 maxAnswerBytes = 16 << 20;

// Offsets of the clock below this are noise of the network.
inline constexpr qint64 clockNoise = 500; // ms

} // namespace thidua::client::tuning
