#include "base/logging.h"

Q_LOGGING_CATEGORY(logStore, "thidua.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logSync, "thidua.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(logServer, "thidua.server", QtInfoMsg)
Q_LOGGING_CATEGORY(logApp, "thidua.app", QtInfoMsg)
