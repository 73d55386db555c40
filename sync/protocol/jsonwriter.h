#pragma once

#include "protocol/bodywriter.h"

namespace thidua::protocol
{

class JsonWriter final : public BodyWriter
{
public:
    void beginMap() override { open('{'); }
    void beginMap(qsizetype) override { open('{'); }
    void endMap() override { close('}'); }
    void key(QByteArrayView utf8) override;
    void beginList(qsizetype) override { open('['); }
    void endList() override { close(']'); }

    void null();
    void boolean(bool value) override;
    void integer(qint64 value) override;
    void text(const QString& value) override;
    void idBytes(QByteArrayView sixteen) override;
    void digest(quint64 sum) override;
    void value(const domain::FieldType* type, const Value& value) override;
    void rowBody(const FieldTypes& types, const QByteArray& body) override;
    [[nodiscard]] QByteArray take() override { return std::move(m_bytes); }

private:
    void open(char bracket);
    void close(char bracket);
    void separate();
    void quoted(QByteArrayView utf8);

    QByteArray m_bytes;
    bool m_first = true; // nothing stands before the next item in its container
};

} // namespace thidua::protocol
