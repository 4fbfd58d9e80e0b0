// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/builtin_services.h"

#include "simulator/services/service.h"

namespace plimsoll {

// The list is simulator/CMakeLists.txt's; each function is defined in its service's folder, whose name its namespace has.
#define PLIMSOLL_SERVICE(folder, function)                                                                   \
    namespace services::folder {                                                                             \
    Service function();                                                                                      \
    }
#include "simulator/services.inc"
#undef PLIMSOLL_SERVICE

/// Services that can be placed and connected but not run.
std::vector<ServiceSpec> drawingOnlySpecs();

ServiceLibrary builtinServices()
{
    std::vector<Service> all{
#define PLIMSOLL_SERVICE(folder, function) services::folder::function(),
#include "simulator/services.inc"
#undef PLIMSOLL_SERVICE
    };
    for (ServiceSpec& spec : drawingOnlySpecs())
        all.push_back({.spec = std::move(spec)});
    return ServiceLibrary{std::move(all)};
}

}  // namespace plimsoll
