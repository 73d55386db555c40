#include "client/batch.h"

#include <QTest>

using namespace thidua;
using namespace thidua::client;
using namespace Qt::StringLiterals;

class tst_Batch : public QObject
{
    Q_OBJECT

private:
    static store::OutboxEntry entry(qint64 seq, char set = 0)
    {
        store::OutboxEntry entry;
        entry.edit.seq = seq;
        entry.edit.kind = u"report"_s;
        entry.edit.set = {{u"note"_s, Value(u"x"_s)}};
        entry.epoch = u"1.a"_s;
        if (set)
            entry.edit.together = TogetherId::named("test", QByteArray(1, set));
        return entry;
    }
    static QList<qint64> seqsOf(const Batch& batch)
    {
        QList<qint64> seqs;
        for (const protocol::PushEdit& edit : batch.request().edits)
            seqs.append(edit.edit.seq);
        return seqs;
    }

private Q_SLOTS:
    void nothingPendingIsNothingToSend()
    {
        QVERIFY(Batch({}, u"1.a"_s, 0, 10).isEmpty());
        QVERIFY(Batch({}, u"1.a"_s, 5, 10).isEmpty());
    }

    void noMoreThanAskedFor()
    {
        QCOMPARE(seqsOf(Batch({entry(4), entry(5), entry(6)}, u"1.a"_s, 0, 2)), (QList<qint64>{4, 5}));
    }

    void anEditOfAnOlderEpochNamesIt()
    {
        auto old = entry(1);
        old.epoch = u"0.z"_s;
        const Batch batch({old, entry(2)}, u"1.a"_s, 0, 10);
        QCOMPARE(batch.request().edits[0].epoch, u"0.z"_s);
        QCOMPARE(batch.request().edits[1].epoch, QString());
    }

    void editsThatBelongTogetherAreNeverParted()
    {
        const QList<store::OutboxEntry> pending{entry(1), entry(2, 'a'), entry(3, 'a'), entry(4, 'b'),
                                                entry(5, 'b')};
        QCOMPARE(seqsOf(Batch(pending, u"1.a"_s, 0, 2)), (QList<qint64>{1}));
        QCOMPARE(seqsOf(Batch(pending, u"1.a"_s, 0, 3)), (QList<qint64>{1, 2, 3}));
        QCOMPARE(seqsOf(Batch(pending, u"1.a"_s, 0, 4)), (QList<qint64>{1, 2, 3}));
        QCOMPARE(seqsOf(Batch(pending, u"1.a"_s, 0, 5)), (QList<qint64>{1, 2, 3, 4, 5}));
    }

    void aSetLargerThanTheBatchGoesWhole()
    {
        const QList<store::OutboxEntry> pending{entry(1, 'a'), entry(2, 'a'), entry(3, 'a'), entry(4)};
        QCOMPARE(seqsOf(Batch(pending, u"1.a"_s, 0, 2)), (QList<qint64>{1, 2, 3}));
    }

    void aBatchStaysUnderTheServersLimit()
    {
        QList<store::OutboxEntry> pending;
        for (int i = 1; i <= 900; ++i) {
            pending.append(entry(i));
            for (int field = 0; field < 2; ++field)
                pending.last().edit.set.insert(QString::number(field), Value(QString(8000, u'ế')));
        }
        const Batch batch(pending, u"1.a"_s, 0, 1000);
        QVERIFY(seqsOf(batch).size() > 50 && seqsOf(batch).size() < 200);
        // One edit goes alone, whatever it weighs.
        pending[0].edit.set.insert(u"list"_s, Value(Value::List(1000, Value(QString(8000, u'ế')))));
        QCOMPARE(seqsOf(Batch(pending, u"1.a"_s, 0, 1000)), QList<qint64>{1});
    }

    void aHoleIsSentAsEditsThatSetNothing()
    {
        const QList<store::OutboxEntry> pending{entry(7), entry(8), entry(11)};
        const Batch hole(pending, u"1.a"_s, 4, 10);
        QCOMPARE(seqsOf(hole), (QList<qint64>{4, 5, 6}));
        QVERIFY(hole.request().edits.first().edit.set.isEmpty());
        QCOMPARE(seqsOf(Batch(pending, u"1.a"_s, 4, 2)), (QList<qint64>{4, 5}));
        QCOMPARE(seqsOf(Batch(pending, u"1.a"_s, 7, 10)), (QList<qint64>{7, 8})); // up to the next hole
        QCOMPARE(seqsOf(Batch({entry(11)}, u"1.a"_s, 9, 10)), (QList<qint64>{9, 10}));
    }
};

QTEST_GUILESS_MAIN(tst_Batch)
#include "tst_batch.moc"
