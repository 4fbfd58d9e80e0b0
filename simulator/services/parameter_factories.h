// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_spec.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

/// Words that let a service's spec read like a table: one line of numbers, one of help, one of evidence.
namespace plimsoll::declare {

/// Who says so: a URL for documented and measured values, the reason for an assumption.
struct Fact {
    Evidence evidence = Evidence::Assumption;
    std::string source;
};

inline Fact documented(std::string url)
{
    return {Evidence::Documented, std::move(url)};
}

inline Fact measured(std::string url)
{
    return {Evidence::Measured, std::move(url)};
}

inline Fact assumed(std::string why)
{
    return {Evidence::Assumption, std::move(why)};
}

struct Range {
    double minimum = 0;
    double maximum = 0;
};

constexpr Range kPercent{0, 100};

inline ParameterSpec parameter(ParameterType type, std::string id, std::string name, ParameterValue value,
                               std::string help, Fact fact)
{
    ParameterSpec spec;
    spec.id = std::move(id);
    spec.name = std::move(name);
    spec.help = std::move(help);
    spec.type = type;
    spec.defaultValue = std::move(value);
    spec.evidence = fact.evidence;
    spec.source = std::move(fact.source);
    return spec;
}

inline ParameterSpec integer(std::string id, std::string name, std::string unit, Range range,
                             std::int64_t value, std::string help, Fact fact)
{
    ParameterSpec spec = parameter(ParameterType::Integer, std::move(id), std::move(name), value,
                                   std::move(help), std::move(fact));
    spec.unit = std::move(unit);
    spec.minimum = range.minimum;
    spec.maximum = range.maximum;
    return spec;
}

inline ParameterSpec real(std::string id, std::string name, std::string unit, Range range, double value,
                          std::string help, Fact fact)
{
    ParameterSpec spec = parameter(ParameterType::Real, std::move(id), std::move(name), value,
                                   std::move(help), std::move(fact));
    spec.unit = std::move(unit);
    spec.minimum = range.minimum;
    spec.maximum = range.maximum;
    return spec;
}

inline ParameterSpec yesNo(std::string id, std::string name, bool value, std::string help, Fact fact)
{
    ParameterSpec spec = parameter(ParameterType::Boolean, std::move(id), std::move(name), value,
                                   std::move(help), std::move(fact));
    spec.maximum = 1;
    return spec;
}

inline ParameterSpec text(std::string id, std::string name, std::string value, std::string help, Fact fact)
{
    return parameter(ParameterType::Text, std::move(id), std::move(name), std::move(value), std::move(help),
                     std::move(fact));
}

/// The default must be the value of one of the choices.
inline ParameterSpec choice(std::string id, std::string name, std::vector<ParameterChoice> choices,
                            std::string value, std::string help, Fact fact)
{
    ParameterSpec spec = parameter(ParameterType::Choice, std::move(id), std::move(name), std::move(value),
                                   std::move(help), std::move(fact));
    spec.choices = std::move(choices);
    return spec;
}

/// Accepts `auto`, but new components start with the number given.
inline ParameterSpec sizable(ParameterSpec spec)
{
    spec.sizable = true;
    spec.lever = Lever::More;
    return spec;
}

/// Accepts `auto`, and new components start with it.
inline ParameterSpec autoSized(ParameterSpec spec)
{
    spec.sizable = true;
    spec.lever = Lever::More;
    spec.defaultValue = Auto{};
    return spec;
}

/// A trial of changes may move it this way.
inline ParameterSpec movable(Lever lever, ParameterSpec spec)
{
    spec.lever = lever;
    return spec;
}

/// A scenario may change it while the component runs.
inline ParameterSpec changeable(ChangeSpec change, ParameterSpec spec)
{
    spec.change = std::move(change);
    return spec;
}

inline ParameterSpec advanced(ParameterSpec spec)
{
    spec.advanced = true;
    return spec;
}

inline ParameterSpec when(std::string parameterId, std::vector<std::string> values, ParameterSpec spec)
{
    spec.visibleWhen = {std::move(parameterId), std::move(values)};
    return spec;
}

inline MeterSpec meter(MeterClass meterClass, MeterId id, std::string name, std::string unit)
{
    MeterSpec spec;
    spec.id = std::move(id);
    spec.name = std::move(name);
    spec.meterClass = meterClass;
    spec.unit = std::move(unit);
    return spec;
}

/// Grows with work done.
inline MeterSpec counted(MeterId id, std::string name, std::string unit)
{
    return meter(MeterClass::Count, std::move(id), std::move(name), std::move(unit));
}

/// A capacity held over time; the unit says "hour".
inline MeterSpec held(MeterId id, std::string name, std::string unit)
{
    return meter(MeterClass::Level, std::move(id), std::move(name), std::move(unit));
}

/// Bytes kept, billed by the month.
inline MeterSpec kept(MeterId id, std::string name)
{
    return meter(MeterClass::Stock, std::move(id), std::move(name), "GB-month");
}

}  // namespace plimsoll::declare
