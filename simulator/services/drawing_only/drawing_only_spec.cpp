// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/service_spec.h"

#include <vector>

namespace plimsoll {

/// Everything offered today runs. What does not yet goes here, with `simulated` off.
std::vector<ServiceSpec> drawingOnlySpecs()
{
    return {};
}

}  // namespace plimsoll
