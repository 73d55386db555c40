#include "core/merge/recordmodel.h"
#include "domain/names.h"

#include <QTest>

using namespace thidua;
using namespace thidua::merge;
using namespace thidua::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr quint64 stories = 600;

QByteArray label(quint64 seed, const std::vector<RecordStory::Step>& steps)
{
    QStringList lines{u"seed %1"_s.arg(seed)};
    for (const auto& step : steps) {
        QStringList fields;
        for (auto field = step.edit.set.cbegin(); field != step.edit.set.cend(); ++field)
            fields.append(field.key() + u'=' +
                          QString::number(field->isBool() ? field->toBool() : field->toInteger()));
        lines.append(u"%1:%2 seen %3 rank %4 at %5 late(%6) %7"_s.arg(int(step.edit.device.toBytes().at(15)))
                         .arg(step.edit.seq)
                         .arg(step.edit.seen)
                         .arg(step.acceptance.rank)
                         .arg(step.acceptance.at)
                         .arg(step.acceptance.lateGroups.join(u','), fields.join(u' ')));
    }
    return lines.join(u"\n  "_s).toUtf8();
}

// Plays a story into a record and its model.
struct Played {
    RecordState state;
    RecordModel model;
    QStringList lost; // of the last edit
    explicit Played(const std::vector<RecordStory::Step>& steps)
    {
        for (const auto& step : steps)
            play(step);
    }
    Played() = default;
    void play(const RecordStory::Step& step)
    {
        lost = apply(smallSchema(), state, step.edit, step.acceptance);
        model.add(step.edit, step.acceptance);
    }
};

QStringList groupsInConflict(const RecordModel& model)
{
    QStringList names;
    const auto groups = model.groups();
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        const auto policy = smallSchema().policy(u"thing", group.key());
        if (!decide(policy, heads(policy, group.value())).siblings.isEmpty())
            names.append(group.key());
    }
    return names;
}

} // namespace

class RecordStatePropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepLeavesWhatTheWholeHistoryDecides()
    {
        for (quint64 seed = 1; seed <= stories; ++seed) {
            SeededRandom order(seed * 31);
            const auto steps = RecordStory(seed).arrive(order);
            Played played;
            for (const auto& step : steps) {
                played.play(step);
                QVERIFY2(text(played.state.groups) == played.model.text(),
                         label(seed, steps) + "\n" + text(played.state.groups).toUtf8() +
                             "\nmodel: " + played.model.text().toUtf8());
            }
            QCOMPARE(played.state.version, qint64(steps.size()));
        }
    }

    void theResultDoesNotDependOnTheOrderOfArrival()
    {
        for (quint64 seed = 1; seed <= stories; ++seed) {
            std::optional<QString> result;
            for (quint64 other = 1; other <= 4; ++other) {
                SeededRandom order(seed * 1'009 + other);
                const auto steps = RecordStory(seed).arrive(order);
                const Played played(steps);
                result = result.value_or(text(played.state.groups));
                QVERIFY2(text(played.state.groups) == *result, label(seed, steps));
            }
        }
    }

    void lostNamesTheTouchedGroupsThatAreInConflict()
    {
        for (quint64 seed = 1; seed <= stories; ++seed) {
            SeededRandom order(seed * 37);
            const auto steps = RecordStory(seed).arrive(order);
            Played played;
            for (const auto& step : steps) {
                played.play(step);
                QStringList expected;
                for (const QString& group : groupsInConflict(played.model)) {
                    if (group == name::deleted || byGroup(smallSchema(), step.edit).contains(group))
                        expected.append(group);
                }
                QVERIFY2(played.lost == expected, label(seed, steps));
            }
        }
    }
};

QTEST_APPLESS_MAIN(RecordStatePropertiesTest)
#include "tst_recordstateproperties.moc"
