#pragma once

#include "services/attentionservice.h"
#include "viewmodels/livequery.h"
#include "viewmodels/rowlist.h"

#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

struct AttentionRow {
    qint64 seq = 0;
    QString title;
    QString fieldsText;
    QString reasonText;
    QString whenText;

    friend bool operator==(const AttentionRow&, const AttentionRow&) = default;
};

// What the server did not accept: why, and what the person can do with it.
class AttentionList : public RowList<AttentionRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by the session")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)

public:
    enum Role { Seq = Qt::UserRole, Title, FieldsText, ReasonText, WhenText };

    explicit AttentionList(const Workplace& place, QObject* parent = nullptr);

    void begin() { m_query.begin(); }
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void sendAgain(qint64 seq);
    Q_INVOKABLE void putAside(qint64 seq);
    // Onto the clipboard.
    Q_INVOKABLE void copyText(qint64 seq);

Q_SIGNALS:
    void countChanged();
    void errorTextChanged();
    void problem(const QString& text);
    void copyWanted(const QString& text); // for the composition root, which knows the clipboard

private:
    void load();
    void show(Result<QList<services::AttentionItem>> items);
    void tell(const Result<void>& done);
    Workplace m_place;
    LiveQuery m_query;
    QString m_errorText;
};

} // namespace thidua::viewmodels
