#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace thidua::sql
{

// Text that is UTF-8 already. Must live until the last step.
struct Utf8 {
    QByteArrayView bytes;
};

// What a database does for one prepared statement. Parameters count from 1 and columns from 0, as SQLite has
// it. Errors of binding are kept and returned by the next step.
class StatementDriver
{
public:
    StatementDriver() = default;
    StatementDriver(const StatementDriver&) = delete;
    StatementDriver& operator=(const StatementDriver&) = delete;
    virtual ~StatementDriver() = default;

    virtual void bindInteger(int index, qint64 value) = 0;
    virtual void bindText(int index, const QString& text) = 0;   // not null
    virtual void bindUtf8(int index, QByteArrayView utf8) = 0;   // must live until the last step
    virtual void bindBytes(int index, QByteArrayView bytes) = 0; // not null; must live until the last step
    virtual void bindNull(int index) = 0;

    [[nodiscard]] virtual Result<bool> step() = 0;
    [[nodiscard]] virtual Result<void> run() = 0;
    virtual void reset() = 0;
    // From now on rows come as they are read, not all at once; until the last one nothing else may be asked
    // on the connection.
    virtual void stream() = 0;

    [[nodiscard]] virtual qint64 integer(int column) const = 0;
    [[nodiscard]] virtual QString text(int column) const = 0;
    [[nodiscard]] virtual QByteArrayView blobView(int column) const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
};

// One prepared statement; see StatementDriver for how things count.
class Statement
{
public:
    Statement() = default;
    explicit Statement(std::unique_ptr<StatementDriver> driver)
        : m_driver(std::move(driver))
    {
    }

    // Parameters in order: 64-bit integers, text, blobs (QByteArray/QByteArrayView), ids, null.
    template<typename... Values>
    Statement& bind(const Values&... values)
    {
        reset();
        int index = 0;
        (bindOne(++index, values), ...);
        return *this;
    }
    void bindOne(int index, qint64 value) { m_driver->bindInteger(index, value); }
    void bindOne(int index, int value) { m_driver->bindInteger(index, value); }
    void bindOne(int index, const QString& text)
    {
        text.isNull() ? m_driver->bindNull(index) : m_driver->bindText(index, text);
    }
    void bindOne(int index, Utf8 text) { m_driver->bindUtf8(index, text.bytes); }
    void bindOne(int index, QByteArrayView bytes) // null view: NULL; must live until the last step
    {
        bytes.isNull() ? m_driver->bindNull(index) : m_driver->bindBytes(index, bytes);
    }
    void bindOne(int index, const QByteArray& bytes) { bindOne(index, QByteArrayView(bytes)); }
    void bindOne(int index, std::nullptr_t) { m_driver->bindNull(index); }
    template<typename Id>
    requires requires(const Id& id) { id.view(); }
    void bindOne(int index, const Id& id) { bindOne(index, id.view()); }

    // true: a row is there to be read; false: done.
    [[nodiscard]] Result<bool> step() { return m_driver->step(); }
    // Runs a statement that returns no rows. Inside a transaction its error may come only with a later call
    // on the same connection, the commit at the latest: PostgreSQL is not waited for.
    [[nodiscard]] Result<void> run() { return m_driver->run(); }

    [[nodiscard]] qint64 integer(int column) const { return m_driver->integer(column); }
    [[nodiscard]] QString text(int column) const { return m_driver->text(column); }
    [[nodiscard]] QByteArray blob(int column) const { return blobView(column).toByteArray(); } // a copy
    // Until the next step or reset.
    [[nodiscard]] QByteArrayView blobView(int column) const { return m_driver->blobView(column); }
    [[nodiscard]] bool isNull(int column) const { return m_driver->isNull(column); }
    template<typename Id>
    [[nodiscard]] Id id(int column) const
    {
        return Id::fromBytes(blobView(column)).value_or(Id());
    }

    void stream() { m_driver->stream(); }
    void reset()
    {
        if (m_driver)
            m_driver->reset();
    }

private:
    std::unique_ptr<StatementDriver> m_driver;
};

} // namespace thidua::sql
