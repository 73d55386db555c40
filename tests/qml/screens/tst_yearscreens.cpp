#include "qml/screens/sampleyear.h"
#include "qml/screens/screentest.h"

using namespace thidua;
using namespace thidua::test;
using viewmodels::YearEditor;

namespace
{

enum Place { Reviews = 7, Commendation, Urging, Publicity, More };

Fields valuesOf(SampleApp& sample, const RecordId& id)
{
    const auto record = sample.server->record(id);
    return record && *record ? (*record)->values : Fields();
}

} // namespace

// The screens of reviews, commendation, inspections and publicity, by their own window and the mouse.
class YearScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*qrc:/.*"_s)); }

    void aLeadCountsABallotAndClosesItInTwoSteps()
    {
        SampleApp sample(leadOf(block));
        addYear(sample.decisions);
        sample.arrive();
        QVERIFY(sample.start());
        const Screen screen(sample.session());
        QVERIFY(screen.window());
        QVERIFY(screen.go(Reviews));
        QVERIFY(screen.shows(u"Bầu cụm trưởng năm 2026"_s));
        screen.picture(u"reviews"_s);
        QVERIFY(screen.press(u"Bầu cụm trưởng năm 2026"_s));
        // Without a count it cannot be closed, and the screen says why.
        QVERIFY(screen.shows(u"Still missing: Votes in favour"_s));
        const std::unique_ptr<YearEditor> count(sample.session().year()->count(election.toText()));
        QTRY_COMPARE(count->fields().size(), 6);
        int field = 0;
        for (const auto* number : {"20", "18", "6", "11", "0", "1"})
            count->enter(count->fields()[field++].toMap()[u"key"_s].toString(), QString::fromLatin1(number));
        count->save();
        // 11 of 20 members are 55 %, more than the 50,01 % that are needed.
        QVERIFY(screen.shows(u"Elected: Phường Sài Gòn"_s));
        QVERIFY(screen.shows(u"55 %"_s));
        screen.picture(u"ballot"_s);
        QVERIFY(screen.press(u"Close the ballot"_s));
        QVERIFY(screen.shows(u"The count becomes final"_s));
        screen.picture(u"ballot-closing"_s);
        QVERIFY(valuesOf(sample, election).value(name::status).isNull()); // nothing is done by one press
        QVERIFY(screen.press(u"Close the ballot"_s));
        QTRY_COMPARE(valuesOf(sample, election).value(name::status).toText(), u"closed"_s);
        QVERIFY(screen.shows(u"Done by: Emulation and Commendation Council"_s)); // opening it again
    }

    void anOfficerSeesWhatADossierLacksAndHandsItIn()
    {
        SampleApp sample;
        addYear(sample.decisions);
        sample.arrive();
        QVERIFY(sample.start());
        const Screen screen(sample.session());
        QVERIFY(screen.go(Commendation));
        QVERIFY(screen.press(u"Bằng khen của Ủy ban nhân dân Thành phố"_s));
        QVERIFY(screen.shows(u"Still missing: Minutes"_s));
        screen.picture(u"dossier"_s);
        QVERIFY(screen.press(u"Edit"_s));
        QVERIFY(screen.shows(u"Letter of proposal"_s));
        screen.picture(u"dossier-form"_s);
        QVERIFY(screen.press(u"Do not save"_s));
        const std::unique_ptr<YearEditor> form(
            sample.session().year()->edit(u"commendation"_s, dossier.toText()));
        QTRY_VERIFY(!form->loading());
        form->enter(u"minutes"_s, u"Biên bản họp ngày 12/11/2025"_s);
        form->save();
        QVERIFY(screen.press(u"Hand in"_s));
        QVERIFY(screen.shows(u"The dossier goes to the block"_s));
        QVERIFY(screen.press(u"Hand in"_s));
        QTRY_COMPARE(valuesOf(sample, dossier).value(name::submission).toInteger(), 1);
        QVERIFY(screen.shows(u"Handed in"_s));
    }

    void anOverdueInspectionIsMarkedAndAnnouncementsArePublishedInTwoSteps()
    {
        SampleApp sample(leadOf(block));
        addYear(sample.decisions);
        sample.arrive();
        QVERIFY(sample.start());
        const Screen screen(sample.session());
        QVERIFY(screen.go(Urging));
        QVERIFY(screen.shows(u"Overdue"_s));
        QVERIFY(screen.press(u"Hồ sơ minh chứng tiêu chí 3 chưa đủ"_s));
        QVERIFY(screen.shows(u"Close the inspection"_s));
        screen.picture(u"inspection"_s);
        QVERIFY(screen.go(Publicity));
        QVERIFY(screen.press(u"Mời dự hội nghị tổng kết năm 2025"_s));
        QVERIFY(screen.press(u"Publish"_s));
        QVERIFY(screen.shows(u"Everybody whom it concerns"_s));
        screen.picture(u"announcement-publishing"_s);
        QVERIFY(screen.press(u"Publish"_s));
        QTRY_COMPARE(valuesOf(sample, announcement).value(name::status).toText(), u"published"_s);
    }

    void whatHasNoRoomInTheBarOfAPhoneIsBehindOneEntry()
    {
        SampleApp sample(leadOf(block));
        QVERIFY(sample.start());
        const Screen screen(sample.session());
        screen.window()->resize(390, 844);
        QVERIFY(screen.press(u"More"_s));
        for (const auto& title : {u"Movements"_s, u"Reviews"_s, u"Commendation"_s,
                                  u"Inspections and urging"_s, u"Publicity"_s, u"Conflicts"_s, u"Settings"_s})
            QVERIFY2(screen.pressable(title), qPrintable(title));
        screen.picture(u"more"_s);
        screen.window()->resize(390, 844);
        QVERIFY(screen.press(u"Reviews"_s));
        QVERIFY(screen.shows(u"No review or ballot yet"_s));
    }
};

QTEST_MAIN(YearScreens)
#include "tst_yearscreens.moc"
