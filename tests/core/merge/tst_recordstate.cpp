#include "core/merge/mergemodel.h"
#include "domain/names.h"
#include "merge/recordstate.h"

#include <QTest>

using namespace thidua;
using namespace thidua::merge;
using namespace Qt::StringLiterals;

namespace
{

const domain::Schema& schema()
{
    return domain::Schema::current();
}

Fields result(qint64 value)
{
    return {{name::value, value}, {name::measure, u"%"_s}};
}

Fields note(const QString& text)
{
    return {{name::note, text}};
}

const Fields deletion{{name::deleted, true}};
const Fields undeletion{{name::deleted, false}};

// A report to which people of different devices do things, one line each.
class Report
{
public:
    struct Who {
        int device = 1;
        qint64 seen = 0;
        int rank = 10;
        Instant at = 0;
        QStringList late = {};
    };
    QStringList edit(const Who& who, const Fields& set)
    {
        const Edit edit{.device = test::deviceNumber(who.device),
                        .seq = ++m_seqs[who.device],
                        .at = who.at,
                        .seen = who.seen,
                        .seenEpoch = 1,
                        .record = RecordId::named("merge", "report"),
                        .kind = kind::report,
                        .set = set,
                        .together = {}};
        return apply(schema(), state, edit, {who.at, who.rank, UserId::named("user", "x"), 1, who.late});
    }
    [[nodiscard]] Value value(QLatin1String field) const { return state.values(schema()).value(field); }
    [[nodiscard]] qsizetype siblings(const QString& group) const
    {
        return decide(schema().policy(state.kind, group), state.groups[group]).siblings.size();
    }
    RecordState state;

private:
    QMap<int, qint64> m_seqs;
};

} // namespace

class RecordStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEditCountsTheVersionUpByOneAndIsStamped()
    {
        Report report;
        report.edit({.device = 1, .at = 7}, result(100));
        report.edit({.device = 2, .seen = 1, .rank = 20, .at = 8}, note(u"x"_s));
        QCOMPARE(report.state.version, 2);
        QCOMPARE(report.state.kind, kind::report);
        const Stamp& stamp = report.state.groups[u"note"_s].first().stamp;
        QCOMPARE(stamp, (Stamp{2, test::deviceNumber(2), 1, 8, 20, UserId::named("user", "x")}));
        QCOMPARE(report.state.groups[u"result"_s].first().stamp.version, 1);
    }

    void differentFieldsAreBothKept()
    {
        Report report;
        report.edit({.device = 1}, result(100));
        QVERIFY(report.edit({.device = 2}, note(u"x"_s)).isEmpty());
        QCOMPARE(report.value(name::value).toInteger(), 100);
        QCOMPARE(report.value(name::note).toText(), u"x"_s);
    }

    void theFieldsOfAGroupAreDecidedAsOne()
    {
        Report report;
        report.edit({.device = 1, .rank = 20}, {{name::value, 5}, {name::measure, u"km"_s}});
        const auto lost = report.edit({.device = 2}, {{name::value, 7}, {name::measure, u"%"_s}});
        QCOMPARE(lost, (QStringList{u"result"_s}));
        QCOMPARE(report.value(name::value).toInteger(), 5);
        QCOMPARE(report.value(name::measure).toText(), u"km"_s);
    }

    void lostNamesTheGroupWhicheverOfTheTwoWins()
    {
        Report report;
        report.edit({.device = 1}, result(100));
        QCOMPARE(report.edit({.device = 2, .rank = 20}, result(200)), (QStringList{u"result"_s}));
        QCOMPARE(report.value(name::value).toInteger(), 200);
        // An edit of another group has nothing to do with it.
        QVERIFY(report.edit({.device = 3, .seen = 0}, note(u"x"_s)).isEmpty());
        QVERIFY(report.edit({.device = 3, .seen = 2}, result(300)).isEmpty());
    }

    void anEditMadeAgainstALockStandsBesideInThatGroupOnly()
    {
        Report report;
        report.edit({.device = 1}, result(100));
        Fields both = result(200);
        both.insert(name::note, u"x"_s);
        QCOMPARE(report.edit({.device = 2, .seen = 1, .late = {u"result"_s}}, both),
                 (QStringList{u"result"_s}));
        QCOMPARE(report.value(name::value).toInteger(), 100);
        QCOMPARE(report.siblings(u"result"_s), 1);
        QCOMPARE(report.value(name::note).toText(), u"x"_s);
        QCOMPARE(report.state.groups[u"note"_s].first().stamp.rank, 10);
    }

    void anUnknownFieldIsAGroupOfItsOwn()
    {
        Report report;
        report.edit({.device = 1}, {{u"newer"_s, 1}});
        QCOMPARE(report.edit({.device = 2, .rank = 20}, {{u"newer"_s, 2}}), (QStringList{u"newer"_s}));
        QCOMPARE(report.state.values(schema()).value(u"newer"_s).toInteger(), 2);
    }

    void whoDeletesWhatTheyHaveSeenDeletesIt()
    {
        Report report;
        report.edit({.device = 1}, result(100));
        QVERIFY(report.edit({.device = 2, .seen = 1}, deletion).isEmpty());
        QVERIFY(report.state.isDeleted(schema()));
    }

    void anEditThatTheDeletionDidNotKnowSurvivesAndAsksForADecision()
    {
        Report before;
        before.edit({.device = 1}, result(100));
        QCOMPARE(before.edit({.device = 2}, deletion), (QStringList{u"deleted"_s}));
        Report after;
        after.edit({.device = 2}, deletion);
        QCOMPARE(after.edit({.device = 1}, result(100)), (QStringList{u"deleted"_s}));
        for (const Report& report : {before, after}) {
            QVERIFY(report.state.isDeleted(schema()));
            QCOMPARE(report.siblings(name::deleted), 1);
            QCOMPARE(report.value(name::value).toInteger(), 100);
        }
    }

    void whateverTheRoleOfTheEditItDoesNotOverruleTheDeletionBySilence()
    {
        Report report;
        report.edit({.device = 1, .rank = 10}, deletion);
        report.edit({.device = 2, .rank = 40, .at = 99}, note(u"x"_s));
        QVERIFY(report.state.isDeleted(schema()));
    }

    void aPersonWhoHasSeenBothSettlesADeletion()
    {
        Report report;
        report.edit({.device = 1}, deletion);
        report.edit({.device = 2}, result(100));
        QVERIFY(report.edit({.device = 3, .seen = 2}, undeletion).isEmpty());
        QVERIFY(!report.state.isDeleted(schema()));
        QCOMPARE(report.siblings(name::deleted), 0);
    }

    void aLaterEditOfOneWhoKnewOfTheFirstIsOneVoiceAndNotTwo()
    {
        Report report;
        report.edit({.device = 1}, result(100));
        report.edit({.device = 2, .seen = 1}, note(u"x"_s));
        report.edit({.device = 3}, deletion);
        QCOMPARE(report.siblings(name::deleted), 1);
        QVERIFY(report.edit({.device = 3, .seen = 3}, deletion).isEmpty());
    }

    // The second deletion comes from the device of one of the two edits that the first did not know, and does
    // not know the other.
    void everyEditThatNoDeletionKnewKeepsItsVoice()
    {
        Report report;
        report.edit({.device = 1}, result(100));
        report.edit({.device = 2}, note(u"x"_s));
        report.edit({.device = 3}, deletion);
        QCOMPARE(report.edit({.device = 2}, deletion), (QStringList{u"deleted"_s}));
        QCOMPARE(report.siblings(name::deleted), 1);
    }

    void aRecordWithoutTheFieldIsNotDeleted()
    {
        Report report;
        QVERIFY(!report.state.isDeleted(schema()));
        report.edit({.device = 1}, result(100));
        QVERIFY(!report.state.isDeleted(schema()));
    }
};

QTEST_APPLESS_MAIN(RecordStateTest)
#include "tst_recordstate.moc"
