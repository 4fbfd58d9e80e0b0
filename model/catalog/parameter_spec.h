// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/parameter_value.h"
#include "model/support/derivation.h"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll {

enum class ParameterType { Integer, Real, Boolean, Choice, Text, Structured };

struct ParameterChoice {
    std::string value;  ///< as in the file
    std::string name;   ///< as on screen, English
};

/// Shown only while another parameter has one of these values, e.g. shards while mode is provisioned.
struct VisibleWhen {
    std::string parameter;
    std::vector<std::string> values;
};

/// Which way a trial of changes may move a parameter: what is the user's to decide and may relieve what binds.
enum class Lever { None, More, Less, Choices };

/// A parameter that can be changed while its component runs: what AWS takes to do it, and how often it does.
struct ChangeSpec {
    double seconds = 0;          ///< from the request for more until it is in force ...
    double perSecond = 0;        ///< ... and what is added comes at this rate; 0 = all at once
    double decreaseSeconds = 0;  ///< from the request for less
    double mostFactor = 0;       ///< at most this multiple of the value before, and at least 1 / it; 0 = any
    int mostPerDay = 0;          ///< in any 24 hours; 0 = any number
    int decreasesAtOnce = 0;     ///< in hand at first, one more each hour up to as many; 0 = any number
    VisibleWhen onlyWhile{};     ///< else a controller sets it
    Evidence evidence = Evidence::Documented;  ///< of the time
    std::string source;                        ///< of the time: a URL, or why it is assumed
    std::string quotaSource;                   ///< of the steps and numbers
};

/// What a service or connection says about one of its parameters.
struct ParameterSpec {
    std::string id;    ///< as in the file, with the unit: retentionHours
    std::string name;  ///< "Retention"
    std::string help;  ///< one sentence
    ParameterType type = ParameterType::Integer;
    std::string unit;  ///< "h", "ms", "MB", "WCU"; empty for a plain count
    double minimum = 0;
    double maximum = 0;
    ParameterValue defaultValue;
    std::vector<ParameterChoice> choices;
    std::vector<std::string>
        formerChoices;     ///< values of older files, read as before and not offered any more
    bool sizable = false;  ///< accepts `auto`
    Lever lever = Lever::None;
    bool advanced = false;
    Evidence evidence = Evidence::Documented;
    std::string source;  ///< URL of the quota or default, or why it is assumed
    VisibleWhen visibleWhen;
    std::optional<ChangeSpec> change{};  ///< a scenario may change it while it runs
};

}  // namespace plimsoll
