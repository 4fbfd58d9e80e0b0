// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

/// How well a number is known. An assumption is always shown as one and is always editable.
enum class Evidence { Documented, Measured, Assumption, Computed };

/// The formula tree behind a number on screen: what went in, how it was combined, who says so.
struct Derivation {
    std::string name;  ///< what the number is, e.g. "shards needed by records"
    double value = 0;
    std::string unit;     ///< "records/s", "USD", "shards"; empty for a plain count
    std::string formula;  ///< e.g. "ceil(records per second / 1000)"; empty for a leaf
    std::vector<Derivation> inputs;
    Evidence evidence = Evidence::Computed;
    std::string source;  ///< URL or other citation; empty when the inputs carry it
};

/// The tree as indented text, one line per node, for the CLI and for tooltips.
std::string toText(const Derivation& derivation);

std::string_view toString(Evidence evidence);

/// A leaf the user typed or the design implies.
Derivation given(std::string name, double value, std::string unit);
/// A leaf from a published quota or price.
Derivation quoted(std::string name, double value, std::string unit, std::string source);
/// A leaf without a source: an editable default.
Derivation assumed(std::string name, double value, std::string unit, std::string why);
/// An inner node.
Derivation computed(std::string name, double value, std::string unit, std::string formula,
                    std::vector<Derivation> inputs);

/// A number with at most `digits` significant decimals and no trailing zeros, "1340", "0.015": never localised.
std::string plainNumber(double value, int digits = 6);

}  // namespace plimsoll
