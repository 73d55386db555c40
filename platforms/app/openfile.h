#pragma once

#include "services/services.h"
#include "store/salvage.h"

namespace thidua::app
{

struct OpenedFile {
    std::unique_ptr<services::Services> services;
    std::optional<store::Salvaged> salvaged; // the file was damaged; what came of it
};

// How the app opens its file: an enrolment that has just come is written first, and a damaged file is
// replaced by what can be saved of it, once. `damaged`: something in it has failed before, though it opens.
// On the store's thread.
[[nodiscard]] Result<OpenedFile> openFile(const QString& path, const std::optional<store::Identity>& enrolled,
                                          bool damaged, const Clock& clock, Random& random,
                                          const services::Services::Listener& listener);

} // namespace thidua::app
