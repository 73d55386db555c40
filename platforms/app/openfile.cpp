#include "app/openfile.h"

namespace thidua::app
{

using namespace Qt::StringLiterals;

static Result<std::unique_ptr<services::Services>> openOnce(const QString& path,
                                                            const std::optional<store::Identity>& enrolled,
                                                            const Clock& clock, Random& random,
                                                            const services::Services::Listener& listener)
{
    if (enrolled) {
        auto store = store::LocalStore::open(path, domain::Schema::current(), clock, random);
        auto written = store ? (*store)->enrol(*enrolled) : store.error();
        if (!written)
            return written.error();
    }
    return services::Services::open(path, domain::Schema::current(), clock, random, listener);
}

Result<OpenedFile> openFile(const QString& path, const std::optional<store::Identity>& enrolled, bool damaged,
                            const Clock& clock, Random& random, const services::Services::Listener& listener)
{
    if (auto ended = store::endSalvage(path); !ended)
        return ended.error();
    OpenedFile opened;
    auto services = damaged ? Result<std::unique_ptr<services::Services>>(ErrorCode::StorageCorrupt)
                            : openOnce(path, enrolled, clock, random, listener);
    if (!services && services.error().code == ErrorCode::StorageCorrupt) {
        auto salvaged = store::salvage(path, domain::Schema::current(), clock, random);
        if (!salvaged)
            return salvaged.error();
        // The next start asks for a sign-in; the person must not meet that without a word.
        if (!salvaged->belongsToSomebody)
            return {ErrorCode::StorageCorrupt,
                    u"whose the file was is not readable; it is kept as "_s + salvaged->aside};
        opened.salvaged = std::move(*salvaged);
        services = openOnce(path, enrolled, clock, random, listener);
    }
    if (!services)
        return services.error();
    opened.services = std::move(*services);
    return opened;
}

} // namespace thidua::app
