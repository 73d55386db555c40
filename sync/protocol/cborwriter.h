#pragma once

#include <QByteArray>
#include <QStringView>

namespace thidua::protocol
{

// Appends deterministic CBOR to a buffer. Written here because finished values are copied in as they are,
// which QCborStreamWriter cannot do.
class CborWriter
{
public:
    explicit CborWriter(QByteArray& out)
        : m_out(out)
    {
    }
    void null() { m_out.append('\xf6'); }
    void boolean(bool value) { m_out.append(value ? '\xf5' : '\xf4'); }
    void integer(qint64 value)
    {
        if (value < 0)
            head(1, ~quint64(value));
        else
            head(0, quint64(value));
    }
    void unsignedInteger(quint64 value) { head(0, value); }
    void bytes(QByteArrayView value)
    {
        head(2, quint64(value.size()));
        raw(value);
    }
    void text(QStringView value)
    {
        const QByteArray utf8 = value.toUtf8();
        head(3, quint64(utf8.size()));
        raw(utf8);
    }
    void array(qsizetype count) { head(4, quint64(count)); }
    void map(qsizetype count) { head(5, quint64(count)); }
    // Items that are CBOR already.
    void raw(QByteArrayView items) { m_out.append(items.data(), items.size()); }

private:
    void head(int major, quint64 argument);
    QByteArray& m_out;
};

} // namespace thidua::protocol
