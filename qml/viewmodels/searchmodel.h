#pragma once

#include "services/searchservice.h"
#include "viewmodels/devicesettings.h"
#include "viewmodels/livequery.h"
#include "viewmodels/rowlist.h"

#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

struct SearchRow {
    RecordId record;
    QString kind;
    bool first = false; // of its kind
    bool more = false;  // the last that is shown of its kind, which has more
    services::MarkedText title;
    services::MarkedText snippet;
    QString detail; // whose it is, and of when
    services::SeenAt seenAt;

    friend bool operator==(const SearchRow&, const SearchRow&) = default;
};

// Searches everything on the device while somebody types, kind by kind. What is typed last wins. It also sees
// to it that what has changed is read into the index, in small parts, when nothing else changes.
class SearchModel : public RowList<SearchRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by the session")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY asked)
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY asked) // empty: every kind
    Q_PROPERTY(QString kindText READ kindText NOTIFY asked)
    Q_PROPERTY(int count READ count NOTIFY answered)
    Q_PROPERTY(bool loading READ loading NOTIFY answered)
    Q_PROPERTY(bool complete READ complete NOTIFY answered) // false: newer records may not be found yet
    Q_PROPERTY(QString errorText READ errorText NOTIFY answered)
    Q_PROPERTY(QStringList recent READ recent NOTIFY recentChanged) // newest first

public:
    enum Role { Heading = Qt::UserRole, More, Kind, Title, TitleMarks, Snippet, SnippetMarks, Detail, Opens };
    static constexpr int shownOfKind = 5;
    static constexpr int shownOfOneKind = 100;

    SearchModel(const Workplace& place, DeviceSettings& settings, QObject* parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString& text);
    [[nodiscard]] QString kind() const { return m_kind; }
    void setKind(const QString& kind);
    [[nodiscard]] QString kindText() const;
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] bool loading() const { return m_loading; }
    [[nodiscard]] bool complete() const { return m_complete; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QStringList recent() const { return m_settings.recentSearches(); }
    // Asks for the row's record to be shown; what was searched for is remembered on this device.
    Q_INVOKABLE void open(int row);
    Q_INVOKABLE void forgetRecent();
    // What was found and searched for is not for whoever comes next.
    void forget();
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void asked();
    void answered();
    void recentChanged();
    void seenWanted(const QString& kind, const QString& recordId); // as SeenAt

private:
    void ask();
    void load();
    void show(const Result<services::SearchAnswer>& answer);
    void readOn();
    Workplace m_place;
    DeviceSettings& m_settings;
    LiveQuery m_query;
    QTimer m_pause; // before the index reads on
    bool m_reading = false;
    QString m_text;
    QString m_kind;
    bool m_loading = false;
    bool m_complete = true;
    QString m_errorText;
};

} // namespace thidua::viewmodels
