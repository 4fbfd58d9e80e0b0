// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/services/window_parameters.h"

#include <vector>

namespace plimsoll::spark {

/// What Spark's streaming lets its user say wherever it runs; `trigger`: how often a batch begins unless told otherwise.
std::vector<ParameterSpec> streamingParameters(double triggerSeconds, declare::Fact trigger);
/// On so many cores, each of which has so many bytes for state.
StreamProcessorConfig streaming(const ComponentView& self, int cores, double bytesPerCore,
                                const char* source);
/// How a streaming job sends on.
SenderSpec sender();

}  // namespace plimsoll::spark
