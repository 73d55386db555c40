#include "viewmodels/errortext.h"

#include <QSet>
#include <QTest>

using namespace thidua;

class ErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasWordsOfItsOwn()
    {
        QSet<QString> texts;
        for (int code = int(ErrorCode::None) + 1; code <= int(ErrorCode::Internal); ++code) {
            const QString text = viewmodels::errorText(ErrorCode(code));
            QVERIFY2(!text.isEmpty(), codeName(ErrorCode(code)).data());
            QVERIFY2(!texts.contains(text), codeName(ErrorCode(code)).data());
            texts.insert(text);
        }
    }

    void noErrorIsNoText() { QVERIFY(viewmodels::errorText(ErrorCode::None).isEmpty()); }
};

QTEST_GUILESS_MAIN(ErrorTextTest)
#include "tst_errortext.moc"
