// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_spec.h"

#include <QtCore/QString>

#include <string>

namespace plimsoll {

/// What a parameter is set to, of the text that the design file has for it: "3,000 WCU" of "3000", "Provisioned" of
/// "provisioned", "on" of "true".
QString parameterText(const ParameterSpec& parameter, const std::string& value);

}  // namespace plimsoll
