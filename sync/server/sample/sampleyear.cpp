#include "domain/awardform.h"
#include "domain/ballot.h"
#include "domain/commendation.h"
#include "domain/names.h"
#include "domain/review.h"
#include "server/sample/parts.h"
#include "server/sample/table.h"

// The year's parts beside movements and reports: the city's review, the catalogue of awards, the bodies that
// run emulation, and one award that was given.
namespace thidua::server::sample
{

using namespace Qt::StringLiterals;

static Value numberAt(const Table& table, qsizetype row, const QString& column)
{
    const QString text = table.at(row, column);
    return text.isEmpty() ? Value() : Value(text.toLongLong());
}

static void addReviews(Data& data)
{
    const Table table = Table::named(u"reviews.tsv"_s);
    const Person author = data.person(u"hoi.dong"_s);
    for (qsizetype row = 0; row < table.rows(); ++row) {
        const RecordId id = idOf(kind::review, table.at(row, u"key"_s));
        Fields fields = table.fieldsAt(row, {name::name, name::kind, name::occurredOn, name::agenda});
        fields.insert(name::year, numberAt(table, row, name::year));
        fields.insert(name::legalBasis, references(kind::document, table.listAt(row, name::legalBasis)));
        const auto review = domain::Review::fromFields(id, fields);
        data.add(kind::review, id, review.toFields(), author, momentOf(review.heldOn.addDays(-20)));
        data.add(kind::review, id, {{name::status, u"held"_s}, {name::reason, Value()}}, author,
                 momentOf(review.heldOn, 17 * 60));
    }
}

static void addAwardForms(Data& data)
{
    const Table table = Table::named(u"award_forms.tsv"_s);
    const Person author = data.person(u"hoi.dong"_s);
    for (qsizetype row = 0; row < table.rows(); ++row) {
        const RecordId id = idOf(kind::awardForm, table.at(row, u"key"_s));
        Fields fields = table.fieldsAt(row, {name::name, name::type, name::subject, name::level,
                                             name::validFrom, name::validTo, name::basis, name::secrecy});
        fields.insert(name::legalBasis, references(kind::document, table.listAt(row, name::legalBasis)));
        if (const QString previous = table.at(row, name::previous); !previous.isEmpty())
            fields.insert(name::previous, idOf(kind::awardForm, previous));
        fields.insert(name::years, numberAt(table, row, name::years));
        fields.insert(name::quorum, hundredthsAt(table, row, name::quorum));
        fields.insert(name::approval, hundredthsAt(table, row, name::approval));
        data.add(kind::awardForm, id, domain::AwardForm::fromFields(id, fields).toFields(), author,
                 momentOf(QDate(2023, 1, 10)));
    }
}

static void addBodies(Data& data)
{
    const Table table = Table::named(u"bodies.tsv"_s);
    const Person author = data.person(u"hoi.dong"_s);
    for (qsizetype row = 0; row < table.rows(); ++row) {
        Fields fields = table.fieldsAt(row, {name::name, name::type, name::level, name::note});
        if (fields.value(name::note).isNull())
            fields.remove(name::note);
        fields.insert(name::legalBasis, references(kind::document, table.listAt(row, name::legalBasis)));
        data.add(kind::body, idOf(kind::body, table.at(row, u"key"_s)), fields, author,
                 momentOf(QDate(2023, 1, 10)));
    }
}

// The vote and the decision behind an award. Neither is in the sources: that there was one follows from the
// award, its number and day are left open.
static Fields addVoteAndDecision(Data& data, const QString& key, const RecordId& dossier)
{
    const Person council = data.person(u"hoi.dong"_s);
    domain::Ballot ballot;
    ballot.id = idOf(kind::ballot, key);
    ballot.name = u"Bình xét Bằng khen của Ủy ban nhân dân Thành phố năm 2022 (dữ liệu minh họa)"_s;
    ballot.kind = domain::BallotKind::Commendation;
    ballot.commendation = dossier;
    ballot.rule = {domain::VoteBasis::Members, 6667, 8000, domain::Secrecy::Secret};
    ballot.heldOn = QDate(2023, 2, 27);
    data.add(kind::ballot, ballot.id, ballot.toFields(), council, momentOf(ballot.heldOn));
    domain::AwardDecision decision;
    decision.id = idOf(kind::awardDecision, key);
    decision.name = u"Quyết định tặng Bằng khen của Ủy ban nhân dân Thành phố, tổng kết năm 2022"_s;
    decision.issuer = u"Ủy ban nhân dân Thành phố"_s;
    decision.note = u"Số và ngày ký không có trong bài viết gốc"_s;
    data.add(kind::awardDecision, decision.id, decision.toFields(), council, momentOf(QDate(2023, 3, 10)));
    return {{name::ballot, ballot.id}, {name::awardDecision, decision.id}};
}

static void judge(Data& data, const RecordId& dossier, const QString& login, const Fields& judgement,
                  const QDate& day)
{
    Fields set{{name::reason, Value()},
               {name::reviewedSubmission, 1},
               {name::ballot, Value()},
               {name::awardDecision, Value()}};
    set.insert(judgement);
    data.add(kind::commendation, dossier, set, data.person(login), momentOf(day));
}

static void addCommendations(Data& data)
{
    const Table table = Table::named(u"commendations.tsv"_s);
    for (qsizetype row = 0; row < table.rows(); ++row) {
        const QString key = table.at(row, u"key"_s);
        const RecordId id = idOf(kind::commendation, key);
        Fields fields = table.fieldsAt(row, {name::achievement, name::note});
        fields.insert({{name::unit, idOf(kind::unit, table.at(row, name::unit))},
                       {name::awardForm, idOf(kind::awardForm, table.at(row, name::awardForm))},
                       {name::year, numberAt(table, row, name::year)},
                       {name::proposal, u"Tờ trình đề nghị khen thưởng (dữ liệu minh họa)"_s},
                       {name::achievementReport, u"Báo cáo thành tích (dữ liệu minh họa)"_s},
                       {name::minutes, u"Biên bản họp bình xét (dữ liệu minh họa)"_s},
                       {name::legalBasis, references(kind::document, table.listAt(row, name::legalBasis))},
                       {name::submission, 1}});
        data.add(kind::commendation, id, domain::Commendation::fromFields(id, fields).toFields(),
                 data.person(u"can.bo.lhh.a"_s), momentOf(QDate(2023, 2, 1)));
        judge(data, id, u"khoi.truong"_s, {{name::status, u"appraised"_s}}, QDate(2023, 2, 10));
        const Fields basis = addVoteAndDecision(data, key, id);
        Fields voted{{name::status, u"voted"_s}, {name::ballot, basis.value(name::ballot)}};
        judge(data, id, u"hoi.dong"_s, voted, QDate(2023, 2, 28));
        Fields decided = basis;
        decided.insert(name::status, u"decided"_s);
        judge(data, id, u"hoi.dong"_s, decided, QDate(2023, 3, 10));
    }
}

void addYear(Data& data)
{
    addReviews(data);
    addAwardForms(data);
    addBodies(data);
    addCommendations(data);
}

} // namespace thidua::server::sample
