// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/stream_processor/stream_processor.h"
#include "simulator/services/parameter_factories.h"

#include <string>
#include <vector>

namespace plimsoll {

/// Who says what an engine's windows are.
struct WindowSources {
    std::string windows;
};

/// The windows that show a parameter of windows.
const std::vector<std::string>& withWindows();
/// What every engine lets its user say of windows, late events, results and state.
std::vector<ParameterSpec> windowParameters(const WindowSources& sources);
/// What they mean to the family.
void configureWindows(const ComponentView& self, StreamProcessorConfig& config);

}  // namespace plimsoll
