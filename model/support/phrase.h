// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

/// One named place of a phrase: how it reads in English, and, where it is a number, its value and what it counts, so that
/// another language or locale can write it its own way.
struct PhraseArgument {
    /// What `value` is: nothing for a name, a count or measure, a share (0.62 reads 62%), US dollars.
    enum class Kind { Name, Number, Share, Dollars };
    std::string name;
    Kind kind = Kind::Name;
    std::string text;  ///< in English
    double value = 0;
    friend bool operator==(const PhraseArgument&, const PhraseArgument&) = default;
};

/// "Orders", as it is.
PhraseArgument inWords(std::string name, std::string text);
/// "10,799,448", three significant digits where there is a fraction.
PhraseArgument inFigures(std::string name, double value);
PhraseArgument inFigures(std::string name, std::uint64_t value);
/// All its digits: "0.25".
PhraseArgument inDigits(std::string name, double value);
/// "62%", "<0.1%" of a share such as 0.62.
PhraseArgument inPercent(std::string name, double share);

/// Something the core says, such as "{component} refused {share} of {offered} {offered|record|records}": a pattern in
/// English with named places, and what stands in them. A place with alternatives takes the first where its argument is
/// one, else the second. It becomes a sentence only where it is shown. Parts that may be left out are phrases of their
/// own, added one after the other.
class Phrase {
public:
    struct Part {
        std::string pattern;
        std::vector<PhraseArgument> arguments;
        friend bool operator==(const Part&, const Part&) = default;
    };

    Phrase() = default;
    /// A place that no argument names is a mistake of the caller's and stays as it is written.
    Phrase(std::string pattern, std::initializer_list<PhraseArgument> arguments);
    /// Nothing in it stands for something else.
    Phrase(const char* pattern);  // NOLINT(google-explicit-constructor): a plain sentence is a phrase

    /// What somebody else has already put into words, kept as it is.
    static Phrase verbatim(std::string text);

    Phrase& operator+=(const Phrase& more);
    friend Phrase operator+(Phrase a, const Phrase& b) { return a += b; }

    const std::vector<Part>& parts() const { return m_parts; }
    const std::string& english() const { return m_english; }
    bool empty() const { return m_english.empty(); }
    friend bool operator==(const Phrase&, const Phrase&) = default;

private:
    std::vector<Part> m_parts;
    std::string m_english;
};

/// The pattern with its places filled; `pattern` may be a translation, `text` writes an argument.
template <typename Write>
std::string filled(std::string_view pattern, const std::vector<PhraseArgument>& arguments, Write&& text)
{
    std::string sentence;
    for (;;) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        sentence += pattern.substr(0, close == std::string_view::npos ? close : open);
        if (close == std::string_view::npos)
            return sentence;
        const std::string_view place = pattern.substr(open + 1, close - open - 1);
        pattern.remove_prefix(close + 1);
        const std::string_view name = place.substr(0, place.find('|'));
        const PhraseArgument* found = nullptr;
        for (const PhraseArgument& each : arguments)
            if (each.name == name)
                found = &each;
        if (!found) {
            sentence += '{';
            sentence += place;
            sentence += '}';
        } else if (name.size() == place.size()) {
            sentence += text(*found);
        } else {
            const std::string_view forms = place.substr(name.size() + 1);
            const std::size_t bar = forms.find('|');
            sentence += found->value == 1 || bar == std::string_view::npos ? forms.substr(0, bar)
                                                                           : forms.substr(bar + 1);
        }
    }
}

}  // namespace plimsoll
