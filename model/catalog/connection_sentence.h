// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"
#include "model/support/phrase.h"

namespace plimsoll {

/// sentence() (connection_parameters.h) before it is put into words: "{from} writes {what} per {per} to {to}, in parallel".
Phrase connectionSentence(const Connection& connection, const Design& design, const ServiceCatalog& catalog);

}  // namespace plimsoll
