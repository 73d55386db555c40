#include "viewmodels/searchmodel.h"

#include "domain/names.h"
#include "services/services.h"
#include "viewmodels/errortext.h"
#include "viewmodels/fieldtext.h"
#include "viewmodels/searchtext.h"

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;
using services::MarkedText;
using services::SearchHit;

namespace
{

// Opening comes first, then the pages of a synchronisation, then the index.
constexpr std::chrono::milliseconds pauseAfterOpening{1500};
constexpr std::chrono::milliseconds pauseAfterChange{300};
constexpr std::chrono::milliseconds pauseBetweenParts{10};

QVariantList marksOf(const MarkedText& text)
{
    QVariantList marks;
    for (const domain::Stretch& stretch : text.marks)
        marks.append(QVariantMap{{u"from"_s, int(stretch.from)}, {u"length"_s, int(stretch.length)}});
    return marks;
}

SearchRow rowOf(const SearchHit& hit)
{
    SearchRow row{hit.record, hit.kind, false, false, hit.title, hit.snippet, hitDetail(hit), hit.seenAt};
    if (hit.snippetField.isEmpty())
        return row;
    const QString field = fieldText(hit.snippetField) + u": "_s;
    row.snippet.text.prepend(field);
    for (domain::Stretch& stretch : row.snippet.marks)
        stretch.from += field.size();
    return row;
}

// One more of each kind is asked for than is shown, so that it is known whether there is more.
QList<SearchRow> rowsOf(const QList<SearchHit>& hits, int shown)
{
    QList<SearchRow> rows;
    int ofKind = 0;
    for (const SearchHit& hit : hits) {
        const bool first = rows.isEmpty() || rows.last().kind != hit.kind;
        ofKind = first ? 1 : ofKind + 1;
        if (ofKind > shown) {
            rows.last().more = true;
            continue;
        }
        rows.append(rowOf(hit));
        rows.last().first = first;
    }
    return rows;
}

} // namespace

SearchModel::SearchModel(const Workplace& place, DeviceSettings& settings, QObject* parent)
    : RowList(parent)
    , m_place(place)
    , m_settings(settings)
    , m_query(place, {}, [this] { load(); })
{
    m_pause.setSingleShot(true);
    m_pause.callOnTimeout(this, &SearchModel::readOn);
    connect(&m_place.feed, &ChangeFeed::everythingChanged, this,
            [this] { m_pause.start(pauseAfterOpening); });
    connect(&m_place.feed, &ChangeFeed::changed, this, [this] { m_pause.start(pauseAfterChange); });
}

void SearchModel::readOn()
{
    if (std::exchange(m_reading, true))
        return;
    m_place.store.run(
        this, [](services::Services& services) { return services.search().readOn(); },
        [this](const Result<bool>& complete) {
            m_reading = false;
            // A full disk is tried again with the next change; until then search says what it can.
            if (complete && !*complete && !m_pause.isActive())
                m_pause.start(pauseBetweenParts);
            else if (complete && *complete)
                m_query.refresh();
        });
}

void SearchModel::setText(const QString& text)
{
    if (std::exchange(m_text, text) == text)
        return;
    if (text.trimmed().isEmpty())
        m_kind.clear();
    ask();
}

void SearchModel::setKind(const QString& kind)
{
    if (std::exchange(m_kind, kind) != kind)
        ask();
}

void SearchModel::ask()
{
    m_loading = !m_text.trimmed().isEmpty();
    Q_EMIT asked();
    Q_EMIT answered();
    m_query.begin();
    m_query.refresh();
}

void SearchModel::load()
{
    const int shown = m_kind.isEmpty() ? shownOfKind : shownOfOneKind;
    m_query.read([text = m_text, kind = m_kind, shown](
                     services::Services& services) { return services.search().find(text, kind, shown + 1); },
                 [this, text = m_text, kind = m_kind](const Result<services::SearchAnswer>& answer) {
                     // Something else was typed meanwhile; its own answer follows.
                     if (text == m_text && kind == m_kind)
                         show(answer);
                 });
}

void SearchModel::show(const Result<services::SearchAnswer>& answer)
{
    m_loading = false;
    m_errorText = viewmodels::errorText(answer.error().code);
    m_complete = answer && answer->complete;
    QList<SearchRow> rows;
    if (answer)
        rows = rowsOf(answer->hits, m_kind.isEmpty() ? shownOfKind : shownOfOneKind);
    setRows(std::move(rows), [](const SearchRow& a, const SearchRow& b) { return a.record == b.record; });
    Q_EMIT answered();
}

void SearchModel::open(int row)
{
    if (row < 0 || row >= count() || rows()[row].seenAt.record.isNull())
        return;
    const services::SeenAt seenAt = rows()[row].seenAt;
    m_settings.addRecentSearch(m_text.simplified());
    Q_EMIT recentChanged();
    Q_EMIT seenWanted(seenAt.kind, seenAt.record.toText());
}

void SearchModel::forgetRecent()
{
    m_settings.clearRecentSearches();
    Q_EMIT recentChanged();
}

void SearchModel::forget()
{
    setText({});
    setRows({}, [](const SearchRow& a, const SearchRow& b) { return a.record == b.record; });
    Q_EMIT answered();
    forgetRecent();
}

QString SearchModel::kindText() const
{
    return m_kind.isEmpty() ? QString() : kindHeading(m_kind);
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SearchRow& row = rows()[index.row()];
    switch (role) {
    case Heading:
        return row.first ? kindHeading(row.kind) : QString();
    case More:
        return row.more && m_kind.isEmpty();
    case Kind:
        return row.kind;
    case Title:
        return row.title.text;
    case TitleMarks:
        return marksOf(row.title);
    case Snippet:
        return row.snippet.text;
    case SnippetMarks:
        return marksOf(row.snippet);
    case Detail:
        return row.detail;
    case Opens:
        return !row.seenAt.record.isNull();
    default:
        return {};
    }
}

QHash<int, QByteArray> SearchModel::roleNames() const
{
    return {{Heading, "heading"}, {More, "more"},       {Kind, "kind"},
            {Title, "title"},     {Snippet, "snippet"}, {TitleMarks, "titleMarks"},
            {Detail, "detail"},   {Opens, "opens"},     {SnippetMarks, "snippetMarks"}};
}

} // namespace thidua::viewmodels
