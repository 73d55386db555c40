#include "protocol/bodyreader.h"

#include <utility>

namespace thidua::protocol
{

qsizetype BodyReader::list(const std::function<void()>& item, qsizetype limit)
{
    return listItems(item, limit);
}

qint64 BodyReader::integer(qint64 least, qint64 greatest)
{
    const qint64 number = anyInteger();
    if (!ok())
        return 0;
    if (number < least || number > greatest) {
        fail(ErrorCode::Malformed, "a number out of its range");
        return 0;
    }
    return number;
}

BodyReader::Position BodyReader::later()
{
    const Position here = position();
    skip();
    return ok() ? here : nowhere;
}

void BodyReader::at(Position where, const std::function<void()>& read)
{
    if (where == nowhere || !ok())
        return;
    const Position back = position();
    moveTo(where);
    read();
    moveTo(back);
}

Error BodyReader::attemptAt(Position where, const std::function<void()>& read)
{
    if (!ok())
        return {};
    at(where, read);
    return m_exhausted ? Error() : std::exchange(m_error, {});
}

void BodyReader::fail(ErrorCode code, const char* what)
{
    if (!ok())
        return;
    m_error = {code, QString::fromLatin1(what)};
    if (!m_path.empty())
        m_error.detail += QStringLiteral(" at ") + place();
}

void BodyReader::failAt(const QString& key, ErrorCode code, const char* what)
{
    m_path.push_back({key});
    fail(code, what);
    m_path.pop_back();
}

bool BodyReader::takeListItem()
{
    if (m_listItemsLeft-- > 0)
        return true;
    fail(ErrorCode::TooLarge, "too many list elements in one body");
    m_exhausted = true;
    return false;
}

QString BodyReader::place() const
{
    constexpr qsizetype longest = 64; // keys are the sender's; a detail stays short
    QString text;
    for (const Step& step : m_path) {
        if (step.index >= 0)
            text += u'[' + QString::number(step.index) + u']';
        else
            text += (text.isEmpty() ? QString() : QStringLiteral(".")) + step.key.left(longest);
    }
    return text;
}

bool SeenKeys::add(const QString& key)
{
    constexpr qsizetype few = 16;
    if (m_many.isEmpty()) {
        if (m_few.contains(key))
            return false;
        if (m_few.size() < few) {
            m_few.append(key);
            return true;
        }
        m_many = QSet<QString>(m_few.cbegin(), m_few.cend());
    }
    const auto before = m_many.size();
    m_many.insert(key);
    return m_many.size() > before;
}

} // namespace thidua::protocol
