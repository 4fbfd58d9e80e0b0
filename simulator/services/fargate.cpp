// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/fargate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace plimsoll::fargate {

namespace {

constexpr const char* kSizes =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html";

/// Of the disk of a unit, what costs nothing. Source: kPricing
constexpr double kFreeDiskGb = 20;

struct Size {
    double vcpu, leastGb, mostGb, stepGb;
};
constexpr std::array<Size, 7> kSteps{{{0.25, 0.5, 2, 0.5},
                                      {0.5, 1, 4, 1},
                                      {1, 2, 8, 1},
                                      {2, 4, 16, 1},
                                      {4, 8, 30, 1},
                                      {8, 16, 60, 4},
                                      {16, 32, 120, 8}}};

ParameterSpec shown(const VisibleWhen& only, ParameterSpec spec)
{
    spec.visibleWhen = only;
    return spec;
}

}  // namespace

double vcpuOf(const ComponentView& self)
{
    const std::string text = self.text("cpu");
    double vcpu = 1;
    std::from_chars(text.data(), text.data() + text.size(), vcpu);
    return vcpu;
}

double memoryFor(double vcpu, double askedGb)
{
    const auto size = std::find_if(kSteps.begin(), kSteps.end(),
                                   [&](const Size& each) { return each.vcpu >= vcpu - 1e-9; });
    const Size& taken = size == kSteps.end() ? kSteps.back() : *size;
    const double asked = std::clamp(askedGb, taken.leastGb, taken.mostGb);
    // 0.25 vCPU: 0.5, 1 and 2 GB.
    if (taken.vcpu == 0.25)
        return asked <= 0.5 ? 0.5 : asked <= 1 ? 1 : 2;
    return std::min(taken.mostGb,
                    taken.leastGb + std::ceil((asked - taken.leastGb) / taken.stepGb - 1e-9) * taken.stepGb);
}

std::vector<ParameterSpec> sizeParameters(const std::string& one, const VisibleWhen& only)
{
    using namespace declare;
    return {
        shown(only,
              choice("cpu", "vCPU of a " + one,
                     {{"0.25", "0.25"},
                      {"0.5", "0.5"},
                      {"1", "1"},
                      {"2", "2"},
                      {"4", "4"},
                      {"8", "8"},
                      {"16", "16"}},
                     "1", "What is billed; the time of a request is yours to give.", documented(kSizes))),
        shown(only, real("memoryGb", "Memory of a " + one, "GB", {0.5, 120}, 2,
                         "Taken up to the next size that there is with so many vCPU.", documented(kSizes))),
    };
}

std::vector<ParameterSpec> startParameters(const std::string& one, double burst, const VisibleWhen& only)
{
    using namespace declare;
    const std::string plural = one + "s";
    return {
        shown(only, real("provisionSeconds", "Provisioning", "s", {0, 3600}, 10,
                         "From the launch of a " + one + " until its image is being pulled; not billed.",
                         assumed("AWS gives no time; measure yours"))),
        shown(only, real("startSeconds", "Start", "s", {0, 3600}, 30,
                         "Pull and unpack of the image, start of the program, registration: until the " + one
                             + " takes work. Billed.",
                         assumed("depends on the image and on the health check; measure yours"))),
        advanced(shown(only, integer("launchBurst", "Launches at once", plural, {1, 10000},
                                     static_cast<std::int64_t>(burst),
                                     "Launches that may have been saved up.", documented(kThrottling)))),
        advanced(shown(only, real("launchesPerSecond", "Launches a second", plural + "/s", {0.1, 10000}, 20,
                                  "How fast more of them may follow.", documented(kThrottling)))),
    };
}

UnitStart startOf(const ComponentView& self)
{
    UnitStart start;
    start.launchBurst = self.number("launchBurst");
    start.launchesPerSecond = self.number("launchesPerSecond");
    start.provision = fromSeconds(self.number("provisionSeconds"));
    start.boot = fromSeconds(self.number("startSeconds"));
    // By the second from the pull of the image, a minute at least.
    // Source: https://aws.amazon.com/fargate/pricing/
    start.leastBilled = std::chrono::minutes{1};
    start.billedStep = std::chrono::seconds{1};
    return start;
}

std::vector<ParameterSpec> billedParameters(const std::string& one)
{
    using namespace declare;
    return {
        choice("architecture", "Architecture", {{"x86", "x86"}, {"arm", "Arm"}}, "x86",
               "Arm costs a fifth less; the time of a request is yours to give.", documented(kPricing)),
        integer("storageGb", "Disk of a " + one, "GB", {20, 200}, 20, "20 GB are free, the rest is billed.",
                documented(kPricing)),
    };
}

void addMeters(ServiceSpec& spec)
{
    using declare::held;
    const std::string at = spec.id + "/";
    for (const char* architecture : {"x86", "arm"}) {
        const std::string suffix = architecture, name = suffix == "x86" ? "x86" : "Arm";
        spec.meters.push_back(held(at + "vcpu-hours-" + suffix, "vCPU hours, " + name, "vCPU-hour"));
        spec.meters.push_back(held(at + "gb-hours-" + suffix, "Memory hours, " + name, "GB-hour"));
        spec.meters.push_back(held(at + "spot-vcpu-hours-" + suffix,
                                   "vCPU hours on Spot, as On-Demand hours of the same price, " + name,
                                   "vCPU-hour"));
        spec.meters.push_back(held(at + "spot-gb-hours-" + suffix,
                                   "Memory hours on Spot, as On-Demand hours of the same price, " + name,
                                   "GB-hour"));
    }
    spec.meters.push_back(held(at + "disk-gb-hours", "Disk above 20 GB", "GB-hour"));
}

void billUnits(const ComponentView& self, double units, double always, const MeterSink& meters)
{
    const double vcpu = vcpuOf(self), memory = memoryOf(self);
    const bool spot = self.flag("spot");
    const double price = spot ? self.number("spotPricePercent") / 100 : 1;
    std::vector<Derivation> inputs{given("tasks, each from its pull for a minute at least", units, "")};
    if (spot)
        inputs.push_back(given("Spot price over On-Demand price", price, ""));
    const std::string kind = spot ? "spot-" : "", suffix = self.text("architecture");
    const auto with = [&](Derivation size) {
        std::vector<Derivation> all = inputs;
        all.push_back(std::move(size));
        return all;
    };
    meters.level(kind + "vcpu-hours-" + suffix, units * vcpu * price,
                 with(given("vCPU of a task", vcpu, "vCPU")), always * vcpu * price);
    meters.level(kind + "gb-hours-" + suffix, units * memory * price,
                 with(given("memory of a task", memory, "GB")), always * memory * price);
    if (const double disk = self.number("storageGb") - kFreeDiskGb; disk > 0)
        meters.level("disk-gb-hours", units * disk,
                     {inputs.front(), given("disk of a task above 20 GB", disk, "GB")});
}

}  // namespace plimsoll::fargate
