// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

/// Writes JSON in the order it is told, two-space indent, numbers as dataNumber() has them: the same report is the
/// same bytes on every machine.
class JsonTextWriter {
public:
    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    /// The name of the next value.
    void key(std::string_view name);

    void value(std::string_view text);
    void value(const char* text) { value(std::string_view{text}); }
    void value(const std::string& text) { value(std::string_view{text}); }
    void value(double number);  ///< null when it is not finite
    void value(std::uint64_t number);
    void value(int number);
    void value(bool yes);
    /// A list of numbers on one line, null where there is none.
    void value(const std::vector<double>& numbers);
    void value(const std::vector<std::uint64_t>& numbers);
    void value(const std::vector<std::optional<double>>& numbers);
    void decimal(std::string_view number);  ///< written elsewhere, such as an exact price
    void value(Money amount);               ///< dollars, all nine decimals without idle zeros
    void null();
    template <class T>
    void value(const std::optional<T>& maybe)
    {
        if (maybe)
            value(*maybe);
        else
            null();
    }
    template <class T>
    void member(std::string_view name, const T& content)
    {
        key(name);
        value(content);
    }

    /// The finished text with a line end; the writer is empty afterwards.
    std::string take();

private:
    void separate();
    void newLine();
    void raw(std::string_view token);

    std::string m_text;
    std::vector<bool> m_filled;  ///< per open bracket: does it hold something yet
    bool m_afterKey = false;
};

}  // namespace plimsoll
