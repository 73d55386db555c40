#pragma once

#include "base/value.h"
#include "domain/schema.h"
#include "sql/connection.h"

#include <QHash>
#include <QStringList>

namespace thidua::store
{

struct Shape {
    qint64 id = 0;
    QString kind;
    QStringList columns;
    QStringList groups; // of each column
};

// The lists of columns in use; few, so all are kept in memory. A rolled-back transaction must forget() what
// it added.
class Shapes
{
public:
    Shapes(sql::Connection& connection, const domain::Schema& schema);
    [[nodiscard]] Result<Shape> of(const QString& kind, const QStringList& columns);
    [[nodiscard]] Result<Shape> byId(qint64 id);
    void forget();

private:
    [[nodiscard]] Shape shape(qint64 id, const QString& kind, const QStringList& columns) const;

    const domain::Schema& m_schema;
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
