#pragma once

#include "base/cbor.h"
#include "protocol/bodyreader.h"

namespace thidua::protocol
{

// Definite lengths only; integer and length heads longer than need be are accepted (RFC 8949 section 4.1 asks
// for the shortest, some encoders do not write them).
class CborReader final : public BodyReader
{
public:
    // `bytes` must outlive the reader and every row body that it returns.
    explicit CborReader(const QByteArray& bytes)
        : m_cursor(bytes)
    {
    }

    void map(const std::function<void(const QString& key)>& member) override;
    void tuple(qsizetype size, const std::function<void()>& elements) override;
    [[nodiscard]] bool boolean() override;
    [[nodiscard]] QString text() override;
    [[nodiscard]] QString repeatedText() override;
    [[nodiscard]] quint64 digest() override;
    [[nodiscard]] Value value(const domain::FieldType* type) override;
    [[nodiscard]] QByteArray rowBody(const FieldTypes& types) override;
    [[nodiscard]] bool takeNull() override;
    void skip() override;
    void finish() override;

protected:
    qsizetype listItems(const std::function<void()>& item, qsizetype limit) override;
    [[nodiscard]] qint64 anyInteger() override;
    [[nodiscard]] QByteArrayView idBytes() override;
    [[nodiscard]] Position position() const override { return m_cursor.position(); }
    void moveTo(Position position) override { m_cursor.moveTo(position); }

private:
    using Head = cbor::Head;
    [[nodiscard]] bool sound(cbor::Fault fault);
    [[nodiscard]] bool head(Head& head);
    // The head of an item of this type, or a fault.
    [[nodiscard]] bool expect(quint8 majorType, Head& head, const char* fault);
    [[nodiscard]] bool fits(quint64 count, qsizetype bytesEach = 1);
    [[nodiscard]] QByteArrayView slice(quint64 size);
    [[nodiscard]] QByteArrayView utf8(quint64 size);
    [[nodiscard]] qint64 integerOf(const Head& head);
    [[nodiscard]] Value valueAt(int nesting);
    [[nodiscard]] Value listOf(const Head& head, int nesting);
    // The same judgement as valueAt, without making a value: for rows that are only passed on.
    void checkValue(int nesting);

    cbor::Cursor m_cursor;
    QByteArrayView m_lastText;
    QString m_lastTextRead;
};

} // namespace thidua::protocol
