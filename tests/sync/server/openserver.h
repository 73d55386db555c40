#pragma once

#include "city.h"

#include "protocol/codec.h"
#include "server/enrolment.h"
#include "server/passwords.h"
#include "server/servercore.h"
#include "support/fakefiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace thidua::test
{

// A server over a real file, without threads and without HTTP: what goes in at the router comes out at once.
class OpenServer
{
public:
    OpenServer()
        : city(m_dir.filePath(u"thidua.db"_s))
    {
        auto opened =
            server::ServerCore::open({city.database, m_dir.path()}, city.schema, city.clock, city.random,
                                     {m_executor, m_executor, m_executor, m_executor, files}, nullptr);
        if (!opened)
            qFatal("core: %s", qPrintable(opened.error().detail));
        core = std::move(*opened);
    }

    // An enrolled device; the token is what it authenticates with.
    struct Enrolled {
        Tablet tablet;
        QByteArray token;
    };
    Enrolled enrol(domain::Role role, const domain::Channel& scope)
    {
        const UserId user = city.addPerson({{role, scope, 0, 0}});
        const qint64 account = *city.writer.store().ids.accountOf(user);
        auto answer =
            server::Enrolment(city.writer.store(), city.clock, city.random).byAccount(account, u"máy"_s);
        return {{answer->device, user, 0}, answer->token.toLatin1()};
    }
    Enrolled officer() { return enrol(domain::Role::Officer, domain::Channel::unit(city.unitA)); }
    Enrolled admin() { return enrol(domain::Role::Admin, domain::Channel::city()); }

    using Headers = QHash<QByteArray, QByteArray>;
    server::Response call(const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
                          const QByteArray& token = {}, Headers headers = {})
    {
        if (!headers.contains("content-type"))
            headers.insert("content-type", "application/json");
        if (!token.isEmpty())
            headers.insert("authorization", "Bearer " + token);
        server::Response answer;
        int answers = 0;
        core->router().handle({method, path, headers, body, remote}, [&](server::Response response) {
            answer = std::move(response);
            ++answers;
        });
        if (answers != 1)
            qFatal("%s %s was answered %d times", method.constData(), path.constData(), answers);
        return answer;
    }
    server::Response callJson(const QByteArray& method, const QByteArray& path, const QJsonObject& body,
                              const QByteArray& token = {})
    {
        return call(method, path, QJsonDocument(body).toJson(), token);
    }
    // A report of unit A with this number.
    QJsonObject reportPush(const RecordId& id, int seq)
    {
        return {
            {u"epoch"_s, city.epochName()},
            {u"edits"_s, QJsonArray{QJsonObject{{u"seq"_s, seq},
                                                {u"at"_s, city.clock.now()},
                                                {u"seen"_s, 0},
                                                {u"record"_s, id.toText()},
                                                {u"kind"_s, u"report"_s},
                                                {u"set"_s, QJsonObject{{u"unit"_s, city.unitA.toText()},
                                                                       {u"criterion"_s, city.unitB.toText()},
                                                                       {u"movement"_s, QJsonValue::Null},
                                                                       {u"period"_s, u"2023"_s}}}}}}};
    }

    // The names in a folder of the server.
    [[nodiscard]] QStringList filesIn(const QString& folder) { return *files.list(m_dir.filePath(folder)); }

    static QJsonObject object(const server::Response& response)
    {
        return QJsonDocument::fromJson(response.body).object();
    }
    static QString code(const server::Response& response)
    {
        return object(response).value(u"code"_s).toString();
    }

private:
    QTemporaryDir m_dir;
    server::InlineExecutor m_executor;

public:
    City city;
    FakeFiles files; // contents of attachments
    std::unique_ptr<server::ServerCore> core;
    QString remote = u"203.0.113.5"_s;
};

} // namespace thidua::test
