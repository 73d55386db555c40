#pragma once

#include "bench/workload.h"

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace thidua::bench
{

// The least that any local store has to do: plain SQLite, WAL, synchronous = FULL, one table of the
// workload's 14 columns, no layer of ours.
class Floor
{
public:
    explicit Floor(const QString& path); // made anew
    ~Floor();
    Floor(const Floor&) = delete;
    Floor& operator=(const Floor&) = delete;

    void insertAll(const QList<WardRow>& rows); // in one transaction
    void commitOne(const WardRow& row);         // durable when it returns

private:
    void run(const char* sql);
    void insert(const WardRow& row);
    sqlite3* m_handle = nullptr;
    sqlite3_stmt* m_insert = nullptr;
};

} // namespace thidua::bench
