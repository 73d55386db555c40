#pragma once

#include "server/serverauthor.h"

namespace thidua::server
{

// The record of a unit, a cluster or a membership follows from its code, so that an import can be repeated
// and corrected.
[[nodiscard]] RecordId unitRecord(const QString& code);
[[nodiscard]] RecordId clusterRecord(const QString& code, int year);
[[nodiscard]] RecordId membershipRecord(const RecordId& block, const RecordId& unit, int year);

struct UnitImport {
    QString
        validFrom; // of units whose line has none; empty: units known already keep theirs, new ones `today`
    QString today;
    int year = 0; // of the clusters; 0: that of validFrom, else of `today`
};

struct ImportCounts {
    int units = 0;
    int blocks = 0;
    int memberships = 0;
};

// Tab-separated UTF-8 text with a heading: code, name, type (ward, commune, township, specialZone,
// organisation, or their Vietnamese names), and if there are such: district, cluster, validFrom, validTo.
// With `cluster`, the clusters and their memberships are made as well. All of it or nothing; an error names
// the line.
[[nodiscard]] Result<ImportCounts> importUnits(ServerAuthor& author, const QByteArray& text,
                                               const UnitImport& import);

} // namespace thidua::server
