#pragma once

#include "services/conflictservice.h"
#include "viewmodels/livequery.h"
#include "viewmodels/rowlist.h"

#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

// A conflict in words.
struct ConflictRow {
    QString recordId;
    QString group;
    QString title;
    QString fieldText;
    QString keptValue;
    QString keptBy;
    QString keptRole;
    QString keptWhen;
    QString lostValue;
    QString lostBy;
    QString lostRole;
    QString lostWhen;
    QString whyText;
    bool mine = false;
    bool staleAuthority = false;

    friend bool operator==(const ConflictRow&, const ConflictRow&) = default;
};

// Values that two people entered without knowing of each other.
class ConflictList : public RowList<ConflictRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by the session")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool loading READ loading NOTIFY countChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)

public:
    explicit ConflictList(const Workplace& place, QObject* parent = nullptr);

    void begin() { m_query.begin(); }
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] bool loading() const { return !m_loaded; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    // Agrees with what stands.
    Q_INVOKABLE void accept(const QString& recordId, const QString& group);
    // Sends the own value again, now knowing the other.
    Q_INVOKABLE void propose(const QString& recordId, const QString& group);
    // Sends a third value instead of both.
    Q_INVOKABLE void settleWith(const QString& recordId, const QString& group, const QString& text);

Q_SIGNALS:
    void countChanged();
    void errorTextChanged();
    void problem(const QString& text);

private:
    using Step = std::function<Result<void>(services::ConflictService&, const RecordId&)>;
    void load();
    void show(Result<QList<services::ConflictItem>> items);
    void act(const QString& recordId, Step step);
    [[nodiscard]] ConflictRow rowOf(const services::ConflictItem& item) const;
    Workplace m_place;
    LiveQuery m_query;
    QString m_errorText;
    bool m_loaded = false;
};

} // namespace thidua::viewmodels
