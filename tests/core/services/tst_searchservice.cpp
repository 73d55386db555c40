#include "support/servicestest.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;
using services::MarkedText;
using services::SearchAnswer;
using services::SearchHit;

class SearchServiceTest : public QObject
{
    Q_OBJECT

private:
    static bool readAll(ServicesFile& file)
    {
        for (int part = 0; part < 1000; ++part) {
            const auto complete = file.services->search().readOn();
            if (!complete || *complete)
                return complete.ok();
        }
        return false;
    }
    static SearchAnswer answer(ServicesFile& file, const QString& text, const QString& kind = {})
    {
        return file.services->search().find(text, kind, 5).valueOr(SearchAnswer());
    }
    static QStringList marked(const MarkedText& text)
    {
        QStringList parts;
        for (const auto& stretch : text.marks)
            parts.append(text.text.mid(stretch.from, stretch.length));
        return parts;
    }
    static void addReport(ServicesFile& file, const QString& explanation)
    {
        Fields fields = reportFields(unitA, graded, Value(), 1);
        fields.insert(name::explanation, explanation);
        file.decisions.row(kind::report, reportOf(unitA, graded), fields);
        file.arrive();
    }

private Q_SLOTS:
    void aHitSaysWhatTheRecordIsAndWhereTheWordsAre()
    {
        ServicesFile file;
        QVERIFY(readAll(file));
        const SearchAnswer found = answer(file, u"sai gon"_s);
        QVERIFY(found.complete);
        QCOMPARE(found.hits.size(), 1);
        QCOMPARE(found.hits.first().record, unitC);
        QCOMPARE(found.hits.first().title.text, u"00003 · Phường Sài Gòn"_s);
        QCOMPARE(marked(found.hits.first().title), (QStringList{u"Sài"_s, u"Gòn"_s}));
    }

    void aReportIsCalledByItsCriterionAndUnit()
    {
        ServicesFile file;
        addReport(file, u"Đã tổ chức hội nghị quán triệt cho cán bộ, công chức của phường và đã phát động "
                        u"phong trào trồng cây xanh trên các tuyến đường chính của địa bàn trong cả năm"_s);
        QVERIFY(readAll(file));
        const SearchAnswer found = answer(file, u"trong cay xanh"_s);
        QCOMPARE(found.hits.size(), 1);
        const SearchHit hit = found.hits.first();
        QCOMPARE(hit.title.text, u"Quán triệt Chỉ thị 34-CT/TW"_s);
        QCOMPARE(hit.subject.unitName, u"Phường Bến Thành"_s);
        QCOMPARE(hit.snippetField, QString(name::explanation));
        QVERIFY(hit.snippet.text.startsWith(u"… "_s));
        QVERIFY(hit.snippet.text.size() < 130);
        QCOMPARE(marked(hit.snippet).mid(0, 3), (QStringList{u"trồng"_s, u"cây"_s, u"xanh"_s}));
    }

    void theKindWithTheBestMatchComesFirst()
    {
        ServicesFile file;
        addReport(file, u"Phong trào thi đua ở cụm"_s);
        QVERIFY(readAll(file));
        const SearchAnswer found = answer(file, u"cụm thi đua"_s);
        QCOMPARE(found.hits.size(), 2);
        QCOMPARE(found.hits.first().kind, QString(kind::block));
        QCOMPARE(found.hits.last().kind, QString(kind::report));
        QCOMPARE(answer(file, u"cụm thi đua"_s, kind::report).hits.size(), 1);
    }

    void whatTheStoreNoLongerShowsIsNoHitThoughTheIndexStillHasIt()
    {
        ServicesFile file;
        addReport(file, u"trồng cây"_s);
        QVERIFY(readAll(file));
        std::unique_ptr<services::Services> listening;
        // By the other connection, of which these services have not heard.
        store::Page gone{u"1.x"_s, {}, {}, {}};
        gone.gone = {domain::Channel::unit(unitA).name()};
        std::swap(file.services, listening);
        QVERIFY(file.server->applyPage(gone));
        std::swap(file.services, listening);
        QCOMPARE(answer(file, u"trong cay"_s).hits.size(), 0);
    }

    void aHitKnowsWhereItIsSeen()
    {
        ServicesFile file;
        QVERIFY(readAll(file));
        const auto seenAt = [&](const QString& text) { return answer(file, text).hits.value(0).seenAt; };
        QCOMPARE(seenAt(u"sai gon"_s), (services::SeenAt{kind::block, block}));
        QCOMPARE(seenAt(u"quan triet"_s), (services::SeenAt{kind::criterion, graded}));
        addReport(file, u"trồng cây"_s);
        file.decisions.row(kind::attachment, idOf("photo"),
                           {{name::unit, unitA},
                            {name::report, reportOf(unitA, graded)},
                            {name::name, u"le ra quan.jpg"_s}});
        file.arrive();
        QVERIFY(readAll(file));
        const services::SeenAt report{kind::report, reportOf(unitA, graded)};
        QCOMPARE(seenAt(u"trong cay"_s), report);
        QCOMPARE(seenAt(u"ra quân"_s), report);
    }

    void aChangeIsAnnouncedUntilItIsCaughtUpWith()
    {
        ServicesFile file;
        QVERIFY(readAll(file));
        addReport(file, u"trồng cây"_s);
        QVERIFY(!answer(file, u"trong cay"_s).complete);
        QVERIFY(readAll(file));
        QCOMPARE(answer(file, u"trong cay"_s).hits.size(), 1);
        QVERIFY(answer(file, u"trong cay"_s).complete);
    }
};

QTEST_GUILESS_MAIN(SearchServiceTest)
#include "tst_searchservice.moc"
