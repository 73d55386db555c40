from determinism import check
from ruletest import RuleTest


class Determinism(RuleTest):
    rule = staticmethod(check)

    def test_every_way_to_the_systems_clock_is_found(self):
        for call in ("QDateTime::currentDateTimeUtc()", "QDateTime::currentMSecsSinceEpoch()", "QDate::currentDate()",
                     "std::chrono::system_clock::now()", "steady_clock::now()", "QElapsedTimer timer"):
            with self.subTest(call):
                self.assert_found({"core/store/a.cpp": f"\nauto x = {call};\n"}, "core/store/a.cpp:2")

    def test_every_way_to_random_numbers_is_found(self):
        for call in ("QRandomGenerator::global()->generate()", "QUuid::createUuid()", "std::random_device d", "rand()"):
            with self.subTest(call):
                self.assert_found({"sync/client/a.cpp": f"auto x = {call};\n"}, "sync/client/a.cpp:1")

    def test_timers_sleeps_and_nested_loops_are_found(self):
        for call in ("QTimer::singleShot(0, f)", "QThread::msleep(5)", "std::this_thread::sleep_for(1s)",
                     "QEventLoop loop", "startTimer(100)"):
            with self.subTest(call):
                self.assert_found({"sync/client/a.cpp": f"{call};\n"}, "sync/client/a.cpp:1")

    def test_ends_of_the_process_and_globals_are_found(self):
        self.assert_found({"core/store/a.cpp": 'qFatal("disk");\nQ_GLOBAL_STATIC(Store, store)\n'
                                               "Store& Store::instance() { return *store; }\n"},
                          "core/store/a.cpp:1", "core/store/a.cpp:2", "core/store/a.cpp:3")

    def test_a_reply_may_be_aborted_but_not_the_process(self):
        self.assert_found({"sync/client/a.cpp": "reply->abort();\nstd::abort();\nvoid Engine::abort() {}\n::exit(1);\n"},
                          "sync/client/a.cpp:2", "sync/client/a.cpp:4")

    def test_locks_are_found_but_not_where_threads_meet(self):
        self.assert_found({"core/store/a.h": "QMutex m_mutex;\n", "core/sql/b.h": "std::mutex m_mutex;\n"},
                          "core/store/a.h:1")

    def test_the_implementations_of_clock_and_random_may(self):
        self.assert_clean({"core/base/clock.cpp": "return system_clock::now();\n",
                           "core/base/random.cpp": "QRandomGenerator::system()->generate64();\n"})

    def test_comments_texts_and_the_injected_clock_are_fine(self):
        self.assert_clean({"core/store/a.cpp": '// not QTimer\nlog("QTimer"); m_clock.now(); m_clock->now();\n'})
