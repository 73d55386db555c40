#pragma once

#include <QLoggingCategory>

// Messages are English, carry codes and ids, and never names, texts or points of people.
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logServer)
Q_DECLARE_LOGGING_CATEGORY(logApp)
