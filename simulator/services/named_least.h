// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/parameter_spec.h"

#include <string>
#include <utility>

namespace plimsoll::declare {

/// The least value is no number but stands for what it is called: -1 for "no limit".
inline ParameterSpec leastMeans(std::string name, ParameterSpec spec)
{
    spec.choices = {{std::to_string(static_cast<long long>(spec.minimum)), std::move(name)}};
    return spec;
}

}  // namespace plimsoll::declare
