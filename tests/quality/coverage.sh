#!/bin/bash
# coverage.sh: which branches of the merge, the outbox, the positions and the authoriser the tests take. Builds without
# optimisation in build/coverage; needs gcovr. Branches that the compiler makes for exceptions are left out: errors
# travel as values here, and what could throw is out of memory.
set -eu
cd "$(dirname "$0")/../.."
tests=(tst_merge tst_mergeorders tst_mergeproperties tst_mergerapidcheck tst_recordstate tst_recordstateproperties
    tst_published tst_localstore tst_storefaults tst_authoriser tst_acceptor tst_together tst_permission tst_brokentables tst_salvage tst_storemodel
    tst_enrolment tst_writer tst_router tst_handoverdesk)
cmake -S . -B build/coverage -G Ninja -DCMAKE_BUILD_TYPE=Debug -DTHIDUA_APP=OFF -DCMAKE_CXX_COMPILER_LAUNCHER=ccache \
    -DCMAKE_CXX_FLAGS="-DQT_NO_DEBUG --coverage -O0 -Wno-maybe-uninitialized" >/dev/null
cmake --build build/coverage --target "${tests[@]}"
find build/coverage -name '*.gcda' -delete
for test in "${tests[@]}"; do
    QT_LOGGING_RULES='*=false' "build/coverage/tests/$test" >/dev/null || echo "FAILED: $test"
done
gcovr --root . --object-directory build/coverage --branches --exclude-throw-branches --exclude-unreachable-branches \
    --filter 'core/merge/.*cpp' --filter core/store/outbox.cpp --filter core/store/channels.cpp \
    --filter sync/server/authoriser.cpp --filter core/domain/permission.cpp "$@" \
    build/coverage
