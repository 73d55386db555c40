#include "base/filesystem.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace thidua;
using namespace Qt::StringLiterals;

class FileSystemTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    SystemFileSystem m_files;
    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }

private Q_SLOTS:
    void whatIsWrittenIsReadFromAnyPlace()
    {
        QVERIFY(m_files.write(path(u"a"_s), 0, "one two").ok());
        QCOMPARE(*m_files.read(path(u"a"_s), 4, 100), QByteArray("two"));
        QCOMPARE(*m_files.read(path(u"a"_s), 100, 1), QByteArray());
        QCOMPARE(*m_files.size(path(u"a"_s)), 7);
    }

    void aFileEndsWithWhatWasWrittenLast()
    {
        QVERIFY(m_files.write(path(u"b"_s), 0, "one two three").ok());
        QVERIFY(m_files.write(path(u"b"_s), 4, "2").ok());
        QCOMPARE(*m_files.read(path(u"b"_s), 0, 100), QByteArray("one 2"));
    }

    void aFileIsItsOwnersAlone()
    {
        QVERIFY(m_files.write(path(u"c"_s), 0, "x").ok());
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path(u"c"_s)) & others));
    }

    void whatIsNotThereIsNotFound()
    {
        QCOMPARE(m_files.size(path(u"none"_s)).error().code, ErrorCode::NotFound);
        QCOMPARE(m_files.read(path(u"none"_s), 0, 1).error().code, ErrorCode::NotFound);
        QCOMPARE(m_files.rename(path(u"none"_s), path(u"other"_s)).error().code, ErrorCode::NotFound);
        QCOMPARE(m_files.sync(path(u"none"_s)).error().code, ErrorCode::NotFound);
        QVERIFY(m_files.remove(path(u"none"_s)).ok());
    }

    void aLinkLeadsNowhere()
    {
        QVERIFY(QFile::link(u"/etc/hostname"_s, path(u"link"_s)));
        QVERIFY(!m_files.read(path(u"link"_s), 0, 1).ok());
        QVERIFY(!m_files.size(path(u"link"_s)).ok());
        QVERIFY(!m_files.write(path(u"link"_s), 0, "x").ok());
        QVERIFY(m_files.remove(path(u"link"_s)).ok());
    }

    void aFullDiskIsToldAsSuch()
    {
        QCOMPARE(m_files.write(u"/dev/full"_s, 0, "x").error().code, ErrorCode::StorageFull);
    }

    void aFolderIsMadeOnceAndListsItsFiles()
    {
        const QString folder = path(u"folder"_s);
        QVERIFY(m_files.makeFolder(folder).ok());
        QVERIFY(m_files.makeFolder(folder).ok());
        QVERIFY(m_files.write(folder + u"/.hidden"_s, 0, "x").ok());
        QVERIFY(m_files.write(folder + u"/b"_s, 0, "x").ok());
        QVERIFY(m_files.write(folder + u"/a"_s, 0, "x").ok());
        QVERIFY(m_files.sync(folder).ok());
        QCOMPARE(*m_files.list(folder), (QStringList{u".hidden"_s, u"a"_s, u"b"_s}));
        QVERIFY(!m_files.makeFolder(path(u"none/deeper"_s)).ok());
    }

    void aCopyHasTheContentAndItsHash()
    {
        QByteArray content(3 * filePieceBytes + 17, 'x');
        content[filePieceBytes] = 'y';
        QVERIFY(m_files.write(path(u"from"_s), 0, content).ok());
        const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
        QVERIFY(m_files.write(path(u"to"_s), 0, content + content).ok()); // of an earlier try
        QCOMPARE(*copyFile(m_files, path(u"from"_s), path(u"to"_s)), hash);
        QCOMPARE(*sha256Of(m_files, path(u"to"_s)), hash);
        QCOMPARE(*m_files.size(path(u"to"_s)), content.size());
    }
};

QTEST_APPLESS_MAIN(FileSystemTest)
#include "tst_filesystem.moc"
