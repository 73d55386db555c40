#pragma once

#include <functional>
#include <memory>

namespace thidua::server
{

// Where work is done. Threads in the server; at once and in place in tests and simulations.
class Executor
{
public:
    // worker: 0 … workers() - 1; two pieces of work with the same number never run at the same time.
    using Work = std::function<void(int worker)>;

    Executor() = default;
    Executor(const Executor&) = delete;
    Executor& operator=(const Executor&) = delete;
    virtual ~Executor() = default;

    // In the order of posting, as far as one worker goes.
    virtual void post(Work work) = 0;
    [[nodiscard]] virtual int workers() const = 0;
    [[nodiscard]] virtual int waiting() const = 0;
};

class InlineExecutor final : public Executor
{
public:
    void post(Work work) override { work(0); }
    [[nodiscard]] int workers() const override { return 1; }
    [[nodiscard]] int waiting() const override { return 0; }
};

class ThreadExecutor final : public Executor
{
public:
    explicit ThreadExecutor(int workers);
    ~ThreadExecutor() override;

    // Returns when all that was posted is done; what is posted later is dropped.
    void finish();

    void post(Work work) override;
    [[nodiscard]] int workers() const override;
    [[nodiscard]] int waiting() const override;

private:
    struct Shared;
    void run(int worker);
    std::unique_ptr<Shared> m_shared;
};

} // namespace thidua::server
