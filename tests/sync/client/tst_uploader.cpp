#include "client/fetcher.h"
#include "sync/client/enginefixture.h"
#include "sync/client/scriptedfiles.h"

#include <QFile>
#include <QLoggingCategory>
#include <QTest>

using namespace thidua;
using namespace thidua::client;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Phase = SyncStatus::Phase;
using store::FileState;
using test::ScriptedFiles;

namespace
{

QByteArray hashOf(const QByteArray& content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

// A device with photographs to send, and a server that takes them.
class Fixture : public test::EngineFixture
{
public:
    Fixture()
    {
        server.before = [this](const HttpRequest& request) -> std::optional<HttpReply> {
            if (spoil) {
                if (auto reply = spoil(request))
                    return reply;
            }
            return ScriptedFiles::concerns(request) ? std::optional(files(request)) : std::nullopt;
        };
        report = store
                     ->save({u"report"_s,
                             {},
                             0,
                             {{u"unit"_s, Value(test::ownUnit)},
                              {u"criterion"_s, Value(RecordId::named("test", "criterion"))},
                              {u"movement"_s, Value()},
                              {u"period"_s, Value(u"2025"_s)}},
                             {}})
                     ->record;
    }
    // As somebody adds it at this device; returns its content.
    QByteArray attach(qsizetype size, char filling = 'p')
    {
        const QByteArray content = QByteArray("\xff\xd8\xff\xe0").leftJustified(size, filling);
        QFile file(folder.filePath(u"photo.jpg"_s));
        if (!file.open(QFile::WriteOnly) || file.write(content) != size)
            qFatal("no photograph");
        file.close();
        if (!store->attach({report, file.fileName(), {}, {}}))
            qFatal("not attached");
        return content;
    }
    // Lets time pass, retry by retry, until everything is through.
    void untilAllIsSent()
    {
        for (int guard = 0; guard < 200 && last.filesWaiting > 0; ++guard) {
            scheduler.fireNext();
            transport.settle();
        }
    }
    [[nodiscard]] qsizetype pieces() const
    {
        return std::ranges::count(transport.requests, "PATCH", &HttpRequest::method);
    }

    test::FakeTransport::Answer spoil; // asked first
    ScriptedFiles files;
    RecordId report;
};

} // namespace

class tst_Uploader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"thidua.sync.*=false"_s); }

    void aFileArrivesWholeAndTheTabletCanBeHandedIn()
    {
        Fixture f;
        const QByteArray content = f.attach(900'000);
        QCOMPARE(f.store->counts()->filesWaiting, 1);
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(f.files.files.value(hashOf(content)), content);
        QCOMPARE(f.last.filesWaiting, 0);
        QCOMPARE(f.last.fileBytesLeft, 0);
        QVERIFY(!f.last.uploading);
        QVERIFY(f.last.safeToHandIn());
        QVERIFY(f.pieces() > 1);
    }

    void untilItsFilesAreSentATabletCannotBeHandedIn()
    {
        Fixture f;
        f.attach(1000);
        f.spoil = [](const HttpRequest& request) -> std::optional<HttpReply> {
            return ScriptedFiles::concerns(request) ? std::optional(test::failure(ErrorCode::Offline))
                                                    : std::nullopt;
        };
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(f.last.pendingRecords, 0);
        QCOMPARE(f.last.filesWaiting, 1);
        QCOMPARE(f.last.fileError, ErrorCode::Offline);
        QVERIFY(!f.last.safeToHandIn());
    }

    // L8: entries first, whatever else there is to send.
    void entriesGoBeforeFiles()
    {
        Fixture f;
        f.attach(3'000'000);
        f.engine->start("token");
        while (f.pieces() < 2)
            QVERIFY(f.transport.deliver());
        const auto firstFile = std::ranges::find_if(f.transport.requests, ScriptedFiles::concerns);
        QVERIFY(std::any_of(f.transport.requests.begin(), firstFile,
                            [](const HttpRequest& request) { return request.path == "/v1/pull"; }));
        // An entry in the middle of it: the piece that is on its way ends, then the entry goes, then files.
        f.save(u"in between"_s);
        f.engine->localChange();
        f.scheduler.fireNext();
        const qsizetype before = f.pieces();
        while (f.pending() > 0)
            QVERIFY(f.transport.deliver());
        QVERIFY(f.pieces() <= before + 1);
        f.transport.settle();
        QCOMPARE(f.last.filesWaiting, 0);
    }

    // N15, D21: cut at every piece, before it arrives and after.
    void whereverItIsCutItGoesOnWhereTheServerIs_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("the piece is lost") << false;
        QTest::newRow("its answer is lost") << true;
    }
    void whereverItIsCutItGoesOnWhereTheServerIs()
    {
        QFETCH(bool, arrived);
        for (int cut = 0; cut < 6; ++cut) {
            Fixture f;
            const QByteArray content = f.attach(1'900'000);
            int piece = -1;
            f.spoil = [&](const HttpRequest& request) -> std::optional<HttpReply> {
                if (request.method != "PATCH" || ++piece != cut)
                    return std::nullopt;
                if (arrived)
                    (void)f.files(request);
                return test::failure(ErrorCode::Offline);
            };
            f.startAndSettle();
            f.untilAllIsSent();
            QCOMPARE(f.files.files.value(hashOf(content)), content);
            // No byte that the server has is sent a second time.
            QCOMPARE(QSet<qint64>(f.files.offsets.begin(), f.files.offsets.end()).size(),
                     f.files.offsets.size());
            QVERIFY(f.last.safeToHandIn());
        }
    }

    void afterARestartItGoesOnWhereItWas()
    {
        Fixture f;
        const QByteArray content = f.attach(1'900'000);
        f.engine->start("token");
        while (f.pieces() < 3)
            QVERIFY(f.transport.deliver());
        f.makeEngine(); // the process ended and began again
        f.files.offsets.clear();
        f.startAndSettle();
        QVERIFY(f.files.offsets.first() > 0);
        QCOMPARE(f.files.files.value(hashOf(content)), content);
    }

    void whatIsLeftNeverGrowsThoughTheServerForgets()
    {
        Fixture f;
        const QByteArray content = f.attach(3'000'000);
        QList<qint64> left;
        int piece = 0;
        f.spoil = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            left.append(f.last.fileBytesLeft);
            if (request.method == "PATCH" && ++piece == 3)
                f.files.uploads.clear(); // it was restored, or the upload has expired
            return std::nullopt;
        };
        f.startAndSettle();
        left.removeAll(0); // before anything was counted
        QVERIFY(std::ranges::is_sorted(left, std::greater()));
        QCOMPARE(f.files.files.value(hashOf(content)), content);
        QCOMPARE(f.last.filesWaiting, 0);
        QCOMPARE(std::ranges::count(f.files.offsets, 0), 2);
    }

    void anOffsetThatTheServerDoesNotHaveIsAskedForAgain()
    {
        Fixture f;
        const QByteArray content = f.attach(1'900'000);
        int piece = 0;
        f.spoil = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.method == "PATCH" && ++piece == 2)
                f.files.uploads[request.path].bytes.chop(100'000);
            return std::nullopt;
        };
        f.startAndSettle();
        QCOMPARE(f.files.files.value(hashOf(content)), content);
    }

    void aDamagedPieceIsSentAgain()
    {
        Fixture f;
        const QByteArray content = f.attach(300'000);
        int piece = 0;
        f.spoil = [&](HttpRequest request) -> std::optional<HttpReply> {
            if (request.method != "PATCH" || ++piece != 1)
                return std::nullopt;
            request.body[7] = '!';
            return f.files(request);
        };
        f.startAndSettle();
        QCOMPARE(f.files.files.value(hashOf(content)), content);
    }

    // N14: not within the time that it names.
    void aBusyServerIsLeftAloneForAsLongAsItAsks()
    {
        Fixture f;
        f.attach(1000);
        bool busy = true;
        f.spoil = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (!busy || !ScriptedFiles::concerns(request))
                return std::nullopt;
            protocol::Problem problem;
            problem.status = 503;
            problem.code = ErrorCode::Busy;
            problem.retryAfter = 120;
            return test::refusal(problem);
        };
        f.startAndSettle();
        QCOMPARE(f.transport.count("/v1/files"), 1);
        const auto start = f.clock.steady;
        while (f.clock.steady - start < 110s) {
            if (f.clock.steady - start + *f.scheduler.next() >= 110s)
                break;
            f.scheduler.fireNext();
            f.transport.settle();
        }
        QCOMPARE(f.transport.count("/v1/files"), 1); // cycles of entries went on meanwhile
        busy = false;
        f.untilAllIsSent();
        QCOMPARE(f.files.files.size(), 1);
    }

    void aRefusedFileNeedsAttentionAndHoldsUpNoOther()
    {
        Fixture f;
        const QByteArray refused = f.attach(1000, 'r');
        const QByteArray other = f.attach(2000, 'o');
        f.spoil = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            const QByteArray metadata = ScriptedFiles::header(request, "Upload-Metadata");
            return metadata.contains(hashOf(refused).toHex().toBase64())
                       ? std::optional(ScriptedFiles::problem(404, ErrorCode::NotFound))
                       : std::nullopt;
        };
        f.startAndSettle();
        QCOMPARE(f.files.files.keys(), QList<QByteArray>{hashOf(other)});
        QCOMPARE(f.last.filesRefused, 1);
        QCOMPARE(f.last.filesWaiting, 0);
        QVERIFY(!f.last.safeToHandIn());
        QCOMPARE(f.store->files(FileState::Refused)->first().code, ErrorCode::NotFound);
        // Tried again at the next start.
        f.spoil = nullptr;
        f.makeEngine();
        f.startAndSettle();
        QCOMPARE(f.files.files.size(), 2);
        QVERIFY(f.last.safeToHandIn());
    }

    void aPortalsAnswerIsNeverTakenForProgress()
    {
        Fixture f;
        f.attach(1000);
        f.spoil = [](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.method != "PATCH")
                return std::nullopt;
            HttpReply page;
            page.status = 204;
            page.headers = {{"upload-offset", "1000"}};
            return page;
        };
        f.startAndSettle();
        QCOMPARE(f.last.filesWaiting, 1);
        QCOMPARE(f.last.fileBytesLeft, 1000);
        QCOMPARE(f.last.fileError, ErrorCode::NotOurServer);
    }

    void afterARestoreOfTheServerTheFileIsOfferedAgain()
    {
        Fixture f;
        const QByteArray content = f.attach(1000);
        f.startAndSettle();
        QCOMPARE(f.files.files.size(), 1);
        f.files.files.clear();
        f.server.restoreTo(0, u"2.second"_s);
        f.engine->syncNow();
        f.transport.settle();
        f.untilAllIsSent();
        QCOMPARE(f.files.files.value(hashOf(content)), content);
        QVERIFY(f.last.safeToHandIn());
    }

    void whoeverWantsToBeOfflineIs()
    {
        Fixture f;
        f.attach(3'000'000);
        f.engine->start("token");
        while (f.pieces() < 2)
            QVERIFY(f.transport.deliver());
        f.engine->setOffline(true);
        QCOMPARE(f.transport.open(), 0);
        const qsizetype before = f.transport.requests.size();
        f.scheduler.fireUntil(f.clock.steady + 10min);
        QCOMPARE(f.transport.requests.size(), before);
        f.engine->setOffline(false);
        f.transport.settle();
        f.untilAllIsSent();
        QCOMPARE(f.last.filesWaiting, 0);
    }

    void aSlowLinkGetsSmallerPieces()
    {
        Fixture f;
        f.attach(1'000'000);
        qsizetype largest = 0;
        qsizetype latest = 0;
        f.spoil = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.method == "PATCH") {
                f.clock.advance(9s);
                largest = std::max(largest, request.body.size());
                latest = request.body.size();
            }
            return std::nullopt;
        };
        f.startAndSettle();
        QCOMPARE(largest, tuning::firstFilePiece);
        QVERIFY(latest <= tuning::leastFilePiece);
        QCOMPARE(f.last.filesWaiting, 0);
    }

    void aFetchGoesOnWhereItWasCutAndBelievesOnlyTheRightContent()
    {
        Fixture f;
        const QByteArray content = f.attach(2'500'000);
        const QByteArray sha256 = hashOf(content);
        f.startAndSettle();
        QVERIFY(QFile::remove(f.folder.filePath(u"files/"_s + QString::fromLatin1(sha256.toHex()))));
        QVERIFY(f.store->sweepFiles().ok());
        QVERIFY(!*f.store->holdsFile(sha256));
        FileApi api(f.transport, f.clock);
        Fetcher fetcher(*f.store, api);
        std::optional<Error> ended;
        const auto run = [&] {
            ended.reset();
            fetcher.run(sha256, [&](const Error& error) { ended = error; });
            f.transport.settle();
            return ended ? ended->code : ErrorCode::Internal;
        };
        int piece = 0;
        f.spoil = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            return request.method == "GET" && ++piece == 2 ? std::optional(test::failure(ErrorCode::Offline))
                                                           : std::nullopt;
        };
        QCOMPARE(run(), ErrorCode::Offline);
        const qsizetype before = f.transport.requests.size();
        QCOMPARE(run(), ErrorCode::None);
        QCOMPARE(f.transport.requests.size() - before, 2); // the first piece is there already
        QCOMPARE(*f.store->readFile(sha256, 0, content.size()), content);
        QCOMPARE(run(), ErrorCode::None); // without a word to the server
    }

    void aFetchOfAnotherContentIsNeverKept()
    {
        Fixture f;
        const QByteArray content = f.attach(1000);
        const QByteArray sha256 = hashOf(content);
        f.startAndSettle();
        QVERIFY(QFile::remove(f.folder.filePath(u"files/"_s + QString::fromLatin1(sha256.toHex()))));
        QVERIFY(f.store->sweepFiles().ok());
        f.files.files[sha256] = QByteArray(1000, '?');
        FileApi api(f.transport, f.clock);
        Fetcher fetcher(*f.store, api);
        ErrorCode code = ErrorCode::Internal;
        fetcher.run(sha256, [&](const Error& error) { code = error.code; });
        f.transport.settle();
        QCOMPARE(code, ErrorCode::ChecksumMismatch);
        QVERIFY(!*f.store->holdsFile(sha256));
    }
};

QTEST_APPLESS_MAIN(tst_Uploader)
#include "tst_uploader.moc"
