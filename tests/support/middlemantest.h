#pragma once

#include "features/middleman.h"
#include "features/servedcity.h"

#include <memory>

namespace thidua::test
{

// A city that is served, and somebody in the middle of its network: made once for all functions of a test.
class MiddlemanTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<ServedCity> city;
    std::unique_ptr<Middleman> middleman;

private Q_SLOTS:
    void initTestCase()
    {
        city = std::make_unique<ServedCity>();
        middleman = std::make_unique<Middleman>(city->server.url());
    }
    void cleanupTestCase()
    {
        middleman.reset();
        city.reset();
    }
};

} // namespace thidua::test
