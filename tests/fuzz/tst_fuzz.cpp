#include "fuzz/harness.h"

#include "base/random.h"

#include <QDir>
#include <QTest>

using namespace thidua;
using namespace Qt::StringLiterals;

// Every fuzzer's function over its corpus, its seeds and some mutations of both, the same ones each time.
// ./dev soak lets libFuzzer look for more; what it finds goes into corpus/<name> and stays tried for ever.
class TestFuzz : public QObject
{
    Q_OBJECT

private:
    SeededRandom m_random{20'230'321};

    [[nodiscard]] qsizetype place(const QByteArray& bytes)
    {
        return qsizetype(m_random.below(quint64(bytes.size()) + 1));
    }
    void mutate(QByteArray& bytes)
    {
        const qsizetype at = place(bytes);
        const qsizetype size = qsizetype(m_random.below(16)) + 1;
        switch (m_random.below(6)) {
        case 0:
            bytes.truncate(at);
            return;
        case 1:
            bytes.remove(at, size);
            return;
        case 2:
            bytes.insert(at, bytes.mid(place(bytes), size));
            return;
        case 3:
            bytes.insert(at, QByteArray(size, char(m_random.below(256))));
            return;
        default:
            break;
        }
        // Lengths and types stand in single bytes: those are worth the most.
        static constexpr char telling[] = {'\0',   '\x1b', '\x3b', '\x5b', '\x7b', '\x7f',
                                           '\x80', '\x9b', '\xbb', '\xff', '"',    '{'};
        if (at < bytes.size())
            bytes[at] = m_random.below(2) == 0 ? telling[m_random.below(sizeof telling)]
                                               : char(bytes[at] ^ (1 << m_random.below(8)));
    }
    [[nodiscard]] static QList<QByteArray> corpus(const char* name)
    {
        QList<QByteArray> inputs;
        const QDir dir(QString::fromUtf8(THIDUA_FUZZ_CORPUS) + u'/' + QString::fromUtf8(name));
        for (const QString& entry : dir.entryList(QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(entry));
            if (file.open(QIODevice::ReadOnly))
                inputs.append(file.readAll());
        }
        return inputs;
    }

private Q_SLOTS:
    void nothingBreaksAPromise_data()
    {
        QTest::addColumn<int>("target");
        const auto targets = fuzz::targets();
        for (int i = 0; i < targets.size(); ++i)
            QTest::newRow(targets[i].name) << i;
    }
    void nothingBreaksAPromise()
    {
        QFETCH(int, target);
        const fuzz::Target tried = fuzz::targets().at(target);
        const QList<QByteArray> inputs = tried.seeds() + corpus(tried.name);
        QVERIFY(!inputs.isEmpty());
        for (const QByteArray& input : inputs) {
            tried.run(input);
            for (int i = 0; i < tried.mutations; ++i) {
                QByteArray mutated = input;
                for (quint64 changes = m_random.below(4) + 1; changes > 0; --changes)
                    mutate(mutated);
                tried.run(mutated);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestFuzz)
#include "tst_fuzz.moc"
