// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/error.h"

#include <exception>
#include <utility>

namespace plimsoll {

/// Thrown by a node that sees only while it runs that the run would have no end: the run ends with this error.
class RunRefused : public std::exception {
public:
    explicit RunRefused(Error error) : m_error{std::move(error)} {}
    const Error& error() const { return m_error; }
    const char* what() const noexcept override { return m_error.what.c_str(); }

private:
    Error m_error;
};

}  // namespace plimsoll
