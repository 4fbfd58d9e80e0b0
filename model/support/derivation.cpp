// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/derivation.h"

#include <charconv>
#include <cmath>

namespace plimsoll {

std::string_view toString(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Documented:
        return "documented";
    case Evidence::Measured:
        return "measured";
    case Evidence::Assumption:
        return "assumption";
    case Evidence::Computed:
        return "computed";
    }
    return "";
}

std::string plainNumber(double value, int digits)
{
    if (!std::isfinite(value))
        return value > 0 ? "inf" : value < 0 ? "-inf" : "nan";
    char buffer[400];
    // Small prices need their significant digits, large counts their integer part.
    const double magnitude = std::fabs(value);
    int decimals = digits;
    if (magnitude >= 1e6)
        decimals = 0;
    else if (magnitude >= 1000)
        decimals = 2;
    else if (magnitude > 0 && magnitude < 1e-3)
        decimals = digits + 6;
    const auto [end, error] =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals);
    if (error != std::errc{})
        return "?";
    std::string text(buffer, end);
    if (text.find('.') != std::string::npos) {
        while (text.back() == '0')
            text.pop_back();
        if (text.back() == '.')
            text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

namespace {

void append(const Derivation& node, int depth, std::string& text)
{
    text.append(static_cast<std::size_t>(depth) * 2, ' ');
    text += node.name + " = " + plainNumber(node.value);
    if (!node.unit.empty())
        text += " " + node.unit;
    if (!node.formula.empty())
        text += "   [" + node.formula + "]";
    if (node.inputs.empty() && node.evidence != Evidence::Computed)
        text += "   (" + std::string{toString(node.evidence)}
                + (node.source.empty() ? "" : ": " + node.source) + ")";
    else if (!node.source.empty())
        text += "   (" + node.source + ")";
    text += "\n";
    for (const Derivation& input : node.inputs)
        append(input, depth + 1, text);
}

}  // namespace

std::string toText(const Derivation& derivation)
{
    std::string text;
    append(derivation, 0, text);
    return text;
}

Derivation given(std::string name, double value, std::string unit)
{
    return {std::move(name), value, std::move(unit), {}, {}, Evidence::Computed, {}};
}

Derivation quoted(std::string name, double value, std::string unit, std::string source)
{
    return {std::move(name), value, std::move(unit), {}, {}, Evidence::Documented, std::move(source)};
}

Derivation assumed(std::string name, double value, std::string unit, std::string why)
{
    return {std::move(name), value, std::move(unit), {}, {}, Evidence::Assumption, std::move(why)};
}

Derivation computed(std::string name, double value, std::string unit, std::string formula,
                    std::vector<Derivation> inputs)
{
    return {std::move(name),    value, std::move(unit), std::move(formula), std::move(inputs),
            Evidence::Computed, {}};
}

}  // namespace plimsoll
