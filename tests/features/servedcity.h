#pragma once

#include "platforms/server/caller.h"
#include "support/programs.h"

#include <QJsonArray>

#include <functional>

namespace thidua::test
{

// A server that runs, two units with an officer each, the council, and eyes that see what the server holds
// without going through a device.
class ServedCity
{
public:
    // With another folder, e.g. on a small disk: prepare() makes it before anything is written.
    explicit ServedCity(const std::function<void(const QString& folder)>& prepare = {});

    ServerProcess server;
    QString unit;
    QString otherUnit;
    QString unitChannel; // the name of its channel
    static QString officer() { return QStringLiteral("can.bo"); }
    static QString otherOfficer() { return QStringLiteral("can.bo.khac"); }
    static QString council() { return QStringLiteral("hoi.dong"); }

    // What the server holds: equal before and after means that nothing was applied.
    [[nodiscard]] QJsonObject digests() const;
    // The records of the two units' reports that the server has.
    [[nodiscard]] QStringList reports() const;
    // The accepted edits of a record, oldest first.
    [[nodiscard]] QJsonArray history(const QString& record) const;
    // A caller in the officer's name, for what no device of ours would send.
    [[nodiscard]] Caller callerOf(const QString& login) const;
    // Every digest, row and head is what the history says.
    [[nodiscard]] Outcome verify() const { return server.command({QStringLiteral("verify")}); }

private:
    [[nodiscard]] QList<QJsonObject> pages() const;
    Caller m_admin{QString()};
};

struct Saved {
    QString record;
    qint64 seq = 0;
};

// As an officer enters it: a first report of a unit, then values in it. Points are hundredths.
[[nodiscard]] QStringList reportFields(const QString& unit, int value);
Saved enterReport(const DeviceProcess& device, const QString& unit, int value);
Saved changeReport(const DeviceProcess& device, const QString& record, const QStringList& fields);

// One try, without the retries that a person would wait for.
[[nodiscard]] Outcome syncOnce(const DeviceProcess& device);

// What a failed command says: its code, and whether there is a sentence for people beside it.
[[nodiscard]] QString codeOf(const Outcome& outcome);
[[nodiscard]] QString sentenceOf(const Outcome& outcome);

// The edits that a device lists under `pending` or `attention`.
[[nodiscard]] QList<QJsonObject> listed(const DeviceProcess& device, const QString& command);
[[nodiscard]] QList<qint64> seqsOf(const QList<QJsonObject>& edits);

} // namespace thidua::test
