// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/study/sweep.h"

#include <cstdint>
#include <cstdio>
#include <istream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll {

/// A point as one line of JSON, without its line end; numbers survive exactly.
std::string lineOf(std::size_t index, const SweptPoint& point);
/// Nothing when the line is not whole.
std::optional<std::pair<std::size_t, SweptPoint>> pointOf(std::string_view line);

/// What a checkpoint must agree with before its points may stand for this sweep's: named texts, in order.
using SweepIdentity = std::vector<std::pair<std::string, std::string>>;

/// What a checkpoint holds, and how many bytes of it are whole lines.
struct CheckpointContents {
    std::map<std::size_t, SweptPoint> done;
    std::uintmax_t wholeBytes = 0;
};

/// Reads the text of a checkpoint, line by line. Each line ends in a checksum of itself and the header, so that a line
/// that was altered, or that belongs to another sweep, is not taken for this one's. Error: only `what` and the remedy
/// are said, with the number of the line; memory stays within a small multiple of the text.
Result<CheckpointContents> readCheckpoint(std::istream& input, const SweepIdentity& identity,
                                          std::size_t points);
/// What the file begins with, and the line of a point as it stands in the file; without the line ends.
std::string checkpointHeader(const SweepIdentity& identity);
std::string checkpointLine(std::size_t index, const SweptPoint& point, std::string_view header);

/// A file that grows by one line for every finished point: a header, then points in the order they came. A line that
/// was torn when the program died is cut off.
class SweepCheckpoint {
public:
    /// Opens or starts the file. Error: it is of another sweep, altered, or damaged other than at its end.
    static Result<SweepCheckpoint> open(const std::string& path, const SweepIdentity& identity,
                                        std::size_t points);
    const std::map<std::size_t, SweptPoint>& done() const { return m_done; }
    /// The line is with the system when this returns: killing the program does not lose it.
    Status add(std::size_t index, const SweptPoint& point);

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::string m_path;
    std::string m_header;
    std::unique_ptr<std::FILE, Close> m_file;
    std::map<std::size_t, SweptPoint> m_done;
};

}  // namespace plimsoll
