// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/source/source.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::traffic_source {

ServiceSpec trafficSourceSpec();  // traffic_source_spec.cpp

namespace {

SourceConfig configure(const ComponentView& self)
{
    const auto value = [&](const char* id) {
        return effectiveValue(*self.spec, self.component->parameters, id);
    };
    const SizeLaw bytes = sizeLawOf(value("recordSizeBytes"));
    const KeyLaw keys = keyLawOf(value("keys"), self.number("keySkew"), self.number("hotKeyShare"));
    return {.recordBytes = bytes,
            .keys = keys,
            .oneASecond = recordsOf(bytes, keys),
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

}  // namespace plimsoll::services::traffic_source
