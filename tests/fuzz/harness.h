#pragma once

#include <QByteArray>
#include <QList>

#include <cstdio>
#include <cstdlib>

// What is fuzzed. The same functions run under libFuzzer and, over seeds and their mutations, as a test.
namespace thidua::fuzz
{

// Takes any bytes. Returns, whatever they are; ends the process if a promise is broken, which both runners
// notice, and so does AddressSanitizer.
using Harness = void (*)(const QByteArray& input);
// Inputs that get past the first checks, made by the code under test so that they follow its formats.
using Seeds = QList<QByteArray> (*)();

struct Target {
    const char* name; // also of its folder in corpus/
    Harness run;
    Seeds seeds;
    int mutations; // of each seed in the test; the slow ones get fewer
};

[[nodiscard]] QList<Target> targets();

void cbor(const QByteArray& input);
void json(const QByteArray& input);
[[nodiscard]] QList<QByteArray> cborSeeds();
[[nodiscard]] QList<QByteArray> jsonSeeds();

void page(const QByteArray& input);
[[nodiscard]] QList<QByteArray> pageSeeds();

void push(const QByteArray& input);
[[nodiscard]] QList<QByteArray> pushSeeds();

void compression(const QByteArray& input);
[[nodiscard]] QList<QByteArray> compressionSeeds();

void handedOver(const QByteArray& input);
[[nodiscard]] QList<QByteArray> handoverSeeds();

void pagescan(const QByteArray& input);
void salvage(const QByteArray& input);
[[nodiscard]] QList<QByteArray> deviceFiles();

inline void promise(bool kept, const char* what)
{
    if (kept)
        return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

} // namespace thidua::fuzz
