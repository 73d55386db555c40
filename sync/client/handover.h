#pragma once

#include "base/random.h"
#include "client/api.h"
#include "store/localstore.h"

// The outbox as a file that travels by cable or chat, and its delivery by whoever has a network
// (protocol/handover.h). Nothing of it is a receipt: the device's own edits stay in its outbox until it hears
// from the server itself.
namespace thidua::client
{

// The server tells its key at enrolment and with every look at the account.
[[nodiscard]] Result<void> keepHandoverKey(store::LocalStore& store, const QByteArray& key);

struct Handover {
    QByteArray file;
    qint64 edits = 0;
};
// All that waits for the server. NotFound if nothing waits; NotSignedIn if the server has never told its key.
[[nodiscard]] Result<Handover> makeHandover(store::LocalStore& store, const QByteArray& token,
                                            Random& random);

// Brings somebody's file to the server, part by part in its order; may be run again at any time.
class HandoverDelivery
{
public:
    struct Delivered {
        qint64 edits = 0;       // that the server has now, if not before
        qint64 quarantined = 0; // of these: a person has to judge them first
        Error error;            // ended there; what was delivered stays delivered
    };
    // The key of the server that is asked: a file for another one is refused here, as NotOurServer.
    HandoverDelivery(Api& api, QByteArray serverKey);

    void run(const QByteArray& file, std::function<void(const Delivered&)> done);

private:
    void next();
    Api& m_api;
    QByteArray m_serverKey;
    QList<QByteArray> m_parts;
    Delivered m_sum;
    std::function<void(const Delivered&)> m_done;
};

// As kept; empty if the server has never told it.
[[nodiscard]] QByteArray handoverKey(store::LocalStore& store);

} // namespace thidua::client
