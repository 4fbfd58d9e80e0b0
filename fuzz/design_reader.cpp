// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/require.h"
#include "model/serialization/design_file.h"
#include "model/validation/issue.h"
#include "simulator/services/builtin_services.h"
#include "simulator/services/service_library.h"

#include <cstdint>

/// A design is read, judged, written and read back as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace plimsoll;
    static const ServiceLibrary library = builtinServices();
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const Result<LoadedDesign> read = parseDesign(text, library.catalog());
    if (!read) {
        fuzz::require(!read.error().what.empty(), "an error says what is wrong");
        return 0;
    }
    validate(read->design, library.catalog(), IntegrationTable::builtin());
    const std::string written = writeDesign(read->design);
    const Result<LoadedDesign> again = parseDesign(written, library.catalog());
    fuzz::require(again.has_value(), "what was written can be read");
    fuzz::require(writeDesign(again->design) == written, "reading and writing changes nothing any more");
    return 0;
}
