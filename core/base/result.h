#pragma once

#include "base/error.h"

#include <utility>
#include <variant>

namespace thidua
{

// What an operation that may fail returns: a value, or an Error. Never both, never neither.
// Reading value() of a failure is a broken promise of the caller and asserts.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
        Q_ASSERT(std::get_if<1>(&m_state)->code != ErrorCode::None);
    }
    Result(ErrorCode code, QString detail = {})
        : Result(Error{code, std::move(detail)})
    {
    }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const&
    {
        Q_ASSERT(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T& value() &
    {
        Q_ASSERT(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T&& value() &&
    {
        Q_ASSERT(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    [[nodiscard]] T valueOr(T fallback) const { return ok() ? value() : std::move(fallback); }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    [[nodiscard]] Error error() const { return ok() ? Error{} : *std::get_if<1>(&m_state); }

private:
    std::variant<T, Error> m_state;
};

template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }
    Result(ErrorCode code, QString detail = {})
        : m_error{code, std::move(detail)}
    {
    }

    [[nodiscard]] bool ok() const { return m_error.code == ErrorCode::None; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] Error error() const { return m_error; }

private:
    Error m_error;
};

} // namespace thidua
