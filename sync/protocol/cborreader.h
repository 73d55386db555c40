#pragma once

#include "base/result.h"
#include "protocol/tree.h"

#include <QByteArray>

namespace thidua::protocol
{

// Reads CBOR of definite lengths out of one buffer. The first fault is kept; after it every read returns
// nothing, so callers check once. Slices point into the buffer.
class CborReader
{
public:
    explicit CborReader(const QByteArray& bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] bool failed() const { return m_error.code != ErrorCode::None; }
    [[nodiscard]] Error error() const { return m_error; }
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }
    void fail(ErrorCode code, const char* what);

    [[nodiscard]] qsizetype array(); // the number of items
    [[nodiscard]] qsizetype map();   // the number of pairs
    [[nodiscard]] qint64 integer();
    [[nodiscard]] quint64 unsignedInteger();
    [[nodiscard]] bool boolean();
    [[nodiscard]] QString text();
    [[nodiscard]] QByteArrayView byteView();
    // A value that a field may have (base/valuecodec.h), checked; its bytes as they are.
    [[nodiscard]] QByteArrayView value();
    void skip(int depth = maxTreeDepth); // one item of any kind that a body may have
    [[nodiscard]] Tree tree(int depth = maxTreeDepth);
    [[nodiscard]] qsizetype position() const { return m_at; }
    [[nodiscard]] QByteArrayView since(qsizetype position) const;

private:
    struct Head {
        int major = -1;
        quint64 argument = 0;
    };
    [[nodiscard]] Head head();
    [[nodiscard]] Head expect(int major);
    [[nodiscard]] qsizetype count(int major);
    [[nodiscard]] QByteArrayView take(quint64 size);
    void checkValue(int nesting);
    [[nodiscard]] Tree simple(quint64 argument);
    [[nodiscard]] Tree treeList(quint64 count, int depth);
    [[nodiscard]] Tree treeMap(quint64 count, int depth);

    const QByteArray& m_bytes;
    qsizetype m_at = 0;
    Error m_error;
};

} // namespace thidua::protocol
