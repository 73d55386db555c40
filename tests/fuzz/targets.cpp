#include "fuzz/harness.h"

namespace thidua::fuzz
{

QList<Target> targets()
{
    return {{"cbor", cbor, cborSeeds, 4000},
            {"json", json, jsonSeeds, 4000},
            {"page", page, pageSeeds, 1500},
            {"push", push, pushSeeds, 3000},
            {"pagescan", pagescan, deviceFiles, 400},
            {"compression", compression, compressionSeeds, 200},
            {"handover", handedOver, handoverSeeds, 1500},
            {"salvage", salvage, deviceFiles, 15}};
}

} // namespace thidua::fuzz
