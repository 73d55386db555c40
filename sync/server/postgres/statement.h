#pragma once

#include "server/postgres/session.h"

namespace thidua::server::postgres
{

// Prepared again by itself on a new connection.
class Statement final : public sql::StatementDriver
{
public:
    // Errors of the SQL come at once, as with SQLite.
    [[nodiscard]] static Result<std::unique_ptr<Statement>> prepare(Session& session, QByteArray sql);

    ~Statement() override { reset(); }

    void bindInteger(int index, qint64 value) override;
    void bindText(int index, const QString& text) override;
    void bindUtf8(int index, QByteArrayView utf8) override;
    void bindBytes(int index, QByteArrayView bytes) override;
    void bindNull(int index) override;

    [[nodiscard]] Result<bool> step() override;
    [[nodiscard]] Result<void> run() override;
    void reset() final;
    void stream() override { m_streams = true; }

    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] QString text(int column) const override;
    [[nodiscard]] QByteArrayView blobView(int column) const override;
    [[nodiscard]] bool isNull(int column) const override;

private:
    struct Parameter {
        enum class Kind { Null, Integer, Text, Bytes } kind = Kind::Null;
        qint64 integer = 0;
        QByteArray owned;
        QByteArrayView bytes;
        char encoded[8] = {}; // the integer as it travels
    };
    Statement(Session& session, QByteArray sql);
    [[nodiscard]] Parameter& parameter(int index);
    [[nodiscard]] Result<void> prepareHere();
    [[nodiscard]] Result<void> encodeAll();
    [[nodiscard]] static Result<int> encode(Parameter& parameter, unsigned int type);
    [[nodiscard]] Result<void> ask();
    [[nodiscard]] Result<void> askOnce();
    [[nodiscard]] Result<bool> nextStreamed();

    Session& m_session;
    QByteArray m_sql;
    Prepared m_prepared;
    int m_generation = 0; // in which it was prepared
    std::vector<Parameter> m_parameters;
    Arguments m_arguments; // that point into m_parameters
    ResultPointer m_rows;
    int m_row = -1; // -1: not asked yet
    bool m_streams = false;
    bool m_isStreaming = false; // rows are still to come
};

} // namespace thidua::server::postgres
