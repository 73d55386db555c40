#include "store/shapes.h"

#include "base/valuecodec.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace thidua::store
{

Shapes::Shapes(sql::Connection& connection, const domain::Schema& schema)
    : m_schema(schema)
    , m_find(connection, "SELECT id FROM shape WHERE kind = ?1 AND columns = ?2")
    , m_insert(connection, "INSERT INTO shape (kind, columns) VALUES (?1, ?2) RETURNING id")
    , m_read(connection, "SELECT kind, columns FROM shape WHERE id = ?1")
{
}

// JSON, because the name of a field of a newer version may hold any letter.
static QString textOf(const QStringList& columns)
{
    const QJsonDocument list(QJsonArray::fromStringList(columns));
    return QString::fromUtf8(list.toJson(QJsonDocument::Compact));
}

static QStringList columnsOf(const QString& text)
{
    QStringList columns;
    const QJsonArray list = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto& name : list)
        columns.append(name.toString());
    return columns;
}

Shape Shapes::shape(qint64 id, const QString& kind, const QStringList& columns) const
{
    Shape shape{id, kind, columns, {}};
    for (const QString& column : columns)
        shape.groups.append(m_schema.groupName(kind, column));
    return shape;
}

Result<Shape> Shapes::of(const QString& kind, const QStringList& columns)
{
    const QPair<QString, QStringList> key(kind, columns);
    if (const auto known = m_byColumns.constFind(key); known != m_byColumns.cend())
        return *known;
    const QString text = textOf(columns);
    sql::CachedStatement* statement = &m_find;
    auto row = m_find.step(kind, text);
    if (row && !*row) {
        statement = &m_insert;
        row = m_insert.step(kind, text);
    }
    if (!row)
        return row.error();
    const Shape found = shape((*statement)->integer(0), kind, columns);
    statement->reset();
    m_byColumns.insert(key, found);
    m_byId.insert(found.id, found);
    return found;
}

Result<Shape> Shapes::byId(qint64 id)
{
    if (const auto known = m_byId.constFind(id); known != m_byId.cend())
        return *known;
    auto row = m_read.step(id);
    if (!row)
        return row.error();
    if (!*row)
        return {ErrorCode::StorageCorrupt, QStringLiteral("a record names a shape that is not there")};
    const Shape found = shape(id, m_read->text(0), columnsOf(m_read->text(1)));
    m_read.reset();
    m_byId.insert(id, found);
    return found;
}

void Shapes::forget()
{
    m_byColumns.clear();
    m_byId.clear();
}

QByteArray encodeBody(const Shape& shape, const Fields& values)
{
    QList<Value> row;
    row.reserve(shape.columns.size());
    for (const QString& column : shape.columns)
        row.append(values.value(column));
    return codec::encodeRow(row);
}

Result<Fields> decodeBody(const Shape& shape, const QByteArray& body)
{
    auto row = codec::decodeRow(body, shape.columns.size());
    if (!row || row->size() != shape.columns.size())
        return {ErrorCode::StorageCorrupt, QStringLiteral("a record's body does not fit its shape")};
    Fields values;
    for (qsizetype i = 0; i < row->size(); ++i)
        values.insert(shape.columns[i], row->at(i));
    return values;
}

} // namespace thidua::store
