// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/key_law.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

namespace plimsoll {

KeyLaw::KeyLaw(std::uint32_t keys, double skew, double hotShare)
    : m_keys{std::max<std::uint32_t>(1, keys)},
      m_range{hotShare > 0 && m_keys > 1 ? m_keys - 1 : m_keys},
      m_skew{skew},
      m_hotShare{hotShare},
      m_uniform{!(skew > 0) && !(hotShare > 0)}
{
    if (m_skew > 0) {
        m_low = integral(1.5) - 1;
        m_high = integral(m_range + 0.5);
        m_accept = 2 - integralInverse(integral(2.5) - density(2));
    }
}

KeyLaw::KeyLaw(std::vector<Listed> listed) : KeyLaw{static_cast<std::uint32_t>(listed.size()), 0, 0}
{
    m_listed = std::move(listed);
    m_uniform = false;
    double total = 0, sum = 0;
    for (const Listed& each : m_listed)
        total += each.share;
    for (Listed& each : m_listed) {
        sum += each.share;
        each.share = sum / total;
    }
}

double KeyLaw::density(double x) const
{
    return deterministicExp(-m_skew * deterministicLog(x));
}

double KeyLaw::integral(double x) const
{
    const double log = deterministicLog(x);
    const double s = (1 - m_skew) * log;
    // (x^(1-s) - 1) / (1-s), which tends to log x
    if (std::fabs(s) < 1e-8)
        return log * (1 + s / 2);
    return (deterministicExp(s) - 1) / (1 - m_skew);
}

double KeyLaw::integralInverse(double x) const
{
    double t = x * (1 - m_skew);
    t = std::max(t, -1.0 + 1e-15);
    if (std::fabs(t) < 1e-8)
        return deterministicExp(x * (1 - t / 2));
    return deterministicExp(deterministicLog(1 + t) / (1 - m_skew));
}

double KeyLaw::hottestShare() const
{
    if (!m_listed.empty()) {
        double hottest = 0, below = 0;
        for (const Listed& each : m_listed) {
            hottest = std::max(hottest, each.share - below);
            below = each.share;
        }
        return hottest;
    }
    if (m_keys == 1)
        return 1;
    const double cold = 1 - m_hotShare;
    if (m_skew <= 0)
        return std::max(m_hotShare, cold / m_range);
    return std::max(m_hotShare, cold / mass(1, m_range));
}

/// Generalised harmonic numbers: the first terms exactly, the rest by the integral (midpoint rule).
double KeyLaw::mass(std::uint32_t first, std::uint32_t last) const
{
    double sum = 0;
    const std::uint32_t exact = std::min<std::uint32_t>(last, 1000);
    for (std::uint32_t k = first; k <= exact; ++k)
        sum += density(k);
    if (last > exact)
        sum += integral(last + 0.5) - integral(std::max(exact + 1, first) - 0.5);
    return sum;
}

std::vector<KeyLaw::Share> KeyLaw::shares(std::uint32_t alone, double growth) const
{
    std::vector<Share> shares;
    if (!m_listed.empty()) {
        double below = 0;
        for (const Listed& each : m_listed) {
            shares.push_back({each.key, 1, each.share - below});
            below = each.share;
        }
        return shares;
    }
    const bool hasHot = m_range < m_keys;
    if (hasHot)
        shares.push_back({0, 1, m_hotShare});
    const double cold = hasHot ? 1 - m_hotShare : 1;
    if (m_skew <= 0) {
        shares.push_back({m_keys - m_range, static_cast<double>(m_range), cold / m_range});
        return shares;
    }
    const double all = mass(1, m_range);
    for (std::uint32_t first = 1; first <= m_range;) {
        const auto width = first <= alone ? 1u : std::max(1u, static_cast<std::uint32_t>(first * growth));
        const std::uint32_t last = std::min(m_range, first + width - 1);
        const double keys = last - first + 1;
        shares.push_back({m_keys - m_range + first - 1, keys, cold * mass(first, last) / all / keys});
        if (last == m_range)
            break;
        first = last + 1;
    }
    return shares;
}

std::uint32_t KeyLaw::drawOther(std::uint64_t bits) const
{
    if (!m_listed.empty()) {
        const double u = toUnit(bits);
        const auto found = std::partition_point(m_listed.begin(), m_listed.end(),
                                                [&](const Listed& each) { return each.share <= u; });
        return found == m_listed.end() ? m_listed.back().key : found->key;
    }
    if (m_hotShare > 0) {
        if (toUnit(bits) < m_hotShare)
            return 0;
        bits = mix64(bits);
    }
    // With a hot key the others share the rest.
    const std::uint32_t first = m_keys - m_range;
    if (m_skew <= 0)
        return first + static_cast<std::uint32_t>(((bits >> 32) * m_range) >> 32);
    for (int attempt = 0; attempt < 64; ++attempt) {
        const double u = m_high + toUnit(bits) * (m_low - m_high);
        const double x = integralInverse(u);
        const double k = std::clamp(std::floor(x + 0.5), 1.0, static_cast<double>(m_range));
        if (k - x <= m_accept || u >= integral(k + 0.5) - density(k))
            return first + static_cast<std::uint32_t>(k) - 1;
        bits = mix64(bits);
    }
    return first;
}

namespace {

using json = nlohmann::json;

constexpr std::size_t kMostListed = 100'000;
constexpr double kMostKeys = 1e9;

struct Parsed {
    std::vector<KeyLaw::Listed> listed;
    std::string error;
};

/// The number a text stands for, written as a number is: no sign, no leading zero.
std::optional<std::uint32_t> numberOfKey(const std::string& text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool plain = error == std::errc{} && end == text.data() + text.size() && number < kNamedKeys
                       && (text.size() == 1 || text.front() != '0');
    return plain ? std::optional{number} : std::nullopt;
}

Parsed parseListed(const std::string& text)
{
    const json object = json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!object.is_object() || !object.contains("distribution") || object["distribution"] != "listed"
        || !object.contains("keys") || !object["keys"].is_array())
        return {{},
                "keys are a whole number or {\"distribution\": \"listed\", \"keys\": [{\"key\": ..., "
                "\"share\": ...}]}"};
    Parsed parsed;
    std::set<std::uint32_t> seen;
    double total = 0;
    for (const json& each : object["keys"]) {
        const std::string place = "entry " + std::to_string(parsed.listed.size() + 1) + " of keys ";
        const auto key = each.is_object() ? each.find("key") : each.end();
        const auto share = each.is_object() ? each.find("share") : each.end();
        if (key == each.end() || !(key->is_string() || key->is_number_unsigned()) || share == each.end()
            || !share->is_number())
            return {{}, place + "needs a key, as text or as a whole number, and a share"};
        KeyLaw::Listed listed;
        listed.name = key->is_string() ? key->get<std::string>() : key->dump();
        listed.share = share->get<double>();
        // Source of the length: https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html
        if (listed.name.empty() || listed.name.size() > 256)
            return {{}, place + "needs a key of 1 to 256 characters"};
        if (!(listed.share >= 0 && listed.share <= 1e15))
            return {{}, place + "needs a share of 0 or more"};
        if (const auto number = numberOfKey(listed.name)) {
            listed.key = *number;
            listed.name.clear();
        } else {
            listed.key = kNamedKeys | static_cast<std::uint32_t>(hashOf(listed.name));
        }
        if (!seen.insert(listed.key).second)
            return {{}, place + "is there twice"};
        total += listed.share;
        parsed.listed.push_back(std::move(listed));
        if (parsed.listed.size() > kMostListed)
            return {{}, "at most 100000 keys can be listed"};
    }
    if (!(total > 0))
        return {{}, "the shares of the keys add up to 0"};
    return parsed;
}

}  // namespace

KeyLaw keyLawOf(const ParameterValue& keys, double skew, double hotShare)
{
    if (const auto* raw = std::get_if<RawJson>(&keys)) {
        Parsed parsed = parseListed(raw->text);
        return parsed.error.empty() ? KeyLaw{std::move(parsed.listed)} : KeyLaw{1, 0, 0};
    }
    return {static_cast<std::uint32_t>(std::clamp(asNumber(keys, 1), 1.0, kMostKeys)), skew, hotShare};
}

std::string keyLawError(const ParameterValue& keys)
{
    if (const auto* raw = std::get_if<RawJson>(&keys))
        return parseListed(raw->text).error;
    const double number = asNumber(keys, 0);
    return number >= 1 && number <= kMostKeys ? "" : "must be between 1 and 1000000000";
}

}  // namespace plimsoll
