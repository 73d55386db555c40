#pragma once

#include "base/value.h"
#include "protocol/fieldtypes.h"

namespace thidua::protocol
{

// One shape, two notations: every message is written once, against this. Keys of a map must come in the
// deterministic order of RFC 8949 section 4.2.1 (shorter first, then by bytes); the CBOR writer asserts it.
class BodyWriter
{
public:
    BodyWriter() = default;
    BodyWriter(const BodyWriter&) = delete;
    BodyWriter& operator=(const BodyWriter&) = delete;
    virtual ~BodyWriter() = default;

    virtual void beginMap() = 0; // of at most 23 members
    virtual void beginMap(qsizetype size) = 0;
    virtual void endMap() = 0;
    virtual void key(QByteArrayView utf8) = 0;
    virtual void beginList(qsizetype size) = 0;
    virtual void endList() = 0;

    virtual void boolean(bool value) = 0;
    virtual void integer(qint64 value) = 0;
    virtual void text(const QString& value) = 0;
    virtual void idBytes(QByteArrayView sixteen) = 0;
    virtual void digest(quint64 sum) = 0;
    virtual void value(const domain::FieldType* type, const Value& value) = 0;
    // The values of a published row, in its table's columns; its body is CBOR already.
    virtual void rowBody(const FieldTypes& types, const QByteArray& body) = 0;

    [[nodiscard]] virtual QByteArray take() = 0;

    template<typename Tag>
    void id(const Id<Tag>& id)
    {
        idBytes(id.view());
    }
};

} // namespace thidua::protocol
