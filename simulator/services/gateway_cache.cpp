// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/gateway_cache.h"

#include <charconv>

namespace plimsoll::gateway_cache {

void declareOn(ServiceSpec& spec, const Words& words)
{
    using namespace declare;
    std::vector<ParameterChoice> choices{{"none", "None"}};
    for (const std::string& size : words.sizes) {
        choices.push_back({size, size + " GB"});
        spec.meters.push_back(
            held(spec.id + "/cache-hours-" + size + "GB", "Cache of " + size + " GB", "hour"));
    }
    ParameterSpec cache =
        choice("cacheGb", "Cache", std::move(choices), "none",
               "Answers are kept by key and given again; billed by the hour.", documented(words.pricing));
    cache.visibleWhen = words.only;
    spec.parameters.push_back(std::move(cache));
    spec.parameters.push_back(
        when("cacheGb", words.sizes,
             integer("cacheTtlSeconds", "Answers live", "s", {1, 3600}, words.ttlSeconds,
                     "An answer is given again for so long.", words.ttl)));
    spec.parameters.push_back(
        when("cacheGb", words.sizes,
             real("cachedPercent", "May be cached", "%", {0, 100}, 100,
                  "Share of the requests that may be answered from the cache: those that read.",
                  assumed("your own traffic"))));
    spec.parameters.push_back(when("cacheGb", words.sizes,
                                   integer("answerBytes", "Answer", "B", {1, 10485760}, 1024,
                                           "Room that an answer takes in the cache.", assumed("your API"))));
}

std::optional<GatewayCache> of(const ComponentView& self)
{
    const std::string size = self.text("cacheGb");
    double gb = 0;
    std::from_chars(size.data(), size.data() + size.size(), gb);
    if (gb <= 0)
        return std::nullopt;
    GatewayCache cache;
    cache.keep.memoryBytes = gb * 1073741824.0;
    cache.keep.timeToLive = fromSeconds(self.number("cacheTtlSeconds"));
    cache.share = self.number("cachedPercent") / 100;
    cache.answerBytes = self.number("answerBytes");
    return cache;
}

void bill(const ComponentView& self, const MeterSink& meters)
{
    if (of(self))
        meters.level("cache-hours-" + self.text("cacheGb") + "GB", 1, {given("cache", 1, "")});
}

}  // namespace plimsoll::gateway_cache
