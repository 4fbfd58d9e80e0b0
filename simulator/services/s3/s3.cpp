// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/object_store/object_store.h"
#include "simulator/services/family_service.h"

namespace plimsoll {

ServiceSpec s3Spec();  // s3_spec.cpp

namespace {

constexpr const char* kPerformance =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html";
constexpr double kGib = 1073741824.0;

BucketConfig configure(const ComponentView& self)
{
    const auto perPrefix = [&](const char* id, const char* label, double rate) {
        return LimitSpec{id, label, "requests/s", rate, 1, "prefixes", kPerformance};
    };
    BucketConfig config;
    config.prefixes = static_cast<std::size_t>(std::max(1.0, self.number("prefixes")));
    config.puts = perPrefix("puts", "PUT requests", self.number("putsPerPrefix"));
    config.gets = perPrefix("gets", "GET requests", self.number("getsPerPrefix"));
    config.newPart = std::max(0.001, self.number("newPrefixPercent") / 100);
    config.growth = std::chrono::minutes{static_cast<int>(self.number("prefixGrowthMinutes"))};
    config.firstByte = Law::logNormalFromQuantiles(self.number("firstByteMillis") * 1e6,
                                                   self.number("firstByteP99Millis") * 1e6);
    config.bytesPerSecond = self.number("megabytesPerSecond") * 1e6;
    config.notification = Law::exponential(self.number("notificationMillis") * 1e6);
    config.startingBytes = self.number("startingStorageGb") * kGib;
    return config;
}

void bill(const ComponentView& self, const BucketLoad& load, const MeterSink& meters)
{
    const std::string storageClass = self.text("storageClass");
    const double expireDays = self.number("expireDays");
    const Derivation puts = given("objects written", load.puts, "1/s");
    meters.count("put-requests-" + storageClass, load.puts, {puts});
    meters.count("get-requests-" + storageClass, load.gets, {given("objects read", load.gets, "1/s")});
    if (storageClass != "standard"
        && storageClass != "intelligent-tiering")  // those two have no retrieval charge
        meters.count("retrieval-gb-" + storageClass, load.bytesOut / kGib,
                     {given("read", load.bytesOut, "B/s")});
    std::vector<Derivation> inputs{puts,
                                   given("mean object", load.puts > 0 ? load.bytesIn / load.puts : 0, "B")};
    if (expireDays > 0)
        inputs.push_back(given("objects expire after", expireDays, "days"));
    meters.stock("storage-" + storageClass, self.number("startingStorageGb"), load.bytesIn / kGib,
                 std::move(inputs),
                 expireDays > 0 ? expireDays * 86'400 : std::numeric_limits<double>::infinity());
}

}  // namespace

Service s3()
{
    return serviceOf<BucketFamily>(s3Spec(), configure, bill);
}

}  // namespace plimsoll
