#include "support/servicestest.h"

#include <QTest>

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using services::FormField;
using services::YearForm;
using services::YearPart;

namespace
{

const FormField* fieldOf(const YearForm& form, QLatin1String name)
{
    const auto found = std::ranges::find(form.fields, QString(name), &FormField::name);
    return found == form.fields.end() ? nullptr : &*found;
}

} // namespace

// Which forms a person is offered, and what they write.
class YearFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyIsOfferedWhatTheirRoleMayBegin()
    {
        ServicesFile officer;
        ServicesFile lead(leadOf(block));
        ServicesFile observer({{domain::Role::Observer, domain::Channel::city(), 0, 0}});
        const auto offered = [](ServicesFile& file, YearPart part) {
            return *file.services->yearForms().beginnable(part);
        };
        QCOMPARE(offered(officer, YearPart::Reviews), QStringList());
        QCOMPARE(offered(officer, YearPart::Commendation), QStringList{u"commendation"_s});
        QCOMPARE(offered(officer, YearPart::Publicity),
                 (QStringList{u"example"_s, u"work"_s, u"creativityEntry"_s}));
        QCOMPARE(offered(lead, YearPart::Reviews), (QStringList{u"review"_s, u"ballot"_s}));
        QCOMPARE(offered(lead, YearPart::Urging), (QStringList{u"inspection"_s, u"reminder"_s}));
        for (const auto part :
             {YearPart::Reviews, YearPart::Commendation, YearPart::Urging, YearPart::Publicity})
            QCOMPARE(offered(observer, part), QStringList());
    }

    void aNewReviewBeginsWithTheBlockAndTheYearAndAsksForTheRest()
    {
        ServicesFile file(leadOf(block));
        auto& forms = file.services->yearForms();
        const auto form = forms.blank(kind::review, {});
        QVERIFY(form);
        QCOMPARE(form->values.value(name::block).toId(), block);
        QCOMPARE(fieldOf(*form, name::units)->options.size(), 3);
        QCOMPARE(forms.save(*form, {}).error().code, ErrorCode::MissingField);
        const auto saved = forms.save(*form, {{name::name, u"Sơ kết"_s}, {name::kind, u"interim"_s}});
        QVERIFY(saved);
        const auto review = file.services->edits().shown(kind::review, *saved);
        QCOMPARE(review->fields.value(name::name).toText(), u"Sơ kết"_s);
    }

    void anInspectionsAnswerIsTheUnitsAloneToWrite()
    {
        ServicesFile file;
        file.decisions.row(kind::inspection, idOf("inspection"),
                           {{name::unit, unitA},
                            {name::block, block},
                            {name::occurredOn, u"2025-10-01"_s},
                            {name::findings, u"Chưa có kế hoạch"_s}});
        file.arrive();
        auto& forms = file.services->yearForms();
        const auto form = forms.edit(kind::inspection, idOf("inspection"));
        QVERIFY(form);
        QVERIFY(!fieldOf(*form, name::findings)->writable);
        QVERIFY(fieldOf(*form, name::answer)->writable);
        QVERIFY(forms.save(*form, {{name::answer, u"Đã ban hành kế hoạch"_s}}));
        const auto inspection = file.services->edits().shown(kind::inspection, idOf("inspection"));
        QCOMPARE(inspection->fields.value(name::answer).toText(), u"Đã ban hành kế hoạch"_s);
        QCOMPARE(inspection->fields.value(name::findings).toText(), u"Chưa có kế hoạch"_s);
        // Saying what one may not write is refused whatever the form showed.
        QCOMPARE(forms.save(*form, {{name::findings, u"Tốt"_s}}).error().code, ErrorCode::Forbidden);
    }

    void aDossierThatIsNotThereHasNoForm()
    {
        ServicesFile file;
        auto& forms = file.services->yearForms();
        QCOMPARE(forms.edit(kind::commendation, idOf("nothing")).error().code, ErrorCode::NotFound);
        QCOMPARE(forms.count(idOf("nothing")).error().code, ErrorCode::NotFound);
        QCOMPARE(forms.blank(kind::ballot, idOf("nothing")).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(YearFormsTest)
#include "tst_yearforms.moc"
