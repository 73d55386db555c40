#include "protocol/codec.h"
#include "protocol/handover.h"

#include <QTest>

using namespace thidua;
using namespace Qt::StringLiterals;
namespace handover = protocol::handover;

// A file that strangers carry: they can neither read it nor change it, and it says whose work it is.
class TestHandover : public QObject
{
    Q_OBJECT

    SeededRandom random{7};
    handover::ServerKeys keys = handover::newServerKeys(random);
    DeviceId device = someDevice();
    QByteArray token = "mot-token-thu-nghiem-dai-bon-muoi-ba-ky-tu";

    static DeviceId someDevice() { return *DeviceId::fromText(u"0190a7c4-0000-7000-8000-0000000000d1"_s); }
    [[nodiscard]] static protocol::PushRequest work()
    {
        protocol::PushRequest request{u"1.abc"_s, {}};
        for (qint64 seq = 1; seq <= 3; ++seq) {
            protocol::PushEdit edit;
            edit.edit.seq = seq;
            edit.edit.at = 1'700'000'000'000 + seq;
            edit.edit.record = *RecordId::fromText(u"0190a7c4-0000-7000-8000-000000000010"_s);
            edit.edit.kind = u"report"_s;
            edit.edit.set = {{u"note"_s, u"Ghi chú của cán bộ phường"_s}};
            request.edits.append(edit);
        }
        return request;
    }
    QByteArray sealed() { return *handover::seal(work(), {keys.publicKey, device, token}, random); }

private Q_SLOTS:
    void theServerReadsWhatTheDeviceSealed()
    {
        const auto opened = handover::open(sealed(), keys);
        QVERIFY2(opened, qPrintable(opened.error().detail));
        QCOMPARE(opened->device, device);
        const auto content = handover::contentOf(*opened, handover::verifierOf(token));
        QVERIFY2(content, qPrintable(content.error().detail));
        QCOMPARE(protocol::encode(*content, protocol::Format::Cbor),
                 protocol::encode(work(), protocol::Format::Cbor));
    }

    void nothingOfTheWorkStandsInThePart()
    {
        const QByteArray part = sealed();
        QVERIFY(!part.contains("phường"));
        QVERIFY(!part.contains(device.toBytes()));
        QVERIFY(sealed() != part); // not even that it is the same work
    }

    void aPartOfWhichOneBitIsOtherIsRefused()
    {
        const QByteArray part = sealed();
        for (qsizetype i = 0; i < part.size(); ++i) {
            QByteArray spoilt = part;
            spoilt[i] = char(spoilt[i] ^ (1 << (i % 8)));
            const auto opened = handover::open(spoilt, keys);
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, ErrorCode::Malformed);
        }
        for (qsizetype size = 0; size < part.size(); ++size)
            QVERIFY(!handover::open(part.first(size), keys));
    }

    void anotherServerCannotReadIt()
    {
        const auto opened = handover::open(sealed(), handover::newServerKeys(random));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Malformed);
    }

    // Who holds the server's public key can seal, but not in another device's name.
    void nobodySignsForAnotherDevice()
    {
        const auto forged = handover::seal(work(), {keys.publicKey, device, "token-cua-nguoi-khac"}, random);
        const auto opened = handover::open(*forged, keys);
        QVERIFY(opened);
        QCOMPARE(opened->device, device);
        QCOMPARE(handover::contentOf(*opened, handover::verifierOf(token)).error().code,
                 ErrorCode::Forbidden);
        QCOMPARE(handover::contentOf(*opened, {}).error().code, ErrorCode::Forbidden);
    }

    // A server that opens a part cannot pass it on to another server as the device's.
    void theSignatureIsForOneServer()
    {
        auto opened = handover::open(sealed(), keys);
        const handover::ServerKeys other = handover::newServerKeys(random);
        opened->signedBytes.replace(keys.publicKey, other.publicKey);
        QCOMPARE(handover::contentOf(*opened, handover::verifierOf(token)).error().code,
                 ErrorCode::Forbidden);
    }

    void withoutTheServersKeyNothingIsSealed()
    {
        QCOMPARE(handover::seal(work(), {{}, device, token}, random).error().code, ErrorCode::InvalidValue);
        QCOMPARE(handover::seal(work(), {QByteArray(32, '\0'), device, token}, random).error().code,
                 ErrorCode::InvalidValue);
    }

    void aFileKeepsItsPartsInOrder()
    {
        const handover::File file{keys.publicKey, {sealed(), sealed(), sealed()}};
        const auto read = handover::decodeFile(handover::encode(file));
        QVERIFY(read);
        QCOMPARE(read->serverKey, file.serverKey);
        QCOMPARE(read->parts, file.parts);
    }

    void aFileThatIsCutOrNoneIsRefused()
    {
        const QByteArray whole = handover::encode({keys.publicKey, {sealed()}});
        for (qsizetype size = 0; size < whole.size(); ++size)
            QCOMPARE(handover::decodeFile(whole.first(size)).error().code, ErrorCode::Malformed);
        QCOMPARE(handover::decodeFile(whole + '\0').error().code, ErrorCode::Malformed);
        for (const QByteArray& other : {QByteArray("%PDF-1.7"), QByteArray("{}"), QByteArray(4096, '\xff')})
            QCOMPARE(handover::decodeFile(other).error().code, ErrorCode::Malformed);
        QCOMPARE(handover::decodeFile(handover::encode({keys.publicKey, {}})).error().code,
                 ErrorCode::Malformed);
        QCOMPARE(handover::decodeFile(QByteArray(handover::maxFile + 1, 'x')).error().code,
                 ErrorCode::TooLarge);
    }

    // For clients written from PROTOCOL.md: the key that follows from a token.
    void theSigningKeyFollowsFromTheToken()
    {
        QCOMPARE(handover::verifierOf("0123456789abcdefghijklmnopqrstuvwxyzABCDEFG").toHex(),
                 QByteArray("76a6d3221ad8a48543c650d03dec832357645e64ae42e0201a42e0287f814af3"));
        QVERIFY(handover::verifierOf("a") != handover::verifierOf("b"));
    }
};

QTEST_GUILESS_MAIN(TestHandover)
#include "tst_handover.moc"
