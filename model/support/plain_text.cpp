// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/plain_text.h"

#include <algorithm>
#include <cstdint>

namespace plimsoll {

namespace {

constexpr std::size_t kLongestValue = 60;
constexpr std::string_view kCut = "...";

/// Bytes of the well-formed UTF-8 sequence that begins here; 0 when there is none. `code` is its code point.
std::size_t sequenceAt(std::string_view text, std::size_t at, char32_t& code)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(at);
    if (first < 0x80) {
        code = first;
        return 1;
    }
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size())
        return 0;
    code = static_cast<char32_t>(first & (0x7F >> length));
    for (std::size_t n = 1; n < length; ++n) {
        if ((byte(at + n) & 0xC0) != 0x80)
            return 0;
        code = code << 6 | static_cast<char32_t>(byte(at + n) & 0x3F);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    return overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) ? 0 : length;
}

std::string hex(std::uint32_t value, int digits)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (int digit = digits - 1; digit >= 0; --digit)
        text += kDigits[(value >> (4 * digit)) & 0xF];
    return text;
}

/// Separators of lines and paragraphs, and what turns the direction of writing.
bool acts(char32_t code)
{
    return code == 0x61C || code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E)
           || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

std::string shown(std::string_view sequence, char32_t code)
{
    if (code == '\n')
        return "\\n";
    if (code == '\t')
        return "\\t";
    if (code == '\r')
        return "\\r";
    if (code < 0x20 || (code >= 0x7F && code < 0xA0))
        return "\\x" + hex(code, 2);
    if (acts(code))
        return "\\u" + hex(code, 4);
    return std::string{sequence};
}

/// The first characters of printable text; never half of one.
std::string cut(const std::string& text, std::size_t most)
{
    std::size_t at = 0, characters = 0;
    while (at < text.size() && characters < most) {
        ++at;
        while (at < text.size() && (static_cast<std::uint8_t>(text[at]) & 0xC0) == 0x80)
            ++at;
        ++characters;
    }
    return at == text.size() ? text : text.substr(0, at).append(kCut);
}

}  // namespace

std::string printable(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        char32_t code = 0;
        const std::size_t length = sequenceAt(text, at, code);
        if (length == 0)
            result += "\\x" + hex(static_cast<std::uint8_t>(text[at]), 2);
        else
            result += shown(text.substr(at, length), code);
        at += std::max<std::size_t>(1, length);
    }
    return result;
}

std::string oneLine(std::string_view text, std::size_t most)
{
    const std::string safe = printable(text);
    std::string result;
    for (std::size_t at = 0; at < safe.size();) {
        const std::size_t open = std::min(safe.find('"', at), safe.size());
        const std::size_t close = open < safe.size() ? safe.find('"', open + 1) : std::string::npos;
        result.append(safe, at, open - at);
        if (open == safe.size())
            break;
        const bool ends = close != std::string::npos;
        result += '"' + cut(safe.substr(open + 1, ends ? close - open - 1 : std::string::npos), kLongestValue)
                  + (ends ? "\"" : "");
        at = ends ? close + 1 : safe.size();
    }
    return cut(result, most);
}

}  // namespace plimsoll
