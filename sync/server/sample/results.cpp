#include "server/sample/results.h"

#include "domain/formats.h"
#include "domain/names.h"
#include "domain/scoring.h"
#include "server/sample/table.h"

#include <algorithm>

namespace thidua::server::sample
{

using namespace Qt::StringLiterals;
using domain::CriterionKind;
using domain::Scoring;

QList<CriterionPart> criteriaOf(const BlockPart& block)
{
    QList<CriterionPart> parts;
    const Table table = Table::named(u"criteria.tsv"_s);
    for (qsizetype row = 0; row < table.rows(); ++row) {
        const QString number = table.at(row, u"number"_s);
        const auto read =
            domain::Criterion::fromFields(idOf(kind::criterion, block.key + u'/' + number),
                                          table.fieldsAt(row, {name::kind, name::scoring, name::measure}));
        parts.append({.id = read.id,
                      .number = number.toInt(),
                      .kind = read.kind,
                      .scoring = read.scoring,
                      .maxPoints = domain::parseHundredths(table.at(row, u"maxPoints"_s)).valueOr(0),
                      .measure = read.measure,
                      .explanation = table.at(row, u"explanation"_s),
                      .movement = idOf(kind::movement, u"nam%1"_s.arg(block.year))});
    }
    return parts;
}

namespace
{

qint64 toQuarters(qint64 points)
{
    return points / 25 * 25; // steps of 0.25, as sheets are scored in practice
}

// The result in hundredths of the measure: a share near the top, or a count.
qint64 valueOf(const CriterionPart& criterion, int percent, Random& dice)
{
    if (criterion.measure == "%"_L1)
        return 7500 + percent * 25 - qint64(dice.below(50));
    if (criterion.measure == u"lượt người"_s)
        return 100 * (percent * 9 + qint64(dice.below(200)));
    if (criterion.kind != CriterionKind::Base)
        return 100 * (1 + qint64(dice.below(2)));
    return 100 * (1 + percent / 12);
}

qint64 pointsOf(const CriterionPart& criterion, int percent, qint64 value)
{
    switch (criterion.kind) {
    case CriterionKind::Penalty:
        return value / 100 * 200; // two points each
    case CriterionKind::Bonus:
        return criterion.scoring == Scoring::Quantity ? value / 100 * 1000 : (percent > 80 ? 3000 : 1500);
    case CriterionKind::Base:
        break;
    }
    if (criterion.scoring == Scoring::YesNo)
        return percent >= 60 ? criterion.maxPoints : 0;
    return toQuarters(criterion.maxPoints * percent / 100);
}

QString placeOf(Random& dice)
{
    const QStringList places{u"Hội trường đơn vị"_s, u"Nhà văn hóa"_s, u"Trụ sở đơn vị"_s, u"Khu phố 1"_s,
                             u"Trường học trên địa bàn"_s};
    return places[qsizetype(dice.below(quint64(places.size())))];
}

} // namespace

domain::Report resultOf(const CriterionPart& criterion, int strength, const BlockMember& member, Random& dice)
{
    const int percent = std::clamp(strength + int(dice.below(21)) - 10, 40, 100);
    domain::Report report;
    report.unit = member.unit.id;
    report.criterion = criterion.id;
    report.movement = criterion.movement;
    report.explanation = criterion.explanation;
    qint64 value = 0;
    if (criterion.scoring == Scoring::Quantity) {
        value = valueOf(criterion, percent, dice);
        report.value = value;
        report.measure = criterion.measure;
        report.explanation = criterion.explanation.arg(domain::hundredths(value));
        if (criterion.measure == "%"_L1)
            report.target = 9500;
    }
    report.scoreSelf = pointsOf(criterion, percent, value);
    report.place = placeOf(dice);
    return report;
}

Judgement appraisalOf(const CriterionPart& criterion, qint64 scoreSelf, Random& dice)
{
    const QStringList reasons{u"Thiếu minh chứng cho một phần kết quả"_s,
                              u"Số liệu chưa khớp với báo cáo chuyên ngành"_s,
                              u"Một nội dung hoàn thành chậm so với kế hoạch"_s};
    const bool lowered = criterion.kind == CriterionKind::Base && dice.below(100) < 30;
    if (!lowered || criterion.scoring == Scoring::YesNo)
        return {scoreSelf, u"Thống nhất với điểm tự chấm"_s};
    const qint64 less = toQuarters(criterion.maxPoints * (2 + qint64(dice.below(6))) / 100);
    return {std::max<qint64>(0, scoreSelf - less), reasons[qsizetype(dice.below(3))]};
}

QString returnReason(Random& dice)
{
    const QStringList reasons{u"Đề nghị bổ sung minh chứng và số liệu cụ thể"_s,
                              u"Đề nghị ghi rõ thời gian, địa điểm thực hiện"_s,
                              u"Số liệu chưa thống nhất với kỳ trước, đề nghị kiểm tra lại"_s};
    return reasons[qsizetype(dice.below(quint64(reasons.size())))];
}

// People beyond those of people.tsv, so that every report has an author. Everybody's middle name is Mẫu
// ("sample"): nobody is meant.
static Person invented(Data& data, const QString& login, const domain::Grant& grant, const QString& position,
                       const RecordId& unit)
{
    const auto known = std::ranges::find(data.people, userOf(login), &Person::id);
    if (known != data.people.end())
        return *known;
    const QStringList families{u"Nguyễn"_s, u"Trần"_s, u"Lê"_s, u"Phạm"_s, u"Huỳnh"_s, u"Võ"_s,
                               u"Đặng"_s,   u"Bùi"_s,  u"Đỗ"_s, u"Hồ"_s,   u"Ngô"_s,   u"Dương"_s};
    const QStringList given{u"Ánh"_s,   u"Bảo"_s,  u"Châu"_s, u"Dũng"_s, u"Đông"_s, u"Giang"_s, u"Hòa"_s,
                            u"Hương"_s, u"Khoa"_s, u"Lan"_s,  u"Mai"_s,  u"Nga"_s,  u"Oanh"_s,  u"Phúc"_s,
                            u"Quý"_s,   u"Sơn"_s,  u"Tâm"_s,  u"Uyên"_s, u"Vinh"_s, u"Yến"_s};
    const qsizetype number = data.people.size();
    Person person{.id = userOf(login),
                  .login = login,
                  .name = families[number % 12] + u" Mẫu "_s + given[number * 7 % 20],
                  .position = position,
                  .unit = unit,
                  .grants = {grant},
                  .hasPassword = false};
    data.people.append(person);
    data.add(kind::person, *RecordId::fromBytes(person.id.view()),
             {{name::name, person.name}, {name::position, position}, {name::unit, unit}},
             data.person(u"quan.tri"_s), momentOf(QDate(2023, 1, 3)));
    return person;
}

Person officerOf(Data& data, const BlockMember& member)
{
    const QString login = member.unitKey == "2025/26740"_L1 ? u"can.bo.a"_s
                          : member.unitKey == "LHH"_L1      ? u"can.bo.lhh.a"_s
                                                            : u"can.bo."_s + member.unit.code.toLower();
    return invented(data, login, {domain::Role::Officer, domain::Channel::unit(member.unit.id), 0, 0},
                    u"Cán bộ thi đua – khen thưởng, "_s + member.unit.name, member.unit.id);
}

Person leadOf(Data& data, const BlockPart& block)
{
    const QString login = block.key == "2025/1"_L1    ? u"cum.truong"_s
                          : block.key == "2023/19"_L1 ? u"khoi.truong"_s
                                                      : u"cum.truong."_s + block.key.section(u'/', 1);
    const auto scope = domain::Channel::block(idOf(kind::block, block.key));
    return invented(data, login, {domain::Role::BlockLead, scope, 0, 0},
                    u"Cụm trưởng Cụm thi đua "_s + block.key.section(u'/', 1), block.members.first().unit.id);
}

} // namespace thidua::server::sample
