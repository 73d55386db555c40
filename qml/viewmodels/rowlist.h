#pragma once

#include <QAbstractListModel>
#include <QList>

#include <algorithm>

namespace thidua::viewmodels
{

// A list model over rows of values. New rows are compared with the old ones, so that a list keeps its place
// when little has changed: what is equal at both ends stays, the rest is replaced.
template<typename Row>
class RowList : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] const QList<Row>& rows() const { return m_rows; }

protected:
    // same: whether two rows are about the same thing, perhaps with other values.
    template<typename Same>
    void setRows(QList<Row> rows, Same same)
    {
        const auto [oldFirst, newFirst] = std::ranges::mismatch(m_rows, rows, same);
        const qsizetype head = oldFirst - m_rows.begin();
        qsizetype tail = 0;
        while (tail < std::min(m_rows.size(), rows.size()) - head &&
               same(m_rows[m_rows.size() - 1 - tail], rows[rows.size() - 1 - tail]))
            ++tail;
        replaceMiddle(rows, head, tail);
        takeValues(std::move(rows));
    }

private:
    void replaceMiddle(const QList<Row>& rows, qsizetype head, qsizetype tail)
    {
        const qsizetype oldMiddle = m_rows.size() - head - tail;
        const qsizetype newMiddle = rows.size() - head - tail;
        if (oldMiddle > 0) {
            beginRemoveRows({}, int(head), int(head + oldMiddle - 1));
            m_rows.remove(head, oldMiddle);
            endRemoveRows();
        }
        if (newMiddle > 0) {
            beginInsertRows({}, int(head), int(head + newMiddle - 1));
            m_rows = m_rows.mid(0, head) + rows.mid(head, newMiddle) + m_rows.mid(head);
            endInsertRows();
        }
    }
    // Both lists are now about the same things in the same order.
    void takeValues(QList<Row> rows)
    {
        const auto [first, other] = std::ranges::mismatch(m_rows, rows);
        const qsizetype from = first - m_rows.begin();
        if (from == m_rows.size())
            return;
        qsizetype to = m_rows.size() - 1;
        while (m_rows[to] == rows[to])
            --to;
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(int(from)), index(int(to)));
    }
    QList<Row> m_rows;
};

} // namespace thidua::viewmodels
