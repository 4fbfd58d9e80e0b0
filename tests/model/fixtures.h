// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"
#include "model/design/design.h"

#include <QtCore/QString>

#include <string>
#include <string_view>

namespace plimsoll::tests {

/// A handful of services with just enough in their specs; independent of what the program ships.
ServiceCatalog smallCatalog();

Component component(std::string id, std::string service, ParameterMap parameters = {});
Connection connection(std::string id, std::string from, std::string to, ParameterMap parameters = {});

/// Producers -> stream -> function -> table, with one scenario; validation has nothing to say about it.
Design cleanDesign();

/// A file that uses every member of the format.
std::string sampleText();

/// A file of tests/data/designs.
std::string dataFile(std::string_view name);

inline QString q(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace plimsoll::tests
