#include "support/sessiontest.h"

using namespace thidua;
using namespace thidua::test;
using viewmodels::SearchModel;

class SearchModelTest : public QObject
{
    Q_OBJECT

private:
    static void addReport(SampleApp& sample, const RecordId& criterion, const QString& explanation)
    {
        Fields fields = reportFields(unitA, criterion, Value(), 1);
        fields.insert(name::explanation, explanation);
        sample.decisions.row(kind::report, reportOf(unitA, criterion), fields);
    }
    static QStringList titles(const SearchModel& model)
    {
        QStringList titles;
        for (int row = 0; row < model.count(); ++row)
            titles.append(cell(model, row, "title").toString());
        return titles;
    }
    static bool answered(const SearchModel& model)
    {
        return QTest::qWaitFor([&] { return !model.loading() && model.complete(); });
    }

private Q_SLOTS:
    void whatIsTypedIsFoundWithItsPlaceMarked()
    {
        SampleApp sample;
        addReport(sample, graded, u"Đã trồng cây xanh"_s);
        sample.arrive();
        QVERIFY(sample.start());
        SearchModel& search = *sample.session().search();
        search.setText(u"cay xanh"_s);
        QVERIFY(search.loading());
        QTRY_COMPARE(search.count(), 1);
        QCOMPARE(cell(search, 0, "heading").toString(), u"Reports"_s);
        QCOMPARE(cell(search, 0, "title").toString(), u"Quán triệt Chỉ thị 34-CT/TW"_s);
        QCOMPARE(cell(search, 0, "detail").toString(), u"Criterion I.2 · Phường Bến Thành · year 2025"_s);
        const QString snippet = cell(search, 0, "snippet").toString();
        QCOMPARE(snippet, u"Explanation: Đã trồng cây xanh"_s);
        const QVariantMap mark = cell(search, 0, "snippetMarks").toList().value(0).toMap();
        QCOMPARE(snippet.mid(mark[u"from"_s].toInt(), mark[u"length"_s].toInt()), u"cây"_s);
    }

    void whatArrivesWhileTheWordsStandThereIsFound()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        SearchModel& search = *sample.session().search();
        search.setText(u"trong cay"_s);
        QVERIFY(answered(search));
        QCOMPARE(search.count(), 0);
        addReport(sample, graded, u"Trồng cây"_s);
        sample.arrive();
        QTRY_COMPARE(search.count(), 1);
    }

    void whatIsTypedLastWins()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        SearchModel& search = *sample.session().search();
        search.setText(u"sài gòn"_s);
        search.setText(u"ben"_s);
        search.setText(u"bến thành"_s);
        QVERIFY(answered(search));
        QCOMPARE(titles(search), QStringList{u"00001 · Phường Bến Thành"_s});
    }

    void oneKindAloneShowsAllOfIt()
    {
        SampleApp sample;
        for (int i = 0; i <= SearchModel::shownOfKind; ++i) {
            const QByteArray name = "document " + QByteArray::number(i);
            sample.decisions.row(
                kind::document, idOf(name.constData()),
                {{name::number, QString::number(i)}, {name::name, u"Kế hoạch trồng rừng"_s}});
        }
        sample.arrive();
        QVERIFY(sample.start());
        SearchModel& search = *sample.session().search();
        search.setText(u"trồng rừng"_s);
        QTRY_COMPARE(search.count(), SearchModel::shownOfKind);
        QVERIFY(!cell(search, 0, "more").toBool());
        QVERIFY(cell(search, SearchModel::shownOfKind - 1, "more").toBool());
        search.setKind(kind::document);
        QCOMPARE(search.kindText(), u"Documents"_s);
        QTRY_COMPARE(search.count(), SearchModel::shownOfKind + 1);
        QVERIFY(!cell(search, SearchModel::shownOfKind, "more").toBool());
        search.setText({});
        QVERIFY(search.kind().isEmpty());
        QTRY_COMPARE(search.count(), 0);
    }

    void aHitOpensWhereItIsSeenAndItsWordsAreRemembered()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        SearchModel& search = *sample.session().search();
        QSignalSpy seen(&search, &SearchModel::seenWanted);
        search.setText(u"quan triet"_s);
        QTRY_COMPARE(search.count(), 1);
        search.open(1);
        QCOMPARE(seen.size(), 0);
        search.open(0);
        QCOMPARE(seen.size(), 1);
        QCOMPARE(seen.first().at(0).toString(), QString(kind::criterion));
        QCOMPARE(seen.first().at(1).toString(), graded.toText());
        QCOMPARE(search.recent(), QStringList{u"quan triet"_s});
        QVERIFY(sample.start());
        QCOMPARE(sample.session().search()->recent(), QStringList{u"quan triet"_s});
    }

    void whoeverComesNextSeesNothingOfIt()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        SearchModel& search = *sample.session().search();
        search.setText(u"quan triet"_s);
        QTRY_COMPARE(search.count(), 1);
        search.open(0);
        sample.session().setSignedOut();
        QCOMPARE(search.count(), 0);
        QVERIFY(search.text().isEmpty());
        QVERIFY(search.recent().isEmpty());
    }

    void aDamagedIndexIsNoConcernOfThePerson()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        sample.app.reset();
        QFile file(store::SearchIndex::pathBeside(sample.path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QVERIFY(sample.start());
        SearchModel& search = *sample.session().search();
        search.setText(u"quan triet"_s);
        QTRY_COMPARE(search.count(), 1);
        QVERIFY(search.errorText().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SearchModelTest)
#include "tst_searchmodel.moc"
