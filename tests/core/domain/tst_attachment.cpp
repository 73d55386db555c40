#include "domain/attachment.h"
#include "domain/mediatype.h"
#include "domain/names.h"
#include "domain/schema.h"

#include <QTest>

using namespace thidua;
using namespace thidua::domain;
using namespace Qt::StringLiterals;

class AttachmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsFieldsAreACompleteRecordOfItsUnit()
    {
        const Attachment attachment{.id = RecordId::named("test", "attachment"),
                                    .unit = RecordId::named("test", "unit"),
                                    .report = RecordId::named("test", "report"),
                                    .sha256 = QByteArray(32, 'h'),
                                    .size = 5,
                                    .mediaType = u"image/png"_s,
                                    .name = u"Ảnh 1.png"_s,
                                    .note = {}};
        QVERIFY(checkShape(Schema::current(), QString(kind::attachment), attachment.toFields(), true).ok());
        QCOMPARE(Attachment::fromFields(attachment.id, attachment.toFields()), attachment);
        QCOMPARE(Schema::current().channelOf(QString(kind::attachment), attachment.toFields()),
                 Channel::unit(attachment.unit));
    }

    void aFileIsWhatItsFirstBytesSay_data()
    {
        QTest::addColumn<QByteArray>("beginning");
        QTest::addColumn<QString>("type");
        QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0 JFIF") << u"image/jpeg"_s;
        QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n....") << u"image/png"_s;
        QTest::newRow("webp") << QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16) << u"image/webp"_s;
        QTest::newRow("pdf") << QByteArray("%PDF-1.7\n") << u"application/pdf"_s;
        QTest::newRow("sound in RIFF") << QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16) << QString();
        QTest::newRow("a page") << QByteArray("<html><script>") << QString();
        QTest::newRow("vector picture") << QByteArray("<svg onload=x>") << QString();
        QTest::newRow("program") << QByteArray("\x7f"
                                               "ELF\2\1\1")
                                 << QString();
        QTest::newRow("cut") << QByteArray("\xff\xd8") << QString();
        QTest::newRow("short RIFF") << QByteArray("RIFF....WEB") << QString();
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void aFileIsWhatItsFirstBytesSay()
    {
        QFETCH(QByteArray, beginning);
        QTEST(mediaTypeOf(beginning), "type");
        QVERIFY(mediaTypeOf(beginning).isEmpty() || mediaTypes().contains(mediaTypeOf(beginning)));
    }

    void onlyAHashIsTheNameOfAFile_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray(63, 'a');
        QTest::newRow("long") << QByteArray(65, 'a');
        QTest::newRow("upper case") << QByteArray(64, 'A');
        QTest::newRow("traversal") << QByteArray("../../../etc/passwd").leftJustified(64, 'a');
        QTest::newRow("NUL") << QByteArray(64, '\0');
        QTest::newRow("dots") << QByteArray(64, '.');
    }
    void onlyAHashIsTheNameOfAFile()
    {
        QFETCH(QByteArray, name);
        QVERIFY(sha256FromName(name).isEmpty());
        QCOMPARE(sha256FromName(QByteArray(64, 'a')), QByteArray(32, '\xaa'));
    }

    // X15: names are for people; whatever they are, nothing is left in them that deceives or leads away.
    void aNameIsShownWithoutFoldersAndHiddenSigns_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"Ảnh lễ ra quân.jpg"_s << u"Ảnh lễ ra quân.jpg"_s;
        QTest::newRow("decomposed") << u"A\u0309nh.jpg"_s << u"Ảnh.jpg"_s;
        QTest::newRow("traversal") << u"../../etc/passwd"_s << u"passwd"_s;
        QTest::newRow("Windows") << u"C:\\Users\\an\\anh.jpg"_s << u"anh.jpg"_s;
        QTest::newRow("turned around") << u"anh\u202Egpj.exe"_s << u"anh gpj.exe"_s;
        QTest::newRow("lines") << u"a\r\nb\tc.png"_s << u"a b c.png"_s;
        QTest::newRow("NUL") << (u"a"_s + QChar(0) + u".png"_s) << u"a .png"_s;
        QTest::newRow("nothing left") << u"/\u200B"_s << u"tep"_s;
        QTest::newRow("4 KB") << QString(4096, u'x') << QString(200, u'x');
    }
    void aNameIsShownWithoutFoldersAndHiddenSigns()
    {
        QFETCH(QString, given);
        QTEST(displayNameOf(given), "shown");
    }

    void halfALetterDoesNotMakeANameInvalid()
    {
        const QString broken = u"a"_s + QChar(0xD800) + u"b.png"_s;
        QVERIFY(displayNameOf(broken).isValidUtf16());
        const QString cut = displayNameOf(QString(199, u'x') + u"\U0001F600\U0001F600"_s);
        QVERIFY(cut.isValidUtf16());
        QCOMPARE(cut.toUcs4().size(), 200);
    }
};

QTEST_APPLESS_MAIN(AttachmentTest)
#include "tst_attachment.moc"
