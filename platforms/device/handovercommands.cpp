#include "client/handover.h"
#include "client/handoverfile.h"
#include "client/networktransport.h"
#include "commands.h"
#include "output.h"

#include <QCoreApplication>
#include <QUrl>

// An outbox as a file, and somebody's file to the server.
namespace thidua
{

using namespace Qt::StringLiterals;

static void printSum(const QString& file, qint64 edits, qint64 quarantined)
{
    protocol::JsonWriter out;
    out.beginMap();
    if (!file.isEmpty())
        writeField(out, "file", file);
    writeField(out, "edits", edits);
    if (file.isEmpty())
        writeField(out, "quarantined", quarantined);
    out.endMap();
    print(out);
}

Result<void> runHandover(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s, u"to"_s}); !complete)
        return complete;
    auto store = environment.installation.open();
    if (!store)
        return store.error();
    auto token = environment.installation.token().read();
    if (!token)
        return token.error();
    auto made = client::makeHandover(**store, *token, environment.random);
    if (!made)
        return made.error();
    const QString path = arguments.value(u"to"_s);
    if (auto written = client::writeHandoverFile(path, made->file); !written)
        return written;
    printSum(path, made->edits, 0);
    return {};
}

Result<void> runDeliver(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}); !complete)
        return complete;
    auto store = environment.installation.open();
    if (!store)
        return store.error();
    auto token = environment.installation.token().read();
    auto identity = (*store)->identity();
    if (!token || !identity)
        return token ? identity.error() : token.error();
    auto file = client::readHandoverFile(arguments.word(0));
    if (!file)
        return file.error();
    client::NetworkTransport transport(QUrl(identity->server), environment.installation.authorities());
    client::Api api(transport, environment.clock);
    api.setToken(*token);
    client::HandoverDelivery delivery(api, client::handoverKey(**store));
    client::HandoverDelivery::Delivered sum;
    bool ended = false;
    delivery.run(*file, [&](const auto& delivered) {
        sum = delivered;
        ended = true;
        QCoreApplication::quit();
    });
    if (!ended)
        QCoreApplication::exec();
    printSum({}, sum.edits, sum.quarantined);
    return sum.error.code == ErrorCode::None ? Result<void>() : sum.error;
}

} // namespace thidua
