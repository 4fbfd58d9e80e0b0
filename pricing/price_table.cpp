// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/price_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace plimsoll {

namespace {

using Fields = std::vector<std::string_view>;

/// The parts of a text between separators: one more than there are separators.
void split(std::string_view text, char separator, Fields& parts)
{
    parts.clear();
    for (std::size_t at = 0;;) {
        const std::size_t end = text.find(separator, at);
        parts.push_back(text.substr(at, end - at));
        if (end == std::string_view::npos)
            return;
        at = end + 1;
    }
}

bool readNumber(std::string_view text, double& value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && value >= 0;
}

class Table {
public:
    /// False where the line is not what the script writes.
    bool read(std::string_view line)
    {
        split(line, '\t', m_fields);
        const std::string_view kind = m_fields.front();
        if (kind == "price" && m_fields.size() == 13)
            return readPrice();
        if (kind == "commitment" && m_fields.size() == 9)
            return readCommitment();
        if (kind == "text" && m_fields.size() == 2) {
            m_texts.push_back(m_fields[1]);
            return true;
        }
        if (kind == "plimsoll-price-table" && m_fields.size() == 5 && m_fields[1] == "1") {
            book.id = m_fields[2];
            book.region = m_fields[3];
            book.asOf = m_fields[4];
            return true;
        }
        if (kind == "counted" && m_fields.size() == 2) {
            book.countedMeters.emplace_back(m_fields[1]);
            return true;
        }
        return kind == "hours" && m_fields.size() == 3
               && readNumber(m_fields[2], book.hoursByService[std::string{m_fields[1]}]);
    }

    PriceBook book;

private:
    bool readPrice()
    {
        Price price;
        price.meter = m_fields[1];
        price.unit = m_fields[2];
        price.description = m_fields[3];
        price.asOf = m_fields[4];
        price.confidence = m_fields[6];
        price.note = m_fields[7];
        price.freePool = m_fields[10];
        double& free = m_fields[8] == "held" ? price.freeHeld : price.freePerMonth;
        if (!readText(m_fields[5], price.source) || !readNumber(m_fields[9], free)
            || !readText(m_fields[11], price.freeNote) || !readTiers(m_fields[12], price.tiers))
            return false;
        // The script sorts by meter, so that each belongs at the end.
        const std::size_t before = book.prices.size();
        m_latest = &book.prices.emplace_hint(book.prices.end(), price.meter, std::move(price))->second;
        return book.prices.size() == before + 1;
    }

    /// Of the price in the line before.
    bool readCommitment()
    {
        CommitmentRate rate;
        const std::optional<Term> term = termOf(m_fields[1]);
        const std::optional<Money> hourly = Money::parse(m_fields[4]), upfront = Money::parse(m_fields[5]);
        rate.name = m_fields[2];
        rate.asOf = m_fields[6];
        rate.confidence = m_fields[8];
        if (!m_latest || !term || !hourly || !upfront || !readNumber(m_fields[3], rate.pack)
            || !readText(m_fields[7], rate.source))
            return false;
        rate.term = *term;
        rate.perMillionUnits = *hourly;
        rate.upfrontPerMillionUnits = *upfront;
        m_latest->commitments.push_back(std::move(rate));
        return true;
    }

    bool readText(std::string_view field, std::string& text) const
    {
        double number = 0;
        if (field == "-")
            return true;
        if (!readNumber(field, number) || number >= static_cast<double>(m_texts.size()))
            return false;
        text = m_texts[static_cast<std::size_t>(number)];
        return true;
    }

    bool readTiers(std::string_view field, std::vector<PriceTier>& tiers)
    {
        Fields each;
        split(field, ';', each);
        for (const std::string_view text : each) {
            split(text, ' ', m_tier);
            if (m_tier.size() != 3)
                return false;
            PriceTier tier;
            double to = 0;
            const std::optional<Money> money = Money::parse(m_tier[2]);
            if (!readNumber(m_tier[0], tier.from) || (m_tier[1] != "-" && !readNumber(m_tier[1], to))
                || !money)
                return false;
            if (m_tier[1] != "-")
                tier.to = to;
            tier.perMillionUnits = *money;
            tiers.push_back(tier);
        }
        return true;
    }

    Price* m_latest = nullptr;  ///< the price read last
    std::vector<std::string_view> m_texts;
    Fields m_fields, m_tier;
};

}  // namespace

Result<PriceBook> readPriceTable(std::string_view table)
{
    Table reading;
    std::size_t number = 0;
    while (!table.empty()) {
        ++number;
        const std::size_t end = std::min(table.find('\n'), table.size());
        if (!reading.read(table.substr(0, end)))
            return Error{fmt::format("line {}", number), "is not what the price book is made of",
                         "build the program again"};
        table.remove_prefix(std::min(end + 1, table.size()));
    }
    if (reading.book.id.empty())
        return Error{"line 1", "the price book is empty", "build the program again"};
    return std::move(reading.book);
}

}  // namespace plimsoll
