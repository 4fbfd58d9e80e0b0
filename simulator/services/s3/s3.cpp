// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/object_store/object_store.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::s3 {

ServiceSpec s3Spec();  // s3_spec.cpp

namespace {

constexpr const char* kPerformance =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html";
constexpr double kDay = 86'400;
/// Objects below it are neither moved nor watched, and billed as of this size in the classes for what is read seldom.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
constexpr int kSmall = 128 * 1024;

std::vector<double> moveAgesOf(const ComponentView& self);
void configureRestores(const ComponentView& self, BucketConfig& config);

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
    if (self.flag("acceleration")) {
        config.bytesPerSecond = self.number("acceleratedMegabytesPerSecond") * 1e6;
        config.firstByte = Law::logNormalFromQuantiles(self.number("acceleratedFirstByteMillis") * 1e6,
                                                       self.number("firstByteP99Millis") * 1e6);
    }
    config.moveAges = moveAgesOf(self);
    configureRestores(self, config);
    config.notification = Law::exponential(self.number("notificationMillis") * 1e6);
    config.startingBytes = self.number("startingStorageGb") * kGib;
    config.smallBytes = kSmall;
    config.replicaLag = Law::logNormalFromQuantiles(self.number("replicationSeconds") * 1e9,
                                                    self.number("replicationP99Seconds") * 1e9);
    return config;
}

constexpr double kForEver = std::numeric_limits<double>::infinity();

/// Stored bytes are billed for this long at least in their class.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html
double leastDays(const std::string& storageClass)
{
    if (storageClass == "standard-ia" || storageClass == "onezone-ia")
        return 30;
    if (storageClass == "glacier-instant" || storageClass == "glacier-flexible")
        return 90;
    return storageClass == "deep-archive" ? 180 : 0;
}

/// Objects in these classes are billed as of 128 KB at least, and bytes read from them.
bool isInfrequent(const std::string& storageClass)
{
    return storageClass == "standard-ia" || storageClass == "onezone-ia" || storageClass == "glacier-instant";
}

/// One class that objects are in from an age on, in days.
struct Stay {
    std::string storageClass;
    double from = 0, until = kForEver;
    double days() const { return std::max(until - from, leastDays(storageClass)); }
};

/// Where an object of 128 KB or more is over its life; only what it lives to see.
std::vector<Stay> staysOf(const ComponentView& self)
{
    const double expire = self.number("expireDays");
    const double end = expire > 0 ? expire : kForEver;
    std::vector<Stay> stays{{self.text("storageClass"), 0, end}};
    const std::string path = self.text("lifecycle");
    if (stays.front().storageClass != "standard" || path == "none")
        return stays;
    const std::size_t plus = path.find('+');
    const std::string first = path.substr(0, plus);
    double age = self.number("moveDays");
    if (leastDays(first) == 30)  // the IA classes take nothing younger
        age = std::max(age, 30.0);
    const auto move = [&](const std::string& to) {
        if (age >= end)
            return;
        stays.back().until = age;
        stays.push_back({to, age, end});
    };
    move(first);
    age += self.number("moveAgainDays");
    if (plus != std::string::npos && stays.size() == 2)
        move(path.substr(plus + 1));
    return stays;
}

/// Days.
std::vector<double> moveAgesOf(const ComponentView& self)
{
    std::vector<double> ages;
    for (const Stay& stay : staysOf(self)) {
        if (stay.from > 0)
            ages.push_back(stay.from);
    }
    return ages;
}

struct Inflow {  ///< per second
    double objects = 0, bytes = 0;
};

void stock(const MeterSink& meters, const std::string& meter, double startGb, const Inflow& in, double days,
           double delayDays = 0)
{
    meters.stock(meter, startGb, in.bytes / kGib,
                 {given("objects written", in.objects, "1/s"),
                  given("mean object", in.objects > 0 ? in.bytes / in.objects : 0, "B")},
                 days * kDay, delayDays * kDay);
}

/// Storage that lifecycle rules move by age, and the moves.
void billStays(const std::vector<Stay>& stays, double startGb, const Inflow& large, const Inflow& small,
               const MeterSink& meters)
{
    for (const Stay& stay : stays) {
        const bool isLast = stay.from == stays.back().from;  // what was there before is as old as it gets
        Inflow in = large;
        if (stays.size() == 1)
            in = {large.objects + small.objects,
                  large.bytes + (isInfrequent(stay.storageClass) ? small.objects * kSmall : small.bytes)};
        stock(meters, "storage-" + stay.storageClass, isLast ? startGb : 0, in, stay.days(), stay.from);
        if (stay.from > 0)
            // Counted as they come to the age: what the bill makes of a stock whose meter counts.
            meters.stock("moves-" + stay.storageClass, 0, large.objects,
                         {given("objects that come to this age", large.objects, "1/s"),
                          given("age at the move", stay.from, "days")},
                         (stays.back().until - stay.from) * kDay, stay.from * kDay);
    }
    if (stays.size() > 1)
        stock(meters, "storage-small-" + stays.front().storageClass, 0, small, stays.back().until);
}

/// Intelligent-Tiering: what nobody reads goes down two tiers; objects below 128 KB are neither watched nor moved.
void billTiers(const ComponentView& self, double startGb, const Inflow& large, const Inflow& small,
               const MeterSink& meters)
{
    const double expire = self.number("expireDays");
    const double end = expire > 0 ? expire : kForEver;
    const double often = self.number("frequentPercent") / 100;
    const double first = std::min(self.number("infrequentDays"), end);
    const double second = std::clamp(self.number("archiveInstantDays"), first, end);
    const Inflow seldom{large.objects * (1 - often), large.bytes * (1 - often)};
    const auto tier = [&](const char* name, double start, const Inflow& in, double from, double until) {
        if (until > from)
            stock(meters, name + std::string{"intelligent-tiering"}, start, in, until - from, from);
    };
    tier("storage-frequent-", startGb * often,
         {large.objects * often + small.objects, large.bytes * often + small.bytes}, 0, end);
    tier("storage-", 0, seldom, 0, first);
    tier("storage-infrequent-", 0, seldom, first, second);
    tier("storage-archive-", startGb * (1 - often), seldom, second, end);
    // Objects are counted like bytes are.
    const double objectGb = large.objects > 0 ? large.bytes / large.objects / kGib : 0;
    meters.stock("monitored-objects", objectGb > 0 ? startGb / objectGb : 0, large.objects,
                 {given("objects of 128 KB and more", large.objects, "1/s")}, end * kDay);
}

/// How what is read of an archive is restored before; Deep Archive has no expedited way.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects-retrieval-options.html
std::string retrievalMeter(const std::string& storageClass, const std::string& tier)
{
    const std::string plain = "retrieval-gb-" + storageClass;
    const bool isArchive = storageClass == "glacier-flexible" || storageClass == "deep-archive";
    if (!isArchive || tier == "standard" || (tier == "expedited" && storageClass == "deep-archive"))
        return plain;
    return plain + "-" + tier;
}

bool isArchive(const std::string& storageClass)
{
    return leastDays(storageClass) > 0 && !isInfrequent(storageClass);
}

/// Hours that most restores take: those of Flexible Retrieval between two bounds, those of Deep Archive within one, whose lower
/// one is assumed.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects-retrieval-options.html
struct RestoreHours {
    double least = 0, most = 0;
};
RestoreHours restoreHoursOf(const std::string& storageClass, const std::string& tier)
{
    if (storageClass == "deep-archive")
        return tier == "bulk" ? RestoreHours{24, 48} : RestoreHours{9, 12};
    if (tier == "expedited")
        return {1.0 / 60, 5.0 / 60};
    return tier == "bulk" ? RestoreHours{5, 12} : RestoreHours{3, 5};
}

/// What was moved is read in the last class.
void configureRestores(const ComponentView& self, BucketConfig& config)
{
    const std::vector<Stay> stays = staysOf(self);
    if (isArchive(stays.front().storageClass))
        config.restoredShare = 1;
    else if (stays.size() > 1 && isArchive(stays.back().storageClass))
        config.restoredShare = self.number("oldReadsPercent") / 100;
    const RestoreHours hours = restoreHoursOf(stays.back().storageClass, self.text("restoreTier"));
    const double own = self.number("restoreHours"), nanos = 3600e9;
    // The bounds as the 1st and the 99th percentile, around their middle.
    const double least = own > 0 ? own * 2 * hours.least / (hours.least + hours.most) : hours.least;
    const double most = own > 0 ? own * 2 * hours.most / (hours.least + hours.most) : hours.most;
    config.restore =
        Law::fromQuantiles({{0.01, least * nanos}, {0.5, (least + most) / 2 * nanos}, {0.99, most * nanos}});
}

/// Reads: of what is new in its class, of what was moved in the last one; what is restored is read in Standard.
void billReads(const std::vector<Stay>& stays, double oldShare, const std::string& restoreTier,
               const BucketLoad& load, const MeterSink& meters)
{
    const std::string& first = stays.front().storageClass;
    const std::string& last = stays.back().storageClass;
    const double moved = stays.size() > 1 ? oldShare : 0;
    const bool isRestored = isArchive(last);
    const auto requests = [&](const std::string& storageClass, double share) {
        meters.count("get-requests-" + storageClass, load.gets * share,
                     {given("objects read", load.gets, "1/s"), given("share in this class", share, "")});
    };
    const auto retrieval = [&](const std::string& storageClass, double share) {
        meters.count(retrievalMeter(storageClass, restoreTier), load.bytesOut * share / kGib,
                     {given("read", load.bytesOut, "B/s"), given("share in this class", share, "")});
    };
    requests(first, isRestored ? 1 : 1 - moved);
    if (moved > 0 && !isRestored)
        requests(last, moved);
    if (leastDays(first) > 0)  // of an archive what is read is restored before
        retrieval(first, 1 - moved);
    if (moved > 0)
        retrieval(last, moved);
}

void bill(const ComponentView& self, const BucketLoad& load, const MeterSink& meters)
{
    const std::string storageClass = self.text("storageClass");
    const double startGb = self.number("startingStorageGb");
    const std::vector<Stay> stays = staysOf(self);
    meters.count("put-requests-" + storageClass, load.puts, {given("objects written", load.puts, "1/s")});
    billReads(stays, self.number("oldReadsPercent") / 100, self.text("restoreTier"), load, meters);
    const Inflow small{load.smallPuts, load.smallBytesIn};
    const Inflow large{load.puts - load.smallPuts, load.bytesIn - load.smallBytesIn};
    if (storageClass == "intelligent-tiering")
        billTiers(self, startGb, large, small, meters);
    else
        billStays(stays, startGb, large, small, meters);
    const double accelerated = (load.bytesIn + load.bytesOut) / kGib;
    if (self.flag("acceleration"))
        meters.count("accelerated-gb", accelerated,
                     {given("written and read", load.bytesIn + load.bytesOut, "B/s")});
    if (self.flag("timeControl"))
        meters.count("time-control-gb", load.replicatedBytes / kGib,
                     {given("copied to other buckets", load.replicatedBytes, "B/s")});
}

}  // namespace

Service s3()
{
    return serviceOf<BucketFamily>(s3Spec(), configure, bill);
}

}  // namespace plimsoll::services::s3
