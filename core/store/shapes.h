#pragma once

#include "base/value.h"
#include "sql/connection.h"

#include <QHash>
#include <QStringList>

namespace thidua::store
{

struct Shape {
    qint64 id = 0;
    QString kind;
    QStringList columns;
};

// The lists of columns in use; few, so all are kept in memory. A rolled-back transaction must forget() what
// it added.
class Shapes
{
public:
    explicit Shapes(sql::Connection& connection);
    [[nodiscard]] Result<Shape> of(const QString& kind, const QStringList& columns);
    [[nodiscard]] Result<Shape> byId(qint64 id);
    void forget();

private:
    QHash<QPair<QString, QStringList>, Shape> m_byColumns;
    QHash<qint64, Shape> m_byId;
    sql::CachedStatement m_find;
    sql::CachedStatement m_insert;
    sql::CachedStatement m_read;
};

// Values by column and back.
[[nodiscard]] QByteArray encodeBody(const Shape& shape, const Fields& values);
[[nodiscard]] Result<Fields> decodeBody(const Shape& shape, const QByteArray& body);

} // namespace thidua::store
