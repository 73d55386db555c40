#pragma once

#include "services/historyservice.h"
#include "viewmodels/livequery.h"
#include "viewmodels/rowlist.h"

#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

struct HistoryLine {
    QString whenText;
    QString whoText;
    QString roleText;
    QString deviceText;
    QString changesText;
    QString stateText;

    friend bool operator==(const HistoryLine&, const HistoryLine&) = default;
};

// Who changed what in a record, newest first, as far as this device knows.
class HistoryModel : public RowList<HistoryLine>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the session")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString title READ title NOTIFY countChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY countChanged)

public:
    enum Role { WhenText = Qt::UserRole, WhoText, RoleText, DeviceText, ChangesText, StateText };

    HistoryModel(const Workplace& place, const RecordId& record, QObject* parent = nullptr);

    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    void load();
    void show(Result<services::History> history);
    LiveQuery m_query;
    RecordId m_record;
    QString m_title;
    QString m_errorText;
};

} // namespace thidua::viewmodels
