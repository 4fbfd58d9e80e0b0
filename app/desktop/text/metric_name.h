// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"

#include <QtCore/QString>

#include <string>

namespace plimsoll {

/// What an objective's metric is called: "Delay p99" of "delay-p99".
QString metricName(const std::string& metric);
/// The same of a figure of a component or connection: "Delay p99 at Enrich" of "delay-p99@fn" and "delay-p99 at fn".
QString figureName(const Design& design, const std::string& figure);

}  // namespace plimsoll
