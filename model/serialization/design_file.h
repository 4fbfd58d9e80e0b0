// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"
#include "model/design/design.h"
#include "model/support/error.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

inline constexpr int kDesignFormatVersion = 1;
inline constexpr std::size_t kLargestDesignFile = 64u << 20;  ///< bytes; larger files are refused
inline constexpr int kDeepestNesting = 64;

struct LoadedDesign {
    Design design;
    std::vector<std::string> warnings;  ///< unknown parameters with the nearest name, unknown services, ...
};

/// Reads a `.plimsoll` text. Errors carry a JSON pointer, what is wrong and the remedy. Never throws, never
/// recurses deeper than kDeepestNesting.
Result<LoadedDesign> parseDesign(std::string_view text, const ServiceCatalog& catalog);

/// UTF-8 JSON, two-space indent, items sorted by id, unknown members as they were; ends in a newline.
std::string writeDesign(const Design& design);

/// Reads a file; missing, unreadable, too large, a directory and parse errors all come back as Error.
Result<LoadedDesign> loadDesignFile(const std::filesystem::path& file, const ServiceCatalog& catalog);

/// Writes next to the target, flushes to disk and renames, so that a crash leaves the old or the new file whole.
Status saveFileAtomically(const std::filesystem::path& file, std::string_view contents);

}  // namespace plimsoll
