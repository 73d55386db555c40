#pragma once

#include "services/access.h"
#include "services/unitreports.h"

#include <memory>

namespace thidua::services
{

// What a list of reports shows of units and criteria; shared by all rows of an answer.
struct ReportNames {
    struct Line {
        QString label;
        QString name;
        QString group;
        QString groupName;
        QDate dueOn;
        int number = 0;
    };
    QHash<RecordId, QString> units;
    QHash<RecordId, Line> criteria;
};

struct ReportQuery {
    QString text; // words, with or without marks; empty: all
    std::optional<domain::ReportState> state;
    RecordId unit;  // null: all
    QString period; // empty: all
};

struct ReportPage {
    QList<ReportLine> lines;
    std::shared_ptr<const ReportNames> names;
    QStringList periods; // newest first
    QDate today;
    bool complete = false; // false: the book is still being read
};

// All reports that the device holds, as lines in memory. Read in parts, so that a hundred thousand of them
// never hold up the thread for long; then kept current by the records that change.
class ReportBook
{
public:
    ReportBook(store::LocalStore& store, CatalogueService& catalogue);

    // Reads the next part; true when all is read.
    [[nodiscard]] Result<bool> readOn();
    void changed(const QSet<QString>& kinds, const QSet<RecordId>& records);
    // By period (newest first), unit and place in the table.
    [[nodiscard]] Result<ReportPage> find(const ReportQuery& query);

private:
    [[nodiscard]] Result<void> readAgain();
    [[nodiscard]] std::shared_ptr<const ReportNames> names();
    [[nodiscard]] QHash<RecordId, int> order() const;
    store::LocalStore& m_store;
    CatalogueService& m_catalogue;
    QList<ReportLine> m_lines;
    QHash<RecordId, qsizetype> m_places;
    QSet<RecordId> m_outdated;
    qint64 m_after = 0; // where reading goes on
    bool m_complete = false;
    bool m_started = false;
    std::shared_ptr<const ReportNames> m_names;
};

} // namespace thidua::services
