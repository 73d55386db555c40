#pragma once

#include "domain/awardform.h"
#include "domain/ballot.h"
#include "domain/commendation.h"
#include "domain/inspection.h"
#include "domain/publicity.h"
#include "domain/reminder.h"
#include "domain/review.h"
#include "support/sampledevice.h"

// One record of each part of the year, as the server would send it.
namespace thidua::test
{

inline const RecordId finalReview = idOf("final review");
inline const RecordId election = idOf("election");
inline const RecordId award = idOf("award");
inline const RecordId dossier = idOf("dossier");
inline const RecordId inspection = idOf("inspection");
inline const RecordId announcement = idOf("announcement");

inline domain::Review sampleReview()
{
    domain::Review review;
    review.name = u"Hội nghị tổng kết công tác thi đua, khen thưởng năm 2025"_s;
    review.kind = domain::ReviewKind::Final;
    review.block = block;
    review.year = 2025;
    review.agenda = u"Báo cáo tổng kết; bình xét; bầu cụm trưởng năm 2026"_s;
    review.heldOn = QDate(2025, 11, 18);
    review.place = u"Phường Sài Gòn"_s;
    review.units = {unitA, unitB};
    return review;
}

inline domain::Ballot sampleElection()
{
    domain::Ballot ballot;
    ballot.name = u"Bầu cụm trưởng năm 2026"_s;
    ballot.kind = domain::BallotKind::Election;
    ballot.block = block;
    ballot.review = finalReview;
    ballot.candidates = {unitA, unitC};
    ballot.rule = {domain::VoteBasis::Members, 6667, 5001, domain::Secrecy::Secret};
    ballot.heldOn = QDate(2025, 11, 18);
    return ballot;
}

inline domain::Commendation sampleDossier()
{
    domain::Commendation one;
    one.unit = unitA;
    one.awardForm = award;
    one.year = 2025;
    one.achievement = u"Dẫn đầu phong trào chuyển đổi số của cụm"_s;
    one.proposal = u"Tờ trình số 12/TTr-UBND"_s;
    one.achievementReport = u"Báo cáo thành tích ngày 10/11/2025"_s;
    return one;
}

inline void addYear(Decisions& decisions)
{
    domain::AwardForm form;
    form.name = u"Bằng khen của Ủy ban nhân dân Thành phố"_s;
    form.vote = {domain::VoteBasis::Members, 6667, 8000, domain::Secrecy::Secret};
    domain::Inspection look;
    look.unit = unitC;
    look.block = block;
    look.on = QDate(2025, 10, 15);
    look.findings = u"Hồ sơ minh chứng tiêu chí 3 chưa đủ"_s;
    look.followUp = u"Bổ sung hồ sơ minh chứng"_s;
    look.dueOn = QDate(2025, 11, 10);
    domain::Announcement word;
    word.name = u"Mời dự hội nghị tổng kết năm 2025"_s;
    word.text = u"Kính mời thủ trưởng các đơn vị dự họp lúc 8 giờ."_s;
    word.block = block;
    decisions.row(kind::review, finalReview, sampleReview().toFields())
        .row(kind::ballot, election, sampleElection().toFields())
        .row(kind::awardForm, award, form.toFields())
        .row(kind::commendation, dossier, sampleDossier().toFields())
        .row(kind::inspection, inspection, look.toFields())
        .row(kind::announcement, announcement, word.toFields());
}

} // namespace thidua::test
