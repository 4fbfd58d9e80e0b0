// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/services/service_library.h"

namespace plimsoll {

/// Every service this build knows, in palette order. Written by hand: self-registration is shorter until a linker
/// drops the object file.
ServiceLibrary builtinServices();

}  // namespace plimsoll
