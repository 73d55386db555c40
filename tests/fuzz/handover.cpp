#include "fuzz/harness.h"

#include "protocol/handover.h"

namespace thidua::fuzz
{

namespace handover = protocol::handover;

static handover::ServerKeys serverKeys()
{
    SeededRandom random(1);
    return handover::newServerKeys(random);
}

// Any bytes as a file, and each of its parts, or the bytes themselves, as a part.
void handedOver(const QByteArray& input)
{
    static const handover::ServerKeys keys = serverKeys();
    const auto file = handover::decodeFile(input);
    if (file) {
        const auto again = handover::decodeFile(handover::encode(*file));
        promise(again && again->parts == file->parts, "a file that was read can be written and read");
    }
    const QList<QByteArray> parts = file ? file->parts : QList<QByteArray>{input};
    for (const QByteArray& part : parts) {
        if (const auto opened = handover::open(part, keys)) {
            promise(!handover::contentOf(*opened, handover::verifierOf("another token")),
                    "nobody's signature fits another device");
            (void)handover::contentOf(*opened, handover::verifierOf("token"));
        }
    }
}

QList<QByteArray> handoverSeeds()
{
    SeededRandom random(2);
    const handover::Sealing sealing{serverKeys().publicKey, DeviceId(), "token"};
    const QByteArray part = *handover::seal({QStringLiteral("1.a"), {}}, sealing, random);
    return {part, handover::encode({sealing.serverKey, {part}}),
            handover::encode({sealing.serverKey, {part, {}}})};
}

} // namespace thidua::fuzz
