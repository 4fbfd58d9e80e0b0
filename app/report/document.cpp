// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/document.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace plimsoll {

namespace {

/// One code point from `text` at `at`, which moves on; a broken sequence is one unknown character per byte.
char32_t nextCodePoint(std::string_view text, std::size_t& at)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(at++);
    int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    if (first < 0x80)
        return first;
    if (more == 0 || at + static_cast<std::size_t>(more) > text.size())
        return 0xFFFD;
    char32_t code = first & (0x3F >> more);
    for (; more > 0; --more)
        code = code << 6 | (byte(at++) & 0x3F);
    return code;
}

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3)
           || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60)
           || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF)
           || (c >= 0x20000 && c <= 0x3FFFD);
}

bool isCombining(char32_t c)
{
    return (c >= 0x0300 && c <= 0x036F) || c == 0x200B || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F);
}

/// Without control characters: line breaks would tear a table, escape sequences would drive a terminal.
std::string plain(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<std::uint8_t>(text[i]);
        // The second byte of C1 controls (U+0080 to U+009F) follows 0xC2.
        const bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<std::uint8_t>(text[i + 1]) < 0xA0;
        if (byte < 0x20 || byte == 0x7F || c1) {
            result += ' ';
            i += c1 ? 1 : 0;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string painted(const std::string& text, Tone tone, const TextStyle& style)
{
    if (!style.colour || tone == Tone::Plain || text.empty())
        return text;
    const char* code = tone == Tone::Good ? "32" : tone == Tone::Bad ? "31" : tone == Tone::Quiet ? "2" : "1";
    return std::string{"\x1b["} + code + "m" + text + "\x1b[0m";
}

std::string padded(const std::string& text, int width, Align align)
{
    const auto missing = static_cast<std::size_t>(std::max(0, width - displayWidth(text)));
    return align == Align::Right ? std::string(missing, ' ') + text : text + std::string(missing, ' ');
}

/// Words on lines of at most `width` columns; later lines are indented by `hang`.
std::string wrapped(const std::string& text, int width, int indent, int hang)
{
    std::string result;
    int column = indent;
    bool first = true;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        at = end + 1;
        if (word.empty())
            continue;
        const int size = displayWidth(word);
        if (!first && column + 1 + size > width) {
            result += "\n" + std::string(static_cast<std::size_t>(hang), ' ');
            column = hang;
        } else if (!first) {
            result += ' ';
            ++column;
        }
        result += word;
        column += size;
        first = false;
    }
    return result;
}

void appendText(const Paragraph& paragraph, const TextStyle& style, std::string& text)
{
    const std::string mark = paragraph.mark.empty() ? "" : plain(paragraph.mark) + " ";
    const int indent = 2 + displayWidth(mark);
    text +=
        "  "
        + painted(mark + wrapped(plain(paragraph.text), style.width, indent, indent), paragraph.tone, style)
        + "\n";
}

void appendText(const Table& table, const TextStyle& style, std::string& text)
{
    if (table.rows.empty())
        return;
    std::vector<int> widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        int width = displayWidth(plain(table.columns[i].title));
        for (const Row& row : table.rows)
            if (i < row.cells.size())
                width = std::max(width, displayWidth(plain(row.cells[i])));
        widths.push_back(width);
    }
    const auto line = [&](const std::vector<std::string>& cells, Tone tone) {
        std::string out;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            out += (i > 0 ? "  " : "")
                   + padded(i < cells.size() ? plain(cells[i]) : "", widths[i], table.columns[i].align);
        out.erase(out.find_last_not_of(' ') + 1);
        text += "  " + painted(out, tone, style) + "\n";
    };
    std::vector<std::string> titles;
    bool anyTitle = false;
    for (const Column& column : table.columns) {
        titles.push_back(column.title);
        anyTitle = anyTitle || !column.title.empty();
    }
    if (anyTitle)
        line(titles, Tone::Quiet);
    for (const Row& row : table.rows)
        line(row.cells, row.tone);
}

}  // namespace

int displayWidth(std::string_view text)
{
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = nextCodePoint(text, at);
        width += isWide(code) ? 2 : isCombining(code) ? 0 : 1;
    }
    return width;
}

std::string writeText(const Document& document, const TextStyle& style)
{
    std::string text;
    if (!document.title.empty())
        text += painted(plain(document.title), Tone::Strong, style) + "\n";
    for (const std::string& subtitle : document.subtitles)
        text += painted(wrapped(plain(subtitle), style.width, 0, 0), Tone::Quiet, style) + "\n";
    for (const Section& section : document.sections) {
        if (!text.empty())
            text += "\n";
        if (!section.title.empty())
            text += painted(plain(section.title), Tone::Strong, style) + "\n";
        for (const Paragraph& paragraph : section.before)
            appendText(paragraph, style, text);
        appendText(section.table, style, text);
        for (const Paragraph& paragraph : section.after)
            appendText(paragraph, style, text);
    }
    return text;
}

namespace {

/// Text that Markdown shows as it is.
std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : plain(text)) {
        switch (c) {
        case '<':
            result += "&lt;";
            break;
        case '&':
            result += "&amp;";
            break;
        case '|':
        case '\\':
        case '`':
        case '*':
        case '_':
        case '[':
        case ']':
            result += '\\';
            [[fallthrough]];
        default:
            result += c;
        }
    }
    return result;
}

void appendMarkdown(const Paragraph& paragraph, std::string& text)
{
    // A mark makes it an item of a list; "!" and the like would mean nothing there.
    if (!paragraph.mark.empty())
        text += "- " + escaped(paragraph.text) + "\n";
    else
        text += escaped(paragraph.text) + "\n\n";
}

}  // namespace

std::string writeMarkdown(const Document& document)
{
    std::string text;
    if (!document.title.empty())
        text += "# " + escaped(document.title) + "\n\n";
    for (const std::string& subtitle : document.subtitles)
        text += escaped(subtitle) + "\n\n";
    for (const Section& section : document.sections) {
        if (!section.title.empty())
            text += "## " + escaped(section.title) + "\n\n";
        for (const Paragraph& paragraph : section.before)
            appendMarkdown(paragraph, text);
        if (!section.table.rows.empty()) {
            std::string head = "|", rule = "|";
            for (const Column& column : section.table.columns) {
                head += " " + escaped(column.title) + " |";
                rule += column.align == Align::Right ? " ---: |" : " --- |";
            }
            text += head + "\n" + rule + "\n";
            for (const Row& row : section.table.rows) {
                text += "|";
                for (std::size_t i = 0; i < section.table.columns.size(); ++i)
                    text += " " + (i < row.cells.size() ? escaped(row.cells[i]) : "") + " |";
                text += "\n";
            }
            text += "\n";
        }
        for (const Paragraph& paragraph : section.after)
            appendMarkdown(paragraph, text);
        if (!text.ends_with("\n\n"))
            text += "\n";
    }
    while (text.ends_with("\n\n"))
        text.pop_back();
    return text;
}

namespace {

bool isNumber(const std::string& text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

std::string csvRow(const std::vector<std::string>& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::string cell = cells[i];
        if (!cell.empty() && std::string_view{"=+-@\t\r"}.find(cell.front()) != std::string_view::npos
            && !isNumber(cell))
            cell.insert(0, "'");
        if (cell.find_first_of(",\"\r\n") != std::string::npos) {
            for (std::size_t at = 0; (at = cell.find('"', at)) != std::string::npos; at += 2)
                cell.insert(at, "\"");
            cell = "\"" + cell + "\"";
        }
        line += (i > 0 ? "," : "") + cell;
    }
    return line + "\r\n";
}

}  // namespace plimsoll
