#include "server/postgres/statement.h"

#include <QtEndian>

#include <libpq-fe.h>

#include <cstring>
#include <utility>

namespace thidua::server::postgres
{

using namespace Qt::StringLiterals;

// Of PostgreSQL's catalogue; they never change.
enum Type : unsigned int { Bool = 16, Bytea = 17, Int8 = 20, Int2 = 21, Int4 = 23, Text = 25 };

Statement::Statement(Session& session, QByteArray sql)
    : m_session(session)
    , m_sql(std::move(sql))
{
}

Result<std::unique_ptr<Statement>> Statement::prepare(Session& session, QByteArray sql)
{
    std::unique_ptr<Statement> statement(new Statement(session, std::move(sql)));
    auto ready = statement->prepareHere();
    if (!ready && session.recover())
        ready = statement->prepareHere();
    if (!ready)
        return ready.error();
    return statement;
}

Result<void> Statement::prepareHere()
{
    auto prepared = m_session.prepare(m_sql);
    if (!prepared)
        return prepared.error();
    m_prepared = std::move(*prepared);
    m_generation = m_session.generation();
    return {};
}

Statement::Parameter& Statement::parameter(int index)
{
    if (size_t(index) > m_parameters.size())
        m_parameters.resize(size_t(index));
    return m_parameters[size_t(index - 1)];
}

void Statement::bindInteger(int index, qint64 value)
{
    Parameter& place = parameter(index);
    place.kind = Parameter::Kind::Integer;
    place.integer = value;
}

void Statement::bindText(int index, const QString& text)
{
    Parameter& place = parameter(index);
    place.kind = Parameter::Kind::Text;
    place.owned = text.toUtf8();
    place.bytes = place.owned;
}

void Statement::bindUtf8(int index, QByteArrayView utf8)
{
    Parameter& place = parameter(index);
    place.kind = Parameter::Kind::Text;
    place.bytes = utf8;
}

void Statement::bindBytes(int index, QByteArrayView bytes)
{
    Parameter& place = parameter(index);
    place.kind = Parameter::Kind::Bytes;
    place.bytes = bytes;
}

void Statement::bindNull(int index)
{
    parameter(index).kind = Parameter::Kind::Null;
}

template<typename Integer>
static Result<int> encodeInteger(qint64 value, char* place)
{
    if (Integer(value) != value)
        return {ErrorCode::StorageFailed, u"a number beyond its column"_s};
    qToBigEndian(Integer(value), place);
    return int(sizeof(Integer));
}

// The length of the value in its binary form.
Result<int> Statement::encode(Parameter& parameter, unsigned int type)
{
    using Kind = Parameter::Kind;
    if (parameter.kind == Kind::Integer && type == Int8)
        return encodeInteger<qint64>(parameter.integer, parameter.encoded);
    if (parameter.kind == Kind::Integer && type == Int4)
        return encodeInteger<qint32>(parameter.integer, parameter.encoded);
    if (parameter.kind == Kind::Integer && type == Int2)
        return encodeInteger<qint16>(parameter.integer, parameter.encoded);
    const bool fits = (parameter.kind == Kind::Text && type == Text) ||
                      (parameter.kind == Kind::Bytes && type == Bytea) || parameter.kind == Kind::Null;
    if (!fits)
        return {ErrorCode::StorageFailed, u"a value of another type than its column"_s};
    if (parameter.kind == Kind::Text && parameter.bytes.contains('\0'))
        return {ErrorCode::InvalidValue, u"a text with a zero in it"_s};
    return parameter.kind == Kind::Null ? 0 : int(parameter.bytes.size());
}

Result<void> Statement::encodeAll()
{
    const size_t count = m_prepared.parameters.size();
    const bool tooMany = m_parameters.size() > count;
    m_parameters.resize(count); // told once
    if (tooMany)
        return {ErrorCode::StorageFailed, u"more values than parameters"_s};
    m_arguments.values.resize(count);
    m_arguments.lengths.resize(count);
    m_arguments.formats.assign(count, 1);
    for (size_t i = 0; i < count; ++i) {
        Parameter& value = m_parameters[i];
        auto length = encode(value, m_prepared.parameters[i]);
        if (!length)
            return {length.error().code, length.error().detail + u": "_s + QString::fromUtf8(m_sql)};
        const bool isInteger = value.kind == Parameter::Kind::Integer;
        const char* bytes = isInteger ? value.encoded : value.bytes.data();
        const bool isNull = value.kind == Parameter::Kind::Null;
        m_arguments.values[i] = isNull ? nullptr : bytes ? bytes : "";
        m_arguments.lengths[i] = *length;
    }
    return {};
}

Result<void> Statement::askOnce()
{
    if (m_generation != m_session.generation()) {
        if (auto ready = prepareHere(); !ready)
            return ready;
    }
    if (auto encoded = encodeAll(); !encoded)
        return encoded;
    if (m_streams)
        return m_session.askForRows(m_prepared.name, m_arguments);
    auto rows = m_session.ask(m_prepared.name, m_arguments);
    if (!rows)
        return rows.error();
    m_rows = std::move(*rows);
    return {};
}

Result<void> Statement::ask()
{
    auto asked = askOnce();
    if (!asked && m_session.recover())
        asked = askOnce();
    m_isStreaming = asked && m_streams;
    return asked;
}

Result<bool> Statement::nextStreamed()
{
    auto row = m_session.nextRow();
    m_isStreaming = row && *row;
    if (!row)
        return row.error();
    m_rows = std::move(*row);
    m_row = 0;
    return m_rows != nullptr;
}

Result<bool> Statement::step()
{
    if (m_row < 0) {
        if (auto asked = ask(); !asked)
            return asked.error();
    }
    if (m_streams) {
        auto more = m_isStreaming ? nextStreamed() : Result<bool>(false);
        if (!more || !*more)
            reset();
        return more;
    }
    if (++m_row < PQntuples(m_rows.get()))
        return true;
    reset();
    return false;
}

Result<void> Statement::run()
{
    if (!m_session.isInTransaction()) {
        auto asked = askOnce();
        reset();
        return asked;
    }
    if (m_generation != m_session.generation()) {
        if (auto ready = prepareHere(); !ready)
            return ready;
    }
    if (auto encoded = encodeAll(); !encoded)
        return encoded;
    return m_session.tell(m_prepared.name, m_arguments);
}

void Statement::reset()
{
    while (m_isStreaming) { // somebody has read enough
        auto more = nextStreamed();
        if (!more)
            break;
    }
    m_rows.reset();
    m_row = -1;
}

qint64 Statement::integer(int column) const
{
    if (isNull(column))
        return 0;
    const char* value = PQgetvalue(m_rows.get(), m_row, column);
    switch (PQftype(m_rows.get(), column)) {
    case Int8:
        return qFromBigEndian<qint64>(value);
    case Int4:
        return qFromBigEndian<qint32>(value);
    case Int2:
        return qFromBigEndian<qint16>(value);
    case Bool:
        return value[0] != 0 ? 1 : 0;
    default:
        return 0;
    }
}

QString Statement::text(int column) const
{
    const QByteArrayView bytes = blobView(column);
    return bytes.isNull() ? QString() : QString::fromUtf8(bytes);
}

QByteArrayView Statement::blobView(int column) const
{
    if (isNull(column))
        return {};
    return {PQgetvalue(m_rows.get(), m_row, column), PQgetlength(m_rows.get(), m_row, column)};
}

bool Statement::isNull(int column) const
{
    return PQgetisnull(m_rows.get(), m_row, column) == 1;
}

} // namespace thidua::server::postgres
