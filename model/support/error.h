// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>

namespace plimsoll {

/// An expected failure: where it is, what is wrong, and what the user can do about it.
struct Error {
    std::string place;  ///< JSON pointer, option name, `line:column` or component id; may be empty
    std::string what;
    std::string remedy;  ///< may be empty
    /// "place: what; remedy" (parts that are empty left out), one line on which nothing acts and values in quotes are cut at
    /// 60 characters. A caller puts the file name in front.
    std::string toString() const;
};

/// A value or the Error that prevented it; shaped like std::expected, which C++20 lacks.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state{std::in_place_index<0>, std::move(value)} {}
    Result(Error error) : m_state{std::in_place_index<1>, std::move(error)} {}
    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }
    T& value() & { return std::get<0>(m_state); }
    const T& value() const& { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

struct Done {};
/// For actions that succeed with nothing to say.
using Status = Result<Done>;

}  // namespace plimsoll
