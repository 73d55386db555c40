#pragma once

#include "city.h"

#include "rawconnection.h"
#include "server/httpedge.h"
#include "server/servercore.h"

#include <QTemporaryDir>
#include <QUrl>

namespace thidua::test
{

// A whole server in this process, with its threads, on a loopback port.
class HttpServer
{
public:
    struct Tls {
        QString certificate;
        QString key;
    };
    explicit HttpServer(const server::EdgeLimits& limits = {}, const server::RequestRates& rates = {},
                        const Tls& tls = {})
        : city(m_dir.filePath(u"thidua.db"_s))
    {
        auto opened =
            server::ServerCore::open({city.database, m_dir.path()}, city.schema, m_clock, m_random,
                                     {m_write, m_read, m_accounts, m_disk, m_files, rates}, nullptr);
        if (!opened)
            qFatal("core: %s", qPrintable(opened.error().detail));
        core = std::move(*opened);
        edge = std::make_unique<server::HttpEdge>(
            core->router(), core->hub(), core->metrics(), m_clock,
            server::EdgeOptions{
                .host = u"127.0.0.1"_s, .certificate = tls.certificate, .key = tls.key, .limits = limits});
        auto listening = edge->listen();
        if (!listening)
            qFatal("listen: %s", qPrintable(listening.error().detail));
        url = QUrl(*listening);
    }
    ~HttpServer()
    {
        edge->stop();
        m_accounts.finish();
        m_disk.finish();
        m_write.finish();
        m_read.finish();
    }

private:
    QTemporaryDir m_dir;
    SystemClock m_clock;
    SeededRandom m_random{7};
    server::ThreadExecutor m_write{1};
    server::ThreadExecutor m_read{2};
    server::ThreadExecutor m_accounts{1};
    server::ThreadExecutor m_disk{1};
    SystemFileSystem m_files;

public:
    City city;
    std::unique_ptr<server::ServerCore> core;
    std::unique_ptr<server::HttpEdge> edge;
    QUrl url;
};

} // namespace thidua::test
