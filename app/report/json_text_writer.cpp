// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/json_text_writer.h"

#include "model/support/number_text.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace plimsoll {

void JsonTextWriter::newLine()
{
    m_text += '\n';
    m_text.append(m_filled.size() * 2, ' ');
}

void JsonTextWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_filled.empty())
        return;
    if (m_filled.back())
        m_text += ',';
    m_filled.back() = true;
    newLine();
}

void JsonTextWriter::raw(std::string_view token)
{
    separate();
    m_text += token;
}

void JsonTextWriter::beginObject()
{
    raw("{");
    m_filled.push_back(false);
}

void JsonTextWriter::endObject()
{
    const bool filled = m_filled.back();
    m_filled.pop_back();
    if (filled)
        newLine();
    m_text += '}';
}

void JsonTextWriter::beginArray()
{
    raw("[");
    m_filled.push_back(false);
}

void JsonTextWriter::endArray()
{
    const bool filled = m_filled.back();
    m_filled.pop_back();
    if (filled)
        newLine();
    m_text += ']';
}

void JsonTextWriter::key(std::string_view name)
{
    value(name);
    m_text += ": ";
    m_afterKey = true;
}

namespace {

/// Length of the well-formed UTF-8 sequence at `at`; 0 when there is none.
std::size_t sequenceLength(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0u;
    };
    const unsigned first = byte(at);
    const std::size_t length = first < 0x80                    ? 1
                               : first >= 0xC2 && first < 0xE0 ? 2
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xF0 && first < 0xF5 ? 4
                                                               : 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(at + i) & 0xC0u) != 0x80u)
            return 0;
    // Overlong forms, surrogates and what lies above Unicode.
    const unsigned second = byte(at + 1);
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second >= 0xA0)
        || (first == 0xF0 && second < 0x90) || (first == 0xF4 && second >= 0x90))
        return 0;
    return length;
}

}  // namespace

void JsonTextWriter::value(std::string_view text)
{
    separate();
    m_text += '"';
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"' || c == '\\') {
            m_text += '\\';
            m_text += c;
            ++at;
        } else if (c == '\n') {
            m_text += "\\n";
            ++at;
        } else if (static_cast<std::uint8_t>(c) < 0x20 || c == 0x7F) {
            m_text += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
            ++at;
        } else if (const std::size_t length = sequenceLength(text, at); length > 0) {
            m_text += text.substr(at, length);
            at += length;
        } else {
            m_text += "\\ufffd";
            ++at;
        }
    }
    m_text += '"';
}

void JsonTextWriter::value(double number)
{
    if (!std::isfinite(number))
        return null();
    raw(dataNumber(number));
}

void JsonTextWriter::value(std::uint64_t number)
{
    raw(std::to_string(number));
}

void JsonTextWriter::value(int number)
{
    raw(std::to_string(number));
}

void JsonTextWriter::value(bool yes)
{
    raw(yes ? "true" : "false");
}

namespace {

std::string tokenOf(double number)
{
    const std::string text = dataNumber(number);
    return text.empty() ? "null" : text;
}

std::string tokenOf(std::uint64_t number)
{
    return std::to_string(number);
}

std::string tokenOf(const std::optional<double>& number)
{
    return number ? tokenOf(*number) : "null";
}

template <class T>
std::string listOf(const std::vector<T>& numbers)
{
    std::string text = "[";
    for (const T& number : numbers)
        text += (text.size() > 1 ? ", " : "") + tokenOf(number);
    return text + "]";
}

}  // namespace

void JsonTextWriter::value(const std::vector<double>& numbers)
{
    raw(listOf(numbers));
}

void JsonTextWriter::value(const std::vector<std::uint64_t>& numbers)
{
    raw(listOf(numbers));
}

void JsonTextWriter::value(const std::vector<std::optional<double>>& numbers)
{
    raw(listOf(numbers));
}

void JsonTextWriter::decimal(std::string_view number)
{
    raw(number);
}

void JsonTextWriter::value(Money amount)
{
    const std::int64_t nano = amount.nanodollars();
    const auto magnitude = nano < 0 ? 0 - static_cast<std::uint64_t>(nano) : static_cast<std::uint64_t>(nano);
    std::string text =
        fmt::format("{}{}.{:09}", nano < 0 ? "-" : "", magnitude / 1'000'000'000, magnitude % 1'000'000'000);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    raw(text);
}

void JsonTextWriter::null()
{
    raw("null");
}

std::string JsonTextWriter::take()
{
    m_text += '\n';
    m_filled.clear();
    m_afterKey = false;
    return std::exchange(m_text, {});
}

}  // namespace plimsoll
