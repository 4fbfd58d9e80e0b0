// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/data_writers.h"
#include "app/report/json_text_writer.h"

#include <vector>

/// Parts that several of the documents for programs have.
namespace plimsoll {

using Json = JsonTextWriter;

const char* word(Verdict verdict);
const char* word(FindingLevel level);
const char* word(LineState state);
/// The members of a bill, into an object that is open.
void writeBillMembers(Json& json, const Bill& bill);
void writeCarried(Json& json, const CarriedWork& work);
void writeFindings(Json& json, const std::vector<Finding>& findings);

}  // namespace plimsoll
