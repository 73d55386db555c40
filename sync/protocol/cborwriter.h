#pragma once

#include "protocol/bodywriter.h"

#include <vector>

namespace thidua::protocol
{

class CborWriter final : public BodyWriter
{
public:
    explicit CborWriter(qsizetype expectedSize = 0) { m_bytes.reserve(expectedSize); }

    void beginMap() override;
    void beginMap(qsizetype size) override;
    void endMap() override;
    void key(QByteArrayView utf8) override;
    void beginList(qsizetype size) override;
    void endList() override {}

    void boolean(bool value) override;
    void integer(qint64 value) override;
    void text(const QString& value) override;
    void idBytes(QByteArrayView sixteen) override;
    void digest(quint64 sum) override;
    void value(const domain::FieldType* type, const Value& value) override;
    void rowBody(const FieldTypes& types, const QByteArray& body) override;
    [[nodiscard]] QByteArray take() override { return std::move(m_bytes); }

private:
    struct OpenMap {
        qsizetype head = 0; // where its first byte stands
        bool counted = false;
        int size = 0;
        QByteArray lastKey;
    };

    QByteArray m_bytes;
    std::vector<OpenMap> m_maps;
};

} // namespace thidua::protocol
