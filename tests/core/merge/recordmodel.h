#pragma once

#include "base/random.h"
#include "merge/recordstate.h"

#include <vector>

// A record by the book: every accepted edit is kept, and every group is decided from all of them. Deletion
// follows SYNC.md section 3, 5: an edit of other fields speaks against deletion with rank 0, below everybody
// who says so.
namespace thidua::test
{

// Two fields that go together (role), a note (latest), a score (authority), and `deleted`.
[[nodiscard]] const domain::Schema& smallSchema();

struct ModelAccepted {
    merge::Edit edit;
    merge::Acceptance acceptance;
    qint64 version = 0;
};

class RecordModel
{
public:
    void add(const merge::Edit& edit, const merge::Acceptance& acceptance);
    // Group -> all edits of it, voices included.
    [[nodiscard]] QMap<QString, QList<merge::GroupEdit>> groups() const;
    // "a,b: 1:2 {1,2} | {3,4}" per group: the winner by device and seq, then the siblings' values.
    [[nodiscard]] QString text() const;
    [[nodiscard]] const std::vector<ModelAccepted>& accepted() const { return m_accepted; }

private:
    std::vector<ModelAccepted> m_accepted;
};

[[nodiscard]] QString text(const QMap<QString, QList<merge::GroupEdit>>& groups);

// A random story of one record in rounds (see rounds.h): what devices save, and one order in which it
// arrives.
class RecordStory
{
public:
    explicit RecordStory(quint64 seed);
    struct Step {
        merge::Edit edit;
        merge::Acceptance acceptance;
    };
    [[nodiscard]] std::vector<Step> arrive(Random& order) const;

private:
    struct Round {
        std::vector<std::vector<Step>> queues;
        std::vector<bool> reads;
    };
    std::vector<Round> m_rounds;
};

} // namespace thidua::test
