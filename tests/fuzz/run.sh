#!/bin/bash
# run.sh SECONDS: builds the fuzzers and gives each of them so long, one after the other. What one of them finds
# lies in build/fuzz/fuzzing/found-*, and the result is 1. Needs clang-16 and libclang-rt-16-dev.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:?how long}
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target fuzzers
cd build/fuzz
export QT_HASH_SEED=0
failed=0
for fuzzer in bin/fuzz_*; do
    name=${fuzzer#bin/fuzz_}
    mkdir -p "fuzzing/$name"
    "$fuzzer" --seeds "fuzzing/$name"
    inputs=("fuzzing/$name")
    [ ! -d "../../tests/fuzz/corpus/$name" ] || inputs+=("../../tests/fuzz/corpus/$name")
    "$fuzzer" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
        -artifact_prefix="fuzzing/found-$name-" "${inputs[@]}" || failed=1
done
exit "$failed"
