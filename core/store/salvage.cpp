#include "store/salvage.h"

#include "base/valuecodec.h"
#include "sql/transaction.h"
#include "store/migrations.h"
#include "store/pagescan.h"

#include <QDateTime>
#include <QFile>

#include <algorithm>
#include <cstdio>

namespace thidua::store
{

using namespace Qt::StringLiterals;

namespace
{

// One row of the outbox, as it stands in the file.
struct OutboxRow {
    qint64 seq = 0;
    qint64 at = 0;
    qint64 seen = 0;
    QString epoch;
    QByteArray record;
    QString kind;
    QByteArray fields;
    QByteArray together;
    qint64 state = 0;
    qint64 open = 0;
    qint64 version = 0;
    QString beside;
    QString code;
    QString detail;
    qint64 settledAt = 0;
};

struct Found {
    QMap<QString, QString> facts;
    QMap<qint64, OutboxRow> outbox;
    QList<Draft> drafts;
};

constexpr auto outboxColumns = "seq, at, seen, epoch, record, kind, fields, together, state, open, version, "
                               "beside, code, detail, settled_at";

// Takes what SQLite still gives.
class Reader
{
public:
    explicit Reader(sql::Connection& connection)
        : m_connection(connection)
    {
    }
    // The outbox from the front until it fails, then from the back until it fails or meets what is known.
    [[nodiscard]] Found read()
    {
        readFacts();
        const QByteArray select = QByteArray("SELECT ") + outboxColumns + " FROM outbox NOT INDEXED ";
        readOutbox(select + "ORDER BY seq");
        readOutbox(select + "ORDER BY seq DESC");
        readDrafts();
        return std::move(m_found);
    }

private:
    template<typename Take>
    void each(const QByteArray& sql, Take take)
    {
        auto statement = m_connection.prepare(sql);
        for (auto row = statement ? statement->step() : statement.error(); row && *row;
             row = statement->step()) {
            if (!take(*statement))
                return;
        }
    }
    void readFacts()
    {
        each("SELECT key, value FROM fact", [this](const sql::Statement& row) {
            m_found.facts.insert(row.text(0), row.text(1));
            return true;
        });
    }
    void readOutbox(const QByteArray& sql)
    {
        each(sql, [this](const sql::Statement& row) {
            const OutboxRow entry = rowOf(row);
            if (m_found.outbox.contains(entry.seq))
                return false;
            if (codec::decodeFields(entry.fields) && entry.record.size() == 16)
                m_found.outbox.insert(entry.seq, entry);
            return true;
        });
    }
    [[nodiscard]] static OutboxRow rowOf(const sql::Statement& row)
    {
        return {row.integer(0),  row.integer(1), row.integer(2), row.text(3),    row.blob(4),
                row.text(5),     row.blob(6),    row.blob(7),    row.integer(8), row.integer(9),
                row.integer(10), row.text(11),   row.text(12),   row.text(13),   row.integer(14)};
    }
    void readDrafts()
    {
        each("SELECT key, record, seen, fields FROM draft", [this](const sql::Statement& row) {
            if (auto fields = codec::decodeFields(row.blob(3)))
                m_found.drafts.append({row.text(0), row.id<RecordId>(1), row.integer(2), *fields, 0});
            return true;
        });
    }

    sql::Connection& m_connection;
    Found m_found;
};

// Takes what the pages hold, whether or not a tree still leads to them. Pages that are no longer in use may
// hold older states of a row: whoever knows more of it wins, and what SQLite gave stands.
class Scanner
{
public:
    explicit Scanner(Found& found)
        : m_found(found)
    {
    }
    void scan(const QString& path)
    {
        const PageScan pages(contentOf(path), contentOf(path + u"-wal"_s));
        pages.read([this](qint64 number, const PageScan::Columns& columns) { takeEdit(number, columns); },
                   [this](const PageScan::Columns& columns) { takeKeyed(columns); });
        for (const OutboxRow& row : std::as_const(m_scanned)) {
            if (!m_found.outbox.contains(row.seq))
                m_found.outbox.insert(row.seq, row);
        }
    }

private:
    [[nodiscard]] static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void takeEdit(qint64 seq, const PageScan::Columns& columns)
    {
        if (columns.size() != 15)
            return;
        const auto number = [&](int column) { return columns[column].integer.value_or(-1); };
        const auto bytes = [&](int column) { return columns[column].bytes.value_or(QByteArray()); };
        const auto text = [&](int column) { return QString::fromUtf8(bytes(column)); };
        OutboxRow row{seq,       number(1), number(2),  text(3),  bytes(4), text(5),  bytes(6),  bytes(7),
                      number(8), number(9), number(10), text(11), text(12), text(13), number(14)};
        const bool isEdit = !columns[0].integer && !columns[0].bytes && row.record.size() == 16 &&
                            row.state >= 0 && row.state <= 3 && !row.kind.isEmpty() &&
                            codec::decodeFields(row.fields);
        const auto known = m_scanned.constFind(seq);
        if (isEdit && (known == m_scanned.cend() || known->state < row.state))
            m_scanned.insert(seq, row);
    }
    void takeKeyed(const PageScan::Columns& columns)
    {
        const auto bytes = [&](int column) { return columns[column].bytes.value_or(QByteArray()); };
        if (columns.size() == 2 && columns[0].bytes && columns[1].bytes) {
            const QString key = QString::fromUtf8(bytes(0));
            if (!m_found.facts.contains(key))
                m_found.facts.insert(key, QString::fromUtf8(bytes(1)));
        } else if (columns.size() == 5 && columns[2].integer && bytes(1).size() == 16) {
            takeDraft(QString::fromUtf8(bytes(0)), bytes(1), *columns[2].integer, bytes(3));
        }
    }
    void takeDraft(const QString& key, const QByteArray& record, qint64 seen, const QByteArray& content)
    {
        const auto fields = codec::decodeFields(content);
        const auto isKnown = [&](const Draft& draft) { return draft.key == key; };
        if (fields && std::ranges::none_of(m_found.drafts, isKnown))
            m_found.drafts.append({key, RecordId::fromBytes(record).value_or(RecordId()), seen, *fields, 0});
    }

    Found& m_found;
    QMap<qint64, OutboxRow> m_scanned;
};

QString orEmpty(const QString& text)
{
    return text.isNull() ? u""_s : text;
}

// The server takes each number once and none may be missing. Whatever was still to be sent and is not
// readable keeps its number with nothing in it: the server refuses it, and the person sees that it is gone.
qint64 fillGaps(Found& found, Random& random, const Clock& clock)
{
    qint64 answered = 0;
    for (const OutboxRow& row : std::as_const(found.outbox)) {
        if (row.state != qint64(EditState::Pending))
            answered = std::max(answered, row.seq);
    }
    const qint64 last = found.outbox.isEmpty() ? 0 : found.outbox.lastKey();
    const bool any = std::ranges::any_of(found.outbox, [&](const OutboxRow& row) {
        return row.seq > answered && row.state == qint64(EditState::Pending);
    });
    qint64 lost = 0;
    // What lies before the first edit that is there may have been answered and forgotten long ago.
    const qint64 first = answered > 0 || !any ? answered + 1 : std::max<qint64>(1, found.outbox.firstKey());
    for (qint64 seq = first; seq < last; ++seq) {
        if (found.outbox.contains(seq))
            continue;
        OutboxRow empty;
        empty.seq = seq;
        empty.at = clock.now();
        empty.epoch = found.facts.value(u"epoch"_s);
        empty.record = RecordId::create(clock, random).toBytes();
        empty.kind = u"unreadable"_s;
        empty.fields = codec::encode(Fields());
        found.outbox.insert(seq, empty);
        ++lost;
    }
    return lost;
}

Result<void> writeRows(sql::Connection& connection, const Found& found)
{
    auto transaction = sql::Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    sql::CachedStatement fact(connection, "INSERT OR REPLACE INTO fact (key, value) VALUES (?1, ?2)");
    sql::CachedStatement edit(
        connection, "INSERT INTO outbox (seq, at, seen, epoch, record, kind, fields, together, state, "
                    "open, version, beside, code, detail, settled_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
                    "?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)");
    Result<void> done;
    for (auto known = found.facts.cbegin(); done && known != found.facts.cend(); ++known)
        done = fact.run(known.key(), known.value());
    for (const OutboxRow& row : found.outbox) {
        if (done)
            done = edit.run(row.seq, row.at, row.seen, orEmpty(row.epoch), row.record, row.kind, row.fields,
                            row.together, row.state, qint64(row.state == 0 || row.open), row.version,
                            orEmpty(row.beside), orEmpty(row.code), orEmpty(row.detail), row.settledAt);
    }
    return done ? transaction->commit() : done;
}

Result<void> writeNew(const QString& path, const Found& found, const domain::Schema& schema,
                      const Clock& clock, Random& random)
{
    {
        auto connection = sql::Connection::open(path);
        if (!connection)
            return connection.error();
        if (auto made = sql::migrate(**connection, applicationId, migrations()); !made)
            return made.error();
        if (auto written = writeRows(**connection, found); !written)
            return written;
    }
    auto store = LocalStore::open(path, schema, clock, random);
    if (!store)
        return store.error();
    auto done = found.outbox.isEmpty() ? Result<void>() : (*store)->showOwnEdits();
    for (const Draft& draft : found.drafts) {
        if (done)
            done = (*store)->keepDraft(draft);
    }
    return done;
}

void removeWithLog(const QString& path)
{
    for (const auto& suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + suffix);
}

Result<void> copyAside(const QString& path, const QString& aside)
{
    for (const auto& suffix : {u""_s, u"-wal"_s}) {
        if (QFile::exists(path + suffix) && !QFile::copy(path + suffix, aside + suffix))
            return {ErrorCode::StorageFailed, u"the damaged file cannot be copied to "_s + aside};
    }
    return {};
}

bool rename(const QString& from, const QString& to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

QString finishedName(const QString& path)
{
    return path + u".salvaged"_s;
}

} // namespace

// The log first: left beside the new file, it would be taken for that one's.
Result<void> endSalvage(const QString& path)
{
    const QString finished = finishedName(path);
    if (!QFile::exists(finished))
        return {};
    for (const auto& suffix : {u"-wal"_s, u"-shm"_s})
        QFile::remove(path + suffix);
    if (!rename(finished, path))
        return {ErrorCode::StorageFailed, u"the salvaged file cannot take the place of "_s + path};
    return {};
}

Result<Salvaged> salvage(const QString& path, const domain::Schema& schema, const Clock& clock,
                         Random& random)
{
    if (auto ended = endSalvage(path); !ended)
        return ended.error();
    Salvaged salvaged;
    salvaged.aside = path + u".damaged-"_s + QString::number(clock.now());
    if (auto copied = copyAside(path, salvaged.aside); !copied)
        return copied.error();
    Found found;
    if (auto connection = sql::Connection::open(path))
        found = Reader(**connection).read();
    Scanner(found).scan(salvaged.aside);
    // Work of nobody is shown to nobody: it stays in the file aside.
    salvaged.belongsToSomebody = UserId::fromText(found.facts.value(u"user"_s)).has_value() &&
                                 DeviceId::fromText(found.facts.value(u"device"_s)).has_value();
    if (!salvaged.belongsToSomebody)
        found = Found();
    salvaged.edits = found.outbox.size();
    salvaged.lost = fillGaps(found, random, clock);
    salvaged.drafts = found.drafts.size();
    const QString part = path + u".part"_s;
    removeWithLog(part);
    if (auto written = writeNew(part, found, schema, clock, random); !written)
        return written.error();
    if (!rename(part, finishedName(path)))
        return {ErrorCode::StorageFailed, u"the salvaged file cannot be named"_s};
    if (auto ended = endSalvage(path); !ended)
        return ended.error();
    return salvaged;
}

} // namespace thidua::store
