"""What is not deterministic is passed in: core and sync ask Clock, Random and Scheduler, never the system."""
import re

from source import Finding

BANNED = {
    r"\bcurrent(DateTime(Utc)?|MSecsSinceEpoch|SecsSinceEpoch)\b": "take the time from Clock",
    r"\bQDate::currentDate\b|\bQTime::currentTime\b": "take the time from Clock",
    r"\b(system_clock|steady_clock|high_resolution_clock|\w*[cC]lock)::now\s*\(": "take the time from Clock",
    r"\bQElapsedTimer\b|\bQDeadlineTimer\b": "take the time from Clock",
    r"\b(gettimeofday|clock_gettime)\s*\(|\bstd::time\s*\(": "take the time from Clock",
    r"\bQRandomGenerator(64)?\b|\bstd::random_device\b|\bcreateUuid\b|\bs?rand\s*\(": "take numbers from Random",
    r"\bQTimer\b|\bstartTimer\s*\(": "take timers from Scheduler",
    r"\b(m|u|nano)?sleep(_for|_until)?\s*\(": "nothing sleeps",
    r"\bQEventLoop\b|\bprocessEvents\s*\(": "no nested event loops",
    r"\bqFatal\s*\(|(?<![\w>])(std)?::(abort|exit|quick_exit|terminate)\s*\(": "an error is a Result, not the end of the process",
    r"\bQ_GLOBAL_STATIC\b|::instance\s*\(\s*\)\s*\{": "no globals, no singletons",
}
LOCKS = {r"\bQ(Recursive)?Mutex\b|\bQReadWriteLock\b|\bstd::(recursive_|shared_|timed_)*mutex\b":
         "no lock outside core/sql: give the work to the thread that owns the data"}

# File -> why it may. Each stands at the edge to the system, and is what the others are given.
ALLOWED = {
    "core/base/clock.cpp": "SystemClock is the one reader of the system's clock",
    "core/base/random.cpp": "SystemRandom is the one reader of the system's generator",
    "sync/client/qtscheduler.h": "Scheduler on Qt's timers",
    "sync/client/qtscheduler.cpp": "Scheduler on Qt's timers",
}
# Folders in which threads must share state: SQLite's connections, and the server's thread pool.
MAY_LOCK = ("core/sql/", "sync/server/")


def check(tree):
    findings = []
    for path in tree.files(("core", "sync"), (".h", ".cpp")):
        if path in ALLOWED:
            continue
        rules = BANNED if path.startswith(MAY_LOCK) else BANNED | LOCKS
        code = tree.code(path)
        for pattern, advice in rules.items():
            for match in re.finditer(pattern, code.bare):
                findings.append(Finding(path, code.line(match.start()), f"{match.group().strip(' (')}: {advice}"))
    return findings
