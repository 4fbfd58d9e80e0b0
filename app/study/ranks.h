// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace plimsoll {

/// Processes that run the same command together and share nothing but letters. Rank 0 hands out work and writes the
/// result. Used from one thread of each process.
class Ranks {
public:
    struct Letter {
        int from = 0;
        std::string text;
    };
    virtual ~Ranks() = default;
    virtual int rank() const = 0;
    virtual int size() const = 0;
    virtual void send(int to, const std::string& text) = 0;
    /// What has arrived, if anything; never waits.
    virtual std::optional<Letter> receive() = 0;
    /// Is the process of that rank known to have ended? "No" may mean that it cannot be seen from here.
    virtual bool isGone(int rank) const = 0;
    /// Does whoever started the ranks want them to stop?
    virtual bool isEnding() const = 0;
};

}  // namespace plimsoll
