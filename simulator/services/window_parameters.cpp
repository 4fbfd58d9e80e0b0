// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/window_parameters.h"

#include <algorithm>

namespace plimsoll {

namespace {

WindowRules windowsOf(const ComponentView& self)
{
    WindowRules rules;
    const std::string kind = self.text("window");
    if (kind == "none")
        return rules;
    rules.joins = self.flag("join");
    if (kind == "session") {
        rules.kind = WindowRules::Kind::Session;
        rules.gap = fromSeconds(self.number("gapSeconds"));
        return rules;
    }
    rules.kind = WindowRules::Kind::Time;
    rules.length = fromSeconds(self.number("windowSeconds"));
    rules.slide =
        kind == "sliding" ? std::min(rules.length, fromSeconds(self.number("slideSeconds"))) : rules.length;
    // A window is made of whole slides.
    const std::int64_t slides = (rules.length + rules.slide - Duration{1}) / rules.slide;
    rules.length = rules.slide * slides;
    return rules;
}

}  // namespace

const std::vector<std::string>& withWindows()
{
    static const std::vector<std::string> kinds{"tumbling", "sliding", "session"};
    return kinds;
}

std::vector<ParameterSpec> windowParameters(const WindowSources& sources)
{
    using namespace declare;
    return {
        choice("window", "Windows",
               {{"none", "None: each record by itself"},
                {"tumbling", "Tumbling"},
                {"sliding", "Sliding"},
                {"session", "Session"}},
               "tumbling",
               "How records are collected by their event time; each key of a window makes one result.",
               documented(sources.windows)),
        when("window", {"tumbling", "sliding"},
             real("windowSeconds", "Window", "s", {0.1, 604800}, 60, "How much event time a window covers.",
                  assumed("your application"))),
        when("window", {"sliding"},
             real("slideSeconds", "Slide", "s", {0.1, 604800}, 10,
                  "A window begins this often; the window is taken as a whole number of slides.",
                  assumed("your application"))),
        when("window", {"session"},
             real("gapSeconds", "Session gap", "s", {0.1, 604800}, 30,
                  "A session of a key ends when it brings nothing for so long.",
                  assumed("your application"))),
        when("window", withWindows(),
             yesNo("join", "Join of two inputs", false,
                   "In each window every record of the first input is paired with every one of the others "
                   "that has its "
                   "key, and each pair is a result.",
                   documented(sources.windows))),
        when(
            "window", withWindows(),
            real(
                "watermarkSeconds", "Watermark behind", "s", {0, 86400}, 5,
                "How far the watermark stays behind the newest event; a window waits so long for stragglers.",
                assumed("your application"))),
        when("window", withWindows(),
             real("delayedPercent", "Events that come late", "%", {0, 100}, 0,
                  "Share of the events that happened before they were sent, for example on a device without "
                  "a network.",
                  assumed("your producers"))),
        when("window", withWindows(),
             real("delayedSeconds", "Late by, on average", "s", {0.001, 604800}, 10,
                  "Mean time by which those events are older than their records; the law is exponential.",
                  assumed("your producers"))),
        when("window", {"none"},
             real("passPercent", "Records that go on", "%", {0, 100}, 100, "The others are filtered out.",
                  assumed("your application"))),
        when("window", {"none"},
             yesNo("keyedState", "State for each key", false, "Something is kept for every key met.",
                   assumed("your application"))),
        when("window", withWindows(),
             integer("resultBytes", "Size of a result", "B", {0, 10485760}, 200,
                     "Bytes of one result; 0: as large as the record it rests on.",
                     assumed("your application"))),
        integer("stateBytesPerKey", "State of a key", "B", {0, 1073741824}, 500,
                "Kept for each key of each open window, or for each key.", assumed("your application")),
    };
}

void configureWindows(const ComponentView& self, StreamProcessorConfig& config)
{
    config.passShare = self.number("passPercent") / 100;
    config.windows = windowsOf(self);
    config.keepsState = self.flag("keyedState");
    config.bound = fromSeconds(self.number("watermarkSeconds"));
    config.lateness = {self.number("delayedPercent") / 100, self.number("delayedSeconds")};
    config.resultBytes = static_cast<std::uint64_t>(self.number("resultBytes"));
    config.stateBytesPerKey = self.number("stateBytesPerKey");
}

}  // namespace plimsoll
