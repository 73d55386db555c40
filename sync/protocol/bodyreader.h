#pragma once

#include "base/result.h"
#include "base/value.h"
#include "protocol/fieldtypes.h"

#include <QSet>
#include <QStringList>

#include <functional>
#include <limits>
#include <vector>

namespace thidua::protocol
{

// Reads a body step by step, never building a tree, so that memory stays near the size of the body. The
// first fault sticks: every later read returns an empty value, loops end, and error() tells what and where.
class BodyReader
{
public:
    using Position = qsizetype;
    static constexpr Position nowhere = -1;
    static constexpr int maxDepth = 16; // of members that are skipped

    BodyReader() = default;
    BodyReader(const BodyReader&) = delete;
    BodyReader& operator=(const BodyReader&) = delete;
    virtual ~BodyReader() = default;

    // Calls `member` once a key, in front of its value; values that it does not read are skipped. A key that
    // stands twice is a fault.
    virtual void map(const std::function<void(const QString& key)>& member) = 0;
    // Calls `item` once an element; returns how many there were. More than `limit` are TooLarge.
    qsizetype list(const std::function<void()>& item,
                   qsizetype limit = std::numeric_limits<qsizetype>::max());
    // A list of exactly this many elements, all read by `elements` in their order.
    virtual void tuple(qsizetype size, const std::function<void()>& elements) = 0;

    [[nodiscard]] virtual bool boolean() = 0;
    [[nodiscard]] qint64 integer(qint64 least = std::numeric_limits<qint64>::min(),
                                 qint64 greatest = std::numeric_limits<qint64>::max());
    [[nodiscard]] virtual QString text() = 0;
    // The same, for texts that repeat from row to row.
    [[nodiscard]] virtual QString repeatedText() { return text(); }
    [[nodiscard]] virtual quint64 digest() = 0;
    [[nodiscard]] virtual Value value(const domain::FieldType* type) = 0;
    // One value a type, as CBOR items one after the other. May point into the body.
    [[nodiscard]] virtual QByteArray rowBody(const FieldTypes& types) = 0;
    [[nodiscard]] virtual bool takeNull() = 0; // steps past a null, and past nothing else
    virtual void skip() = 0;

    template<typename IdType>
    [[nodiscard]] IdType id()
    {
        return IdType::fromBytes(idBytes()).value_or(IdType());
    }

    // Skips a value and remembers where it stands, for members that can be read only when others are known.
    [[nodiscard]] Position later();
    // Reads such a value; `read` must read exactly one. Does nothing for `nowhere`.
    void at(Position position, const std::function<void()>& read);
    // The same, but a fault is returned instead of sticking.
    [[nodiscard]] Error attemptAt(Position position, const std::function<void()>& read);

    void fail(ErrorCode code, const char* what);
    void failAt(const QString& key, ErrorCode code, const char* what); // of the map just read
    [[nodiscard]] bool ok() const { return m_error.code == ErrorCode::None; }
    [[nodiscard]] Error error() const { return m_error; }
    // Nothing may follow the body.
    virtual void finish() = 0;

protected:
    virtual qsizetype listItems(const std::function<void()>& item, qsizetype limit) = 0;
    [[nodiscard]] virtual qint64 anyInteger() = 0;
    [[nodiscard]] virtual QByteArrayView idBytes() = 0; // 16 bytes, or none after a fault
    [[nodiscard]] virtual Position position() const = 0;
    virtual void moveTo(Position position) = 0;

    // Counts an element of a list that becomes a Value: thirty times its size on the wire, so a whole body
    // may have only so many. Unlike other faults this one is the body's, whatever attemptAt() was reading.
    [[nodiscard]] bool takeListItem();

    // Where the reader stands, as "tables[2].rows[17]"; told only when something is wrong.
    struct Step {
        QString key;
        qsizetype index = -1;
    };
    std::vector<Step>& path() { return m_path; }

private:
    [[nodiscard]] QString place() const;
    static constexpr int maxListItems = 1 << 18;
    Error m_error;
    std::vector<Step> m_path;
    int m_listItemsLeft = maxListItems;
    bool m_exhausted = false;
};

// The keys of one map so far.
class SeenKeys
{
public:
    // False if the key was there already.
    [[nodiscard]] bool add(const QString& key);

private:
    QStringList m_few;
    QSet<QString> m_many;
};

} // namespace thidua::protocol
