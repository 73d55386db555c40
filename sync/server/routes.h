#pragma once

#include <array>

namespace thidua::server
{

// Who may call a route; what they may do there is the handler's question.
enum class Access {
    Open,     // everybody
    Device,   // a valid device token
    Revoked,  // the token of a device that is revoked
    Loopback, // this machine
};

struct Route {
    const char* method;
    const char* path; // {id} stands for one segment
    Access access;
};

// Every route there is. tst_routematrix does not compile unless it says for each what every role may do
// there.
inline constexpr std::array<Route, 18> routes{{
    {"POST", "/v1/devices", Access::Open},
    {"DELETE", "/v1/devices/{id}", Access::Device},
    {"GET", "/v1/me", Access::Device},
    {"POST", "/v1/push", Access::Device},
    {"POST", "/v1/quarantine", Access::Revoked},
    {"POST", "/v1/handover", Access::Device},
    {"POST", "/v1/pull", Access::Device},
    {"GET", "/v1/events", Access::Device},
    {"GET", "/v1/records/{id}/history", Access::Device},
    {"OPTIONS", "/v1/files", Access::Open},
    {"POST", "/v1/files", Access::Device},
    {"HEAD", "/v1/files/{id}", Access::Device},
    {"PATCH", "/v1/files/{id}", Access::Device},
    {"GET", "/v1/files/{id}", Access::Device},
    {"GET", "/v1/schema", Access::Open},
    {"GET", "/healthz", Access::Open},
    {"GET", "/readyz", Access::Open},
    {"GET", "/metrics", Access::Loopback},
}};

} // namespace thidua::server
