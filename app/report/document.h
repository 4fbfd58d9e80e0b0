// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

enum class Align { Left, Right };

struct Column {
    std::string title;
    Align align = Align::Left;
    bool isBar = false;  ///< its cells picture the rows' bars in characters; a writer that draws draws those
};

/// How a row or a sentence should catch the eye; colour where there is any, never the only sign.
enum class Tone { Plain, Good, Bad, Quiet, Strong };

/// A stretch of a bar, as shares of its full length.
struct BarSpan {
    double from = 0, to = 0;
};

struct Row {
    std::vector<std::string> cells;  ///< one per column
    Tone tone = Tone::Plain;
    std::optional<BarSpan> bar = {};
};

struct Table {
    std::vector<Column> columns;
    std::vector<Row> rows;
};

struct Paragraph {
    std::string text;
    Tone tone = Tone::Plain;
    std::string mark;  ///< "!", "+", "-": in front, the text hangs behind it
};

/// A picture of figures; writers of plain text leave it out, since tables say the same.
struct Chart {
    enum class Kind {
        Lines,  ///< points over a common axis
        Bars,   ///< a bar per row, made of one part or more
        Ranges  ///< a strip of marks per row: percentiles of a time
    };
    enum class Scale { Linear, Logarithmic };
    /// How values of the axis are written.
    enum class Unit { Plain, Millis, Seconds, Share, Dollars };
    struct Point {
        double x = 0, y = 0;
    };
    struct Series {
        std::string name;
        Tone tone = Tone::Plain;  ///< Bad: what was refused; Quiet: what stands behind the others
        std::vector<Point> points;
    };
    struct Part {
        std::string name;  ///< empty: not in the legend
        double value = 0;
    };
    struct Line {
        std::string label;
        std::string figures;  ///< written at its end
        std::vector<Part> parts;
        Tone tone = Tone::Plain;
    };
    std::string title;
    Kind kind = Kind::Lines;
    std::string xTitle, yTitle;  ///< of Bars and Ranges there is only x
    Unit xUnit = Unit::Plain, yUnit = Unit::Plain;
    Scale xScale = Scale::Linear;
    std::vector<Series> series;  ///< of Lines
    std::vector<Line> lines;     ///< of Bars and Ranges
};

struct Section {
    std::string title;
    std::vector<Paragraph> before;
    Table table;
    std::vector<Paragraph> after;
    std::vector<Chart> charts = {};  ///< before the table
};

/// What every readable format shows, in this order. Each writer only decides how.
struct Document {
    std::string title;
    std::vector<std::string> subtitles;
    std::vector<Section> sections;
};

struct TextStyle {
    bool colour = false;  ///< ANSI colours, for a terminal that has them
    int width = 100;      ///< sentences wrap here; tables take what they need
};

/// Aligned columns for a terminal. Control characters of labels are shown as spaces, so a design cannot drive one.
std::string writeText(const Document& document, const TextStyle& style = {});
/// GitHub's Markdown.
std::string writeMarkdown(const Document& document);

/// One row of RFC 4180, with its line end. Texts that a spreadsheet would run as a formula get an apostrophe.
std::string csvRow(const std::vector<std::string>& cells);
/// Columns a text takes on a terminal: wide characters two, combining ones none.
int displayWidth(std::string_view text);

}  // namespace plimsoll
