#pragma once

#include "services/waitingservice.h"
#include "viewmodels/livequery.h"
#include "viewmodels/rowlist.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

struct WaitingRow {
    RecordId record;
    QString title;
    QString detail; // since when, and how many changes
    Instant since = 0;

    friend bool operator==(const WaitingRow&, const WaitingRow&) = default;
};

// The records that wait to be sent, by their names; the longest waiting first, and no more than can be looked
// over.
class WaitingList : public RowList<WaitingRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by the session")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString moreText READ moreText NOTIFY countChanged) // empty: all are listed
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)

public:
    enum Role { Title = Qt::UserRole, Detail, Ageing };
    static constexpr int listed = 20;

    explicit WaitingList(const Workplace& place, QObject* parent = nullptr);

    void begin() { m_query.begin(); }
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] QString moreText() const;
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();
    void errorTextChanged();

private:
    void load();
    void show(const Result<services::Waiting>& waiting);
    [[nodiscard]] WaitingRow rowOf(const services::WaitingItem& item) const;
    void age();
    Workplace m_place;
    LiveQuery m_query;
    QString m_errorText;
    qint64 m_more = 0;
    qint64 m_clockOffset = 0; // ms, server minus device
    QTimer m_minute;          // rows age without news
};

} // namespace thidua::viewmodels
