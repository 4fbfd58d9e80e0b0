// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/document.h"
#include "app/study/sensitivity.h"

#include <string>

namespace plimsoll {

/// Two tables: what moves the time figure most, and what moves the bill most.
Document documentOf(const Sensitivity& sensitivity, const std::string& title);
/// `"schema": "plimsoll-sensitivity/1"`, every input.
std::string writeSensitivityJson(const Sensitivity& sensitivity);
/// One input per row.
std::string writeSensitivityCsv(const Sensitivity& sensitivity);

}  // namespace plimsoll
