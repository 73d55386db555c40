#include "server/sample/sampledata.h"

#include "domain/awardform.h"
#include "domain/block.h"
#include "domain/commendation.h"
#include "domain/names.h"
#include "domain/permission.h"
#include "domain/pledge.h"
#include "domain/report.h"
#include "domain/schema.h"
#include "domain/standing.h"
#include "domain/target.h"
#include "server/sample/parts.h"
#include "server/sample/table.h"

#include <QJsonArray>
#include <QTest>

using namespace thidua;
using namespace thidua::server::sample;
using namespace Qt::StringLiterals;

namespace
{

// The records as they stand after all edits.
struct Content {
    QMap<RecordId, Fields> values;
    QMap<RecordId, QString> kinds;

    [[nodiscard]] QList<RecordId> ids(QLatin1String kind) const { return kinds.keys(QString(kind)); }
    template<typename T>
    [[nodiscard]] QList<T> all(QLatin1String kind) const
    {
        QList<T> result;
        for (const RecordId& id : ids(kind))
            result.append(T::fromFields(id, values.value(id)));
        return result;
    }
};

const Data& sample()
{
    static const Data data = sampleData();
    return data;
}

const Content& content()
{
    static const Content made = [] {
        Content result;
        for (const Edit& edit : sample().edits) {
            result.values[edit.record].insert(edit.set);
            result.kinds.insert(edit.record, edit.kind);
        }
        return result;
    }();
    return made;
}

domain::Standing standingOf(const QString& blockKey, const QString& period)
{
    const RecordId block = idOf(kind::block, blockKey);
    domain::StandingInput input;
    input.block = block;
    input.period = period;
    input.table = domain::ScoreTable::fromFields(idOf(kind::scoreTable, blockKey),
                                                 content().values.value(idOf(kind::scoreTable, blockKey)));
    input.criteria = content().all<domain::Criterion>(kind::criterion);
    for (const auto& membership : content().all<domain::Membership>(kind::membership)) {
        if (membership.block == block)
            input.units.append(
                domain::Unit::fromFields(membership.unit, content().values.value(membership.unit)));
    }
    for (const RecordId& id : content().ids(kind::report)) {
        if (content().values.value(id).value(name::period).toText() == period)
            input.reports.append(domain::scoredReport(id, content().values.value(id)));
    }
    input.tieBreak = domain::defaultTieBreak();
    return domain::standingOf(input);
}

} // namespace

class SampleDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsAlwaysTheSame();
    void everyEditHasTheShapeOfItsKind();
    void everyEditIsAllowedToItsAuthor();
    void everyReferenceIsMet();
    void theUnitsOfBothYearsAreThere();
    void everyUnitOf2025IsInOneCluster();
    void block19HasItsSixUnits();
    void thePledgeHasItsSixPoints();
    void everyTableAddsUpToAThousand();
    void inventedPointsAreLabelled();
    void everyNamedThingOpensWithItsKindAndItsLegalBasis();
    void everyRecordOfANamedThingRestsOnADocument();
    void theAwardOfTheArticleWasDecided();
    void targetsHaveTheirComparators();
    void thereIsAPersonForEveryRole();
    void twoOfficersAndAHeadShareAUnit();
    void everyoneIsRecognisablyInvented();
    void reportsAreInEveryState();
    void someUnitsHaveNotReported();
    void selfScoresStayWithinTheirCriteria();
    void standingsComeOut();
    void theDescriptionNamesEveryLogin();
};

void SampleDataTest::itIsAlwaysTheSame()
{
    QVERIFY(sampleData().edits == sample().edits);
}

void SampleDataTest::everyEditHasTheShapeOfItsKind()
{
    QSet<RecordId> known;
    for (const Edit& edit : sample().edits) {
        QVERIFY2(domain::Schema::current().kind(edit.kind), qPrintable(edit.kind));
        const auto checked =
            domain::checkShape(domain::Schema::current(), edit.kind, edit.set, !known.contains(edit.record));
        QVERIFY2(checked.ok(), qPrintable(edit.kind + u": "_s + checked.error().detail));
        known.insert(edit.record);
    }
}

void SampleDataTest::everyEditIsAllowedToItsAuthor()
{
    QMap<RecordId, Fields> seen;
    QMap<RecordId, Instant> last;
    for (const Edit& edit : sample().edits) {
        Fields& before = seen[edit.record];
        const auto judged = domain::judge(domain::Schema::current(),
                                          {edit.kind, edit.role, edit.set, before, before, before.isEmpty()});
        QVERIFY2(judged.ok(), qPrintable(edit.kind + u": "_s + judged.error().detail));
        QVERIFY(last.value(edit.record) <= edit.at);
        before.insert(edit.set);
        last.insert(edit.record, edit.at);
    }
}

static QList<Value> referencesIn(const domain::FieldType& type, const Value& value)
{
    if (type.type == domain::ValueType::Reference && !value.isNull())
        return {value};
    return type.type == domain::ValueType::List && type.element.first().type == domain::ValueType::Reference
               ? value.toList()
               : QList<Value>{};
}

void SampleDataTest::everyReferenceIsMet()
{
    for (const Edit& edit : sample().edits) {
        for (auto entry = edit.set.cbegin(); entry != edit.set.cend(); ++entry) {
            const auto* field = domain::Schema::current().kind(edit.kind)->field(entry.key());
            for (const Value& reference : referencesIn(field->type, entry.value())) {
                const QString kind =
                    field->type.of.isEmpty() ? field->type.element.first().of : field->type.of;
                QVERIFY2(content().kinds.value(reference.toId()) == kind,
                         qPrintable(edit.kind + u'.' + entry.key()));
            }
        }
    }
}

void SampleDataTest::theUnitsOfBothYearsAreThere()
{
    int wards2023 = 0;
    int units2025 = 0;
    QMap<domain::UnitType, int> types2025;
    QMap<domain::UnitType, int> types2023;
    for (const auto& unit : content().all<domain::Unit>(kind::unit)) {
        if (unit.validTo == QDate(2025, 6, 30)) {
            ++wards2023;
            ++types2023[unit.type];
            QVERIFY(!unit.district.isEmpty());
        } else if (unit.validFrom == QDate(2025, 7, 1)) {
            ++units2025;
            ++types2025[unit.type];
        }
        if (unit.type != domain::UnitType::Organisation)
            QCOMPARE(unit.code.size(), 5);
    }
    QCOMPARE(wards2023, 312);
    QCOMPARE(types2023, (QMap<domain::UnitType, int>{{domain::UnitType::Ward, 249},
                                                     {domain::UnitType::Commune, 58},
                                                     {domain::UnitType::Township, 5}}));
    QCOMPARE(units2025, 168);
    QCOMPARE(types2025, (QMap<domain::UnitType, int>{{domain::UnitType::Ward, 113},
                                                     {domain::UnitType::Commune, 54},
                                                     {domain::UnitType::SpecialZone, 1}}));
    QCOMPARE(plainUnitName(u"Phường 06"_s), u"Phường 6"_s);
    QCOMPARE(plainUnitName(u"Phường 10"_s), u"Phường 10"_s);
    QCOMPARE(plainUnitName(u"Xã Thạnh An"_s), u"Xã Thạnh An"_s);
}

void SampleDataTest::everyUnitOf2025IsInOneCluster()
{
    QHash<RecordId, QSet<RecordId>> units;
    QSet<RecordId> placed;
    for (const auto& membership : content().all<domain::Membership>(kind::membership)) {
        if (membership.year != 2025)
            continue;
        QVERIFY(!placed.contains(membership.unit));
        placed.insert(membership.unit);
        units[membership.block].insert(membership.unit);
    }
    QCOMPARE(placed.size(), 168);
    QList<qsizetype> sizes;
    for (int cluster = 1; cluster <= 16; ++cluster)
        sizes.append(units.value(idOf(kind::block, u"2025/%1"_s.arg(cluster))).size());
    QCOMPARE(sizes, (QList<qsizetype>{10, 10, 11, 9, 10, 9, 9, 10, 12, 12, 11, 13, 11, 12, 9, 10}));
}

void SampleDataTest::block19HasItsSixUnits()
{
    const RecordId block = idOf(kind::block, u"2023/19"_s);
    QList<RecordId> leads;
    int members = 0;
    for (const auto& membership : content().all<domain::Membership>(kind::membership)) {
        if (membership.block != block)
            continue;
        ++members;
        if (membership.role == domain::BlockRole::Lead)
            leads.append(membership.unit);
    }
    QCOMPARE(members, 6);
    QCOMPARE(leads, QList<RecordId>{idOf(kind::unit, u"LHH"_s)});
}

void SampleDataTest::thePledgeHasItsSixPoints()
{
    const auto pledges = content().all<domain::Pledge>(kind::pledge);
    QCOMPARE(pledges.size(), 1);
    QCOMPARE(pledges.first().signedOn, QDate(2023, 3, 21));
    QCOMPARE(pledges.first().status, domain::PledgeStatus::Signed);
    QSet<int> numbers;
    for (const auto& item : content().all<domain::PledgeItem>(kind::pledgeItem)) {
        QCOMPARE(item.pledge, pledges.first().id);
        QVERIFY(item.text.size() > 40);
        numbers.insert(item.number);
    }
    QCOMPARE(numbers, (QSet<int>{1, 2, 3, 4, 5, 6}));
}

void SampleDataTest::everyTableAddsUpToAThousand()
{
    QHash<RecordId, QMap<QString, qint64>> sums;
    for (const auto& criterion : content().all<domain::Criterion>(kind::criterion)) {
        if (criterion.kind == domain::CriterionKind::Base)
            sums[criterion.scoreTable][criterion.group] += *criterion.maxPoints;
    }
    const QMap<QString, qint64> tableD{{u"I"_s, 20000}, {u"II"_s, 20000}, {u"III"_s, 35000},
                                       {u"IV"_s, 8000}, {u"V"_s, 9000},   {u"VI"_s, 8000}};
    QCOMPARE(sums.size(), 17);
    for (const auto& groups : sums)
        QCOMPARE(groups, tableD);
}

void SampleDataTest::inventedPointsAreLabelled()
{
    for (const auto& table : content().all<domain::ScoreTable>(kind::scoreTable)) {
        QVERIFY(table.illustration);
        QVERIFY(table.name.contains(u"dữ liệu minh họa"_s));
        QCOMPARE(table.bonusCap, std::optional<qint64>(5000));
        QVERIFY(!table.penaltyCap);
    }
}

// The documents that a named thing rests on; what has no list of its own, through what it belongs to.
static QList<RecordId> restsOn(const NamedThing& thing)
{
    const Fields fields = content().values.value(thing.record);
    if (thing.kind == kind::document)
        return {thing.record};
    if (thing.kind == kind::target || thing.kind == kind::pledge)
        return restsOn({thing.item, kind::movement, fields.value(name::movement).toId()});
    if (thing.kind == kind::block)
        return restsOn({thing.item, kind::scoreTable, idOf(kind::scoreTable, u"2023/19"_s)});
    QList<RecordId> documents;
    for (const Value& document : fields.value(name::legalBasis).toList())
        documents.append(document.toId());
    return documents;
}

void SampleDataTest::everyNamedThingOpensWithItsKindAndItsLegalBasis()
{
    // By hand from the article's list (DOMAIN.md section 3): item, kind, a document that it rests on.
    const QList<std::tuple<int, QLatin1String, QString>> expected{
        {1, kind::review, u"nd91"_s},        {2, kind::movement, u"ct34"_s},
        {3, kind::movement, u"kh974"_s},     {4, kind::document, u"ct34"_s},
        {5, kind::document, u"ct25"_s},      {6, kind::movement, u"luat2003"_s},
        {7, kind::movement, u"luat2003"_s},  {8, kind::movement, u"luat2003"_s},
        {9, kind::movement, u"luat2003"_s},  {10, kind::movement, u"kh2242"_s},
        {11, kind::movement, u"luat2003"_s}, {12, kind::movement, u"luat2003"_s},
        {13, kind::movement, u"luat2003"_s}, {14, kind::movement, u"luat2003"_s},
        {15, kind::target, u"hd443"_s},      {16, kind::document, u"de1578"_s},
        {17, kind::awardForm, u"kh2289"_s},  {18, kind::movement, u"luat2003"_s},
        {19, kind::movement, u"ct34"_s},     {20, kind::movement, u"luat2003"_s},
        {21, kind::movement, u"luat2003"_s}, {22, kind::movement, u"luat2003"_s},
        {23, kind::document, u"ct19"_s},     {24, kind::movement, u"ct19"_s},
        {25, kind::document, u"ct23"_s},     {26, kind::movement, u"luat2003"_s},
        {27, kind::movement, u"luat2003"_s}, {28, kind::movement, u"luat2003"_s},
        {29, kind::movement, u"luat2003"_s}, {30, kind::document, u"ctdp"_s},
        {31, kind::document, u"nqdh11"_s},   {32, kind::document, u"kh5nam"_s},
        {33, kind::target, u"kh2242"_s},     {34, kind::document, u"nq131"_s},
        {35, kind::document, u"nq1111"_s},   {36, kind::target, u"luat2003"_s},
        {37, kind::target, u"luat2003"_s},   {38, kind::target, u"luat2003"_s},
        {39, kind::target, u"luat2003"_s},   {40, kind::commendation, u"qd24"_s},
        {41, kind::block, u"hd443"_s},       {42, kind::pledge, u"hd443"_s},
        {43, kind::body, u"nd91"_s},         {44, kind::body, u"hd1479"_s}};
    const QList<NamedThing> things = namedThings();
    for (int item = 1; item <= 44; ++item) {
        const auto& [number, kind, document] = expected[item - 1];
        QCOMPARE(number, item);
        const auto found = std::ranges::find_if(
            things, [&](const NamedThing& thing) { return thing.item == number && thing.kind == kind; });
        QVERIFY2(found != things.end(), qPrintable(QString::number(item)));
        QCOMPARE(content().kinds.value(found->record), QString(kind));
        QVERIFY2(restsOn(*found).contains(idOf(kind::document, document)), qPrintable(QString::number(item)));
    }
}

void SampleDataTest::everyRecordOfANamedThingRestsOnADocument()
{
    for (const NamedThing& thing : namedThings()) {
        QVERIFY2(content().kinds.value(thing.record) == thing.kind, qPrintable(QString::number(thing.item)));
        const QList<RecordId> documents = restsOn(thing);
        QVERIFY2(!documents.isEmpty(), qPrintable(QString::number(thing.item)));
        for (const RecordId& document : documents)
            QCOMPARE(content().kinds.value(document), QString(kind::document));
    }
    QCOMPARE(content().ids(kind::movement).size(), 21);
    const Fields movement = content().values.value(idOf(kind::movement, u"chinh-quyen-so"_s));
    QCOMPARE(movement.value(name::legalBasis).toList(), Value::List{idOf(kind::document, u"kh2242"_s)});
}

void SampleDataTest::theAwardOfTheArticleWasDecided()
{
    const RecordId id = idOf(kind::commendation, u"lhh-2022"_s);
    const auto dossier = domain::Commendation::fromFields(id, content().values.value(id));
    QCOMPARE(dossier.state, domain::CommendationState::Decided);
    QCOMPARE(dossier.unit, idOf(kind::unit, u"LHH"_s));
    QCOMPARE(dossier.year, 2022);
    QVERIFY(dossier.hasPapers());
    QVERIFY(dossier.note.contains(u"minh họa"_s)); // the dossier is invented, the award is not
    const auto form =
        domain::AwardForm::fromFields(dossier.awardForm, content().values.value(dossier.awardForm));
    QVERIFY(form.inForceOn(QDate(2023, 3, 10)));
    QCOMPARE(form.name, u"Bằng khen của Ủy ban nhân dân Thành phố"_s);
}

void SampleDataTest::targetsHaveTheirComparators()
{
    const auto target = [](const QString& key) {
        const RecordId id = idOf(kind::target, key);
        return domain::Target::fromFields(id, content().values.value(id));
    };
    QCOMPARE(target(u"pci-2023"_s).baseline, std::optional<qint64>(6586));
    QCOMPARE(target(u"pci-2023"_s).rank, std::optional<qint64>(27));
    QCOMPARE(target(u"pci-2023"_s).comparator, domain::Comparator::BetterClassAndRank);
    QCOMPARE(target(u"hai-long-2023"_s).comparator, domain::Comparator::AtLeast);
    QCOMPARE(target(u"hai-long-2023"_s).threshold, std::optional<qint64>(9500));
}

void SampleDataTest::thereIsAPersonForEveryRole()
{
    QSet<domain::Role> roles;
    QSet<QString> logins;
    int withPassword = 0;
    for (const Person& person : sample().people) {
        QVERIFY(content().kinds.value(*RecordId::fromBytes(person.id.view())) == kind::person);
        QVERIFY(!logins.contains(person.login));
        logins.insert(person.login);
        withPassword += person.hasPassword ? 1 : 0;
        for (const domain::Grant& grant : person.grants) {
            roles.insert(grant.role);
            QVERIFY(grant.scope.kind == domain::Channel::Kind::City ||
                    content().kinds.contains(grant.scope.id));
        }
    }
    QCOMPARE(roles.size(), 6);
    QCOMPARE(withPassword, 11);
    QCOMPARE(logins.size(),
             11 + 167 + 5 + 15); // an officer for every other unit, a lead for every other cluster
}

void SampleDataTest::twoOfficersAndAHeadShareAUnit()
{
    for (const QString& suffix : {QString(), u".lhh"_s}) {
        const QString officers = u"can.bo"_s + suffix;
        const Person& a = sample().person(officers + u".a"_s);
        const Person& b = sample().person(officers + u".b"_s);
        const Person& head = sample().person(u"thu.truong"_s + suffix);
        QCOMPARE(a.grants, b.grants);
        QCOMPARE(a.grants.first().scope, head.grants.first().scope);
        QCOMPARE(head.grants.first().role, domain::Role::UnitHead);
        QCOMPARE(a.grants.first().scope.id, a.unit);
    }
}

void SampleDataTest::everyoneIsRecognisablyInvented()
{
    for (const Person& person : sample().people)
        QVERIFY2(person.name.contains(u" Mẫu "_s), qPrintable(person.name));
}

void SampleDataTest::reportsAreInEveryState()
{
    QMap<QString, int> states;
    for (const auto& report : content().all<domain::Report>(kind::report)) {
        ++states[report.period + u' ' + domain::reportStateName(report.state)];
        QVERIFY(report.state != domain::ReportState::Returned || !report.reason.isEmpty());
    }
    for (const char* present :
         {"2023 submitted", "2023 returned", "2023 appraised", "2023 decided", "2025-Q3 published",
          "2025-Q3 appraised", "2025-Q4 draft", "2025-Q4 submitted", "2025-Q4 returned", "2025-Q4 appraised"})
        QVERIFY2(states.value(QString::fromUtf8(present)) > 0, present);
}

void SampleDataTest::someUnitsHaveNotReported()
{
    int silent = 0;
    for (int cluster = 1; cluster <= 16; ++cluster) {
        const auto standing = standingOf(u"2025/%1"_s.arg(cluster), u"2025-Q4"_s);
        silent += standing.expected() - standing.reported();
    }
    QVERIFY2(silent >= 3 && silent <= 20, qPrintable(QString::number(silent)));
}

void SampleDataTest::selfScoresStayWithinTheirCriteria()
{
    for (const auto& report : content().all<domain::Report>(kind::report)) {
        const auto criterion =
            domain::Criterion::fromFields(report.criterion, content().values.value(report.criterion));
        for (const auto& score : {report.scoreSelf, report.scoreAppraisal, report.scoreCouncil}) {
            QVERIFY(!score || domain::checkPoints(criterion, *score).ok());
            QVERIFY(!score || *score % 25 == 0);
        }
    }
}

void SampleDataTest::standingsComeOut()
{
    const auto closed = standingOf(u"2025/1"_s, u"2025-Q3"_s);
    QCOMPARE(closed.status, domain::StandingStatus::Published);
    QCOMPARE(closed.expected(), 10);
    QCOMPARE(closed.reported(), 10);
    const auto block19 = standingOf(u"2023/19"_s, u"2023"_s);
    QCOMPARE(block19.status, domain::StandingStatus::Provisional);
    QCOMPARE(block19.groups.join(u' '), u"I II III IV V VI"_s);
    QCOMPARE(block19.rows.first().rank, 1);
    QVERIFY(block19.rows.first().points.total() <= 105000);
    QVERIFY(block19.rows.last().points.total() > 40000);
}

void SampleDataTest::theDescriptionNamesEveryLogin()
{
    const QJsonObject described = describe(sample());
    QCOMPARE(described.value(u"people"_s).toArray().size(), 11);
    QCOMPARE(described.value(u"password"_s).toString(), samplePassword());
}

QTEST_APPLESS_MAIN(SampleDataTest)
#include "tst_sampledata.moc"
