#pragma once

#include "services/change.h"

#include <QObject>
#include <QTimer>

namespace thidua::viewmodels
{

// Tells the screens what has changed. The stores of the app and of the synchronisation report into it through
// the store's thread; here it arrives on the GUI thread, changes of one moment as one.
class ChangeFeed : public QObject
{
    Q_OBJECT

public:
    explicit ChangeFeed(QObject* parent = nullptr);

    void report(const services::Change& change);
    // Everything is to be read again: the file was opened, or the language is another one.
    void reportAll();

Q_SIGNALS:
    void changed(const thidua::services::Change& change);
    void everythingChanged();

private:
    void tell();
    services::Change m_waiting;
    QTimer m_timer;
};

} // namespace thidua::viewmodels
