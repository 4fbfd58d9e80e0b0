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
};

/// How a row or a sentence should catch the eye; colour where there is any, never the only sign.
enum class Tone { Plain, Good, Bad, Quiet, Strong };

struct Row {
    std::vector<std::string> cells;  ///< one per column
    Tone tone = Tone::Plain;
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

struct Section {
    std::string title;
    std::vector<Paragraph> before;
    Table table;
    std::vector<Paragraph> after;
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
