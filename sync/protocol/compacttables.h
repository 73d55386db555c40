#pragma once

#include "merge/published.h"
#include "protocol/bodyreader.h"
#include "protocol/bodywriter.h"

namespace thidua::protocol
{

// The compact form of a table (PROTOCOL.md, "Compact tables"): the same rows, with what is said of them in
// columns, ids once and numbers as differences, so that compression finds more of it alike.
void writeCompactTable(BodyWriter& out, const merge::PublishedTable& table);

// Where the members of such a table stand in a body; whoever reads the table's map finds them.
struct CompactMembers {
    BodyReader::Position ids = BodyReader::nowhere;
    BodyReader::Position own = BodyReader::nowhere;
    BodyReader::Position revs = BodyReader::nowhere;
    BodyReader::Position rows = BodyReader::nowhere;
    BodyReader::Position mixed = BodyReader::nowhere;
    BodyReader::Position stamps = BodyReader::nowhere;
    BodyReader::Position records = BodyReader::nowhere;
    BodyReader::Position channels = BodyReader::nowhere;
    BodyReader::Position siblings = BodyReader::nowhere;
    BodyReader::Position versions = BodyReader::nowhere;
};
// table: with its kind and columns.
void readCompactTable(BodyReader& in, const CompactMembers& members, merge::PublishedTable& table);

} // namespace thidua::protocol
