#pragma once

#include "services/yearforms.h"
#include "viewmodels/workplace.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

// The form of a review, a dossier, an inspection…: what was typed is kept as typed until it is saved.
class YearEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the session")
    Q_PROPERTY(bool loading READ loading NOTIFY loaded)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(QString title READ title NOTIFY loaded)
    Q_PROPERTY(QString errorText READ errorText NOTIFY loaded)
    // {key, label, entry, required, writable, value, options: [{id, name}]}; entry: "line", "area", "date",
    // "number", "choice", "units"
    Q_PROPERTY(QVariantList fields READ fields NOTIFY loaded)
    Q_PROPERTY(QVariantMap errors READ errors NOTIFY errorsChanged) // by key
    Q_PROPERTY(bool changed READ isChanged NOTIFY typedChanged)

public:
    enum Purpose { Blank, Edit, Count };
    // `record`: the one to edit or count; of a blank form the one that it is about, or null.
    YearEditor(const Workplace& place, Purpose purpose, QLatin1String kind, const RecordId& record,
               QObject* parent = nullptr);

    [[nodiscard]] bool loading() const { return !m_form && m_errorText.isEmpty(); }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QVariantList fields() const;
    [[nodiscard]] QVariantMap errors() const { return m_errors; }
    [[nodiscard]] bool isChanged() const { return !m_typed.isEmpty(); }

    Q_INVOKABLE void enter(const QString& key, const QString& text);
    Q_INVOKABLE void save();

Q_SIGNALS:
    void loaded();
    void busyChanged();
    void errorsChanged();
    void typedChanged();
    void saved(const QString& kindName, const QString& recordId);
    void problem(const QString& text);

private:
    [[nodiscard]] QString keyOf(qsizetype place) const;
    [[nodiscard]] QString textOf(qsizetype place) const;
    [[nodiscard]] Result<Fields> read();
    void finish(const Result<RecordId>& done);
    Workplace m_place;
    Purpose m_purpose;
    QLatin1String m_kind;
    std::optional<services::YearForm> m_form;
    QMap<QString, QString> m_typed; // by key
    QVariantMap m_errors;
    QString m_errorText;
    bool m_busy = false;
};

} // namespace thidua::viewmodels
