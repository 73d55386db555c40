#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

// What waits leaves as a file that somebody brings to a network, and somebody else's file is brought from
// here. Nothing of it is a receipt. Files and network are the composition root's.
class HandoverModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by the session")
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString outcomeTone READ outcomeTone NOTIFY changed) // of a Banner
    Q_PROPERTY(QString outcomeText READ outcomeText NOTIFY changed) // empty: nothing to tell
    Q_PROPERTY(QString outcomeDetail READ outcomeDetail NOTIFY changed)

public:
    explicit HandoverModel(const Clock& clock, QObject* parent = nullptr);

    void setDeviceName(const QString& name) { m_deviceName = name; }
    void retranslate() { Q_EMIT changed(); }
    // --- what came of it ---
    void setSaved(qint64 edits, ErrorCode error);
    // edits: that the server has now; quarantined: of these, for a person to judge. Both hold whatever ended
    // it.
    void setDelivered(qint64 edits, qint64 quarantined, ErrorCode error);

    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString outcomeTone() const;
    [[nodiscard]] QString outcomeText() const;
    [[nodiscard]] QString outcomeDetail() const;

    // In the folder of documents: whose it is and of which day.
    Q_INVOKABLE QUrl suggestedFile() const;
    Q_INVOKABLE void save(const QUrl& file);
    Q_INVOKABLE void deliver(const QUrl& file);
    Q_INVOKABLE void dismiss();

Q_SIGNALS:
    void changed();
    // For the composition root.
    void saveWanted(const QUrl& file);
    void deliverWanted(const QUrl& file);

private:
    struct Outcome {
        enum class Of { Nothing, Save, Delivery } of = Of::Nothing;
        qint64 edits = 0;
        qint64 quarantined = 0;
        ErrorCode error = ErrorCode::None;
    };
    void begin();
    void show(const Outcome& outcome);
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QString deliveredText() const;
    [[nodiscard]] QString deliveryErrorText() const;
    const Clock& m_clock;
    QString m_deviceName;
    bool m_busy = false;
    Outcome m_outcome;
};

} // namespace thidua::viewmodels
