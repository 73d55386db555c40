#pragma once

#include "store/pageapplier.h"

namespace thidua::store
{

// What a LocalStore is made of; shared by the files that implement it.
struct LocalStore::Parts {
    Parts(std::unique_ptr<sql::Connection> opened, const domain::Schema& schemaOfApp, const Clock& time,
          Random& numbers, ChangeListener listener);

    std::unique_ptr<sql::Connection> connection;
    const domain::Schema& schema;
    const Clock& clock;
    Random& random;
    ChangeListener onChange;
    Shapes shapes;
    Channels channels;
    Facts facts;
    RecordTable records;
    Outbox outbox;
    Memberships memberships;
    Shown shown;
    PageApplier applier;
    sql::CachedStatement keepDraft;
    sql::CachedStatement readDraft;
    sql::CachedStatement readDrafts;
    sql::CachedStatement dropDraft;
    sql::CachedStatement readHistory;
    sql::CachedStatement markSuspects;
    sql::CachedStatement suspects;
    sql::CachedStatement clearSuspects;

    Instant forgotAt = 0; // when accepted edits of long ago were last looked for

    [[nodiscard]] Result<OutboxEntry> entryOf(const SaveRequest& request);
    [[nodiscard]] Result<Saved> saveOne(const sql::Transaction&, PageApplier::Touched&, SaveRequest request);
    [[nodiscard]] Result<void> settleOne(const sql::Transaction&, PageApplier::Touched&,
                                         const Receipt& receipt, Instant now);
    [[nodiscard]] Result<void> showAgain(const sql::Transaction&, PageApplier::Touched&,
                                         const QList<Outbox::Place>& places);
    // Runs `write` in a transaction; commits if it succeeds and then tells the listener what it touched.
    // write: Result<T>(const sql::Transaction&, PageApplier::Touched&)
    template<typename Write>
    auto transact(Write write)
        -> decltype(write(std::declval<const sql::Transaction&>(), std::declval<PageApplier::Touched&>()));
    void announce(const PageApplier::Touched& touched);
    void forgetCaches();
};

template<typename Write>
auto LocalStore::Parts::transact(Write write)
    -> decltype(write(std::declval<const sql::Transaction&>(), std::declval<PageApplier::Touched&>()))
{
    auto transaction = sql::Transaction::begin(*connection);
    if (!transaction)
        return transaction.error();
    if (auto fresh = facts.generation(); !fresh)
        return fresh.error();
    PageApplier::Touched touched;
    auto result = write(std::as_const(*transaction), touched);
    const auto committed = result ? transaction->commit() : Result<void>(result.error());
    if (!committed) {
        // The caches may know of rows that are rolled back when the transaction leaves.
        forgetCaches();
        return committed.error();
    }
    announce(touched);
    return result;
}

} // namespace thidua::store
