#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace thidua::server
{

// A request and its answer, as far as the handlers know HTTP.
struct Request {
    QByteArray method;
    QByteArray path;                       // without the query
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
    QString remote; // the peer's address, without a port

    [[nodiscard]] QByteArray header(const QByteArray& lowerCaseName) const
    {
        return headers.value(lowerCaseName);
    }
};

struct Response {
    int status = 200;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    // A body that is too large to be held: its bytes come one piece after the other.
    struct Pieces {
        using Take = std::function<void(QByteArray)>; // on any thread; empty: it cannot be read
        qint64 length = 0;
        std::function<void(Take)> next; // not again before it was taken
    };
    std::optional<Pieces> pieces;
    // The connection becomes a stream of changes of these channels.
    std::optional<QStringList> follow;

    void add(const QByteArray& name, const QByteArray& value) { headers.emplaceBack(name, value); }
    [[nodiscard]] QByteArray header(QByteArrayView name) const
    {
        for (const auto& [known, value] : headers) {
            if (known.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

// Called exactly once, on any thread.
using Reply = std::function<void(Response)>;

} // namespace thidua::server
