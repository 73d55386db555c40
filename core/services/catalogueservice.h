#pragma once

#include "domain/block.h"
#include "domain/legaldocument.h"
#include "domain/movement.h"
#include "domain/role.h"
#include "domain/scoretable.h"
#include "domain/target.h"
#include "domain/unit.h"
#include "services/table.h"

namespace thidua::services
{

// A person's name as the server publishes it; the id is the user's.
struct PersonName {
    RecordId id;
    QString name;

    [[nodiscard]] static PersonName fromFields(const RecordId& id, const Fields& fields);
};

// Everything that is looked up again and again: units, blocks, people, movements, score tables. Kept in
// memory on the store's thread; refresh() first, then the other functions answer from memory.
class CatalogueService final : public domain::BlockMembership
{
public:
    explicit CatalogueService(store::LocalStore& store);

    [[nodiscard]] Result<void> refresh();
    void changed(const QSet<QString>& kinds);

    [[nodiscard]] const QList<domain::Unit>& units() const { return m_units.all(); }
    [[nodiscard]] const QList<domain::Block>& blocks() const { return m_blocks.all(); }
    [[nodiscard]] const QList<domain::Movement>& movements() const { return m_movements.all(); }
    [[nodiscard]] const QList<domain::ScoreTable>& scoreTables() const { return m_scoreTables.all(); }
    [[nodiscard]] const QList<domain::Criterion>& criteria() const { return m_criteria.all(); }

    [[nodiscard]] const domain::Unit* unit(const RecordId& id) const { return m_units.find(id); }
    [[nodiscard]] const domain::Block* block(const RecordId& id) const { return m_blocks.find(id); }
    [[nodiscard]] const domain::Movement* movement(const RecordId& id) const { return m_movements.find(id); }
    [[nodiscard]] const domain::ScoreTable* scoreTable(const RecordId& id) const
    {
        return m_scoreTables.find(id);
    }
    [[nodiscard]] const domain::Criterion* criterion(const RecordId& id) const { return m_criteria.find(id); }
    // Reports stay when somebody deletes what they are about; they are shown with these.
    [[nodiscard]] const domain::Criterion* criterionEver(const RecordId& id) const
    {
        return m_criteria.findEver(id);
    }
    [[nodiscard]] const QHash<RecordId, domain::Criterion>& deletedCriteria() const
    {
        return m_criteria.deleted();
    }
    [[nodiscard]] const QHash<RecordId, domain::Unit>& deletedUnits() const { return m_units.deleted(); }
    [[nodiscard]] const domain::LegalDocument* document(const RecordId& id) const
    {
        return m_documents.find(id);
    }

    [[nodiscard]] QString unitName(const RecordId& id) const; // with its district; empty if unknown
    [[nodiscard]] QString personName(const UserId& id) const; // empty if unknown
    // "II.2": the group and the place in it; the group alone for bonus and penalty lines without a number.
    [[nodiscard]] QString criterionLabel(const domain::Criterion& criterion) const;

    [[nodiscard]] QList<RecordId> unitsOf(const RecordId& block) const override;
    [[nodiscard]] QList<RecordId> blocksOf(const RecordId& unit) const override;
    // Of the latest year; null if the unit is in none.
    [[nodiscard]] RecordId currentBlockOf(const RecordId& unit) const;
    // The unit that leads the block; null if none does.
    [[nodiscard]] RecordId leadOf(const RecordId& block) const;
    // The block's general table of the latest year; null if there is none.
    [[nodiscard]] const domain::ScoreTable* currentTableOf(const RecordId& block) const;
    [[nodiscard]] QList<domain::Criterion> criteriaOf(const RecordId& scoreTable) const; // in order
    [[nodiscard]] QList<domain::Target> targetsOf(const RecordId& movement) const;

private:
    void index();
    store::LocalStore& m_store;
    Table<domain::Unit> m_units;
    Table<domain::Block> m_blocks;
    Table<domain::Membership> m_memberships;
    Table<domain::Movement> m_movements;
    Table<domain::LegalDocument> m_documents;
    Table<domain::ScoreTable> m_scoreTables;
    Table<domain::Criterion> m_criteria;
    Table<domain::Target> m_targets;
    Table<PersonName> m_people;
    QHash<RecordId, QList<RecordId>> m_unitsOf;  // by block
    QHash<RecordId, QList<RecordId>> m_blocksOf; // by unit
    QHash<RecordId, QList<RecordId>> m_criteriaOf;
    QHash<RecordId, QString> m_labels;
};

} // namespace thidua::services
