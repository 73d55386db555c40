#include "server/passwords.h"
#include "server/secrets.h"

#include <QSet>
#include <QTest>

using namespace thidua;
using namespace thidua::server;
using namespace Qt::StringLiterals;

class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenHas256Bits()
    {
        SeededRandom random(1);
        const QByteArray token = newToken(random).toLatin1();
        QCOMPARE(QByteArray::fromBase64(token, QByteArray::Base64UrlEncoding).size(), 32);
        QVERIFY(newToken(random).toLatin1() != token);
    }

    void aCodeIsReadHoweverItWasTyped()
    {
        SeededRandom random(1);
        const QString code = newCode(random);
        QCOMPARE(code.size(), 19);
        QCOMPARE(codeHash(code.toLower()), codeHash(code));
        QCOMPARE(codeHash(QString(code).remove(u'-')), codeHash(code));
        QCOMPARE(codeHash(u' ' + QString(code).replace(u'-', u' ')), codeHash(code));
        QCOMPARE(codeHash(u"O1IL"_s), codeHash(u"0111"_s));
        QVERIFY(codeHash(newCode(random)) != codeHash(code));
    }

    void aPasswordFitsItselfAlone()
    {
        SeededRandom random(1);
        const auto hash = hashPassword(u"mật khẩu dài"_s, random);
        QVERIFY(hash.ok());
        QVERIFY(passwordFits(u"mật khẩu dài"_s, *hash));
        QVERIFY(!passwordFits(u"mật khẩu dàI"_s, *hash));
        QVERIFY(!passwordFits(QString(), *hash));
        // Typed on another keyboard: the same letters, decomposed.
        QVERIFY(passwordFits(u"mật khẩu dài"_s.normalized(QString::NormalizationForm_D), *hash));
        QCOMPARE(hash->memory, 19 * 1024 * 1024);
        QCOMPARE(hash->passes, 2);
    }

    void twoPeopleWithOnePasswordHaveDifferentHashes()
    {
        SeededRandom random(1);
        QVERIFY(hashPassword(u"mật khẩu dài"_s, random)->hash !=
                hashPassword(u"mật khẩu dài"_s, random)->hash);
    }

    void nobodyHasNoPasswordThatFits()
    {
        QVERIFY(!passwordFits(u"mật khẩu dài"_s, std::nullopt));
        QVERIFY(!passwordFits(QString(), std::nullopt));
    }

    void loginsThatLookTheSameAreTheSame()
    {
        QCOMPARE(normaliseLogin(u"  Trần.An "_s),
                 normaliseLogin(u"trần.an"_s.normalized(QString::NormalizationForm_D)));
    }
};

QTEST_APPLESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
