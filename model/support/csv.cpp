// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/csv.h"

namespace plimsoll {

namespace {

class CsvReader {
public:
    explicit CsvReader(std::string_view text) : m_text{text} {}

    Result<std::vector<CsvRow>> read()
    {
        std::vector<CsvRow> rows;
        while (m_at < m_text.size()) {
            m_row.clear();
            const int line = m_line;
            while (true) {
                if (Status field = readField(); !field)
                    return field.error();
                if (m_at < m_text.size() && m_text[m_at] == ',') {
                    ++m_at;
                    continue;
                }
                break;
            }
            skipLineEnd();
            if (!rows.empty() && m_row.size() != rows.front().size())
                return Error{std::to_string(line) + ":1",
                             "row has " + std::to_string(m_row.size()) + " fields where the first row has "
                                 + std::to_string(rows.front().size()),
                             "quote fields that contain commas"};
            rows.push_back(std::move(m_row));
        }
        return rows;
    }

private:
    bool atFieldEnd() const
    {
        return m_at == m_text.size() || m_text[m_at] == ',' || m_text[m_at] == '\n'
               || (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n');
    }

    Status readField()
    {
        std::string field;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            const std::string opened = place();
            ++m_at;
            while (true) {
                if (m_at == m_text.size())
                    return Error{opened, "this quoted field never ends", "add the closing quote"};
                const char c = m_text[m_at++];
                if (c == '\n') {
                    ++m_line;
                    m_lineStart = m_at;
                }
                if (c != '"') {
                    field += c;
                } else if (m_at < m_text.size() && m_text[m_at] == '"') {
                    field += '"';
                    ++m_at;
                } else {
                    break;
                }
            }
            if (!atFieldEnd())
                return Error{place(), "text after a closing quote", "double the quotes inside a field"};
        } else {
            for (; !atFieldEnd(); ++m_at) {
                if (m_text[m_at] == '"')
                    return Error{place(), "a quote inside a field that is not quoted",
                                 "quote the whole field"};
                field += m_text[m_at];
            }
        }
        m_row.push_back(std::move(field));
        return Done{};
    }

    void skipLineEnd()
    {
        if (m_at < m_text.size() && m_text[m_at] == '\r')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == '\n') {
            ++m_at;
            ++m_line;
            m_lineStart = m_at;
        }
    }

    std::string place() const
    {
        return std::to_string(m_line) + ":" + std::to_string(m_at - m_lineStart + 1);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_lineStart = 0;
    int m_line = 1;
    CsvRow m_row;
};

}  // namespace

Result<std::vector<CsvRow>> readCsv(std::string_view text)
{
    return CsvReader{text}.read();
}

}  // namespace plimsoll
