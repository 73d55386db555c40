#pragma once

#include "protocol/bodyreader.h"

namespace thidua::protocol
{

// Strict RFC 8259 with integers only: no fraction, no exponent, no -0, nothing beyond 64 bits, no lone
// surrogates, no key twice, no bytes that are not UTF-8. (QJsonDocument takes the last of two equal keys and
// makes doubles of big integers.)
class JsonReader final : public BodyReader
{
public:
    explicit JsonReader(const QByteArray& bytes)
        : m_bytes(bytes)
    {
    }

    void map(const std::function<void(const QString& key)>& member) override;
    void tuple(qsizetype size, const std::function<void()>& elements) override;
    [[nodiscard]] bool boolean() override;
    [[nodiscard]] QString text() override;
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
    [[nodiscard]] Position position() const override { return m_position; }
    void moveTo(Position position) override { m_position = position; }

private:
    // Where commas are due: between the elements of a tuple, which are read one by one from outside.
    enum class Comma { Never, NotYet, Due };
    void begin();
    [[nodiscard]] char peek();
    void skipSpace();
    void expect(char c);
    [[nodiscard]] bool take(QByteArrayView word);
    [[nodiscard]] bool more(char close, bool first);
    void inside(char open, const std::function<void()>& read);
    void skipValue(int depth);
    void skipMembers(int depth);
    void skipElements(int depth);
    void skipNumber();
    void skipString();

    [[nodiscard]] QString string();
    [[nodiscard]] QString unescaped(qsizetype start);
    [[nodiscard]] char16_t escape();
    [[nodiscard]] char16_t hexEscape();
    [[nodiscard]] Value valueAt(const domain::FieldType* type, int nesting);
    [[nodiscard]] Value listAt(const domain::FieldType* type, int nesting);

    const QByteArray& m_bytes;
    qsizetype m_position = 0;
    Comma m_comma = Comma::Never;
    QByteArray m_id;
};

} // namespace thidua::protocol
