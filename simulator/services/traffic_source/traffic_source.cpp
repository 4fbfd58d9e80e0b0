// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/source/source.h"
#include "simulator/services/family_service.h"
#include "simulator/services/specs.h"

namespace plimsoll {

namespace {

SourceConfig configure(const ComponentView& self)
{
    const auto value = [&](const char* id) {
        return effectiveValue(*self.spec, self.component->parameters, id);
    };
    return {.recordBytes = sizeLawOf(value("recordSizeBytes")),
            .keys = keyLawOf(value("keys"), self.number("keySkew"), self.number("hotKeyShare")),
            .sdkClients = static_cast<int>(self.number("sdkClients")),
            .batchWait = fromMillis(self.number("batchWaitMillis")),
            .stream = self.text("stream")};
}

/// Nobody charges for what one sends.
void bill(const ComponentView&, const SourceLoad&, const MeterSink&) {}

}  // namespace

Service trafficSource()
{
    return serviceOf<SourceFamily>(trafficSourceSpec(), configure, bill);
}

}  // namespace plimsoll
