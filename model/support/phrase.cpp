// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/phrase.h"

#include "model/support/derivation.h"
#include "model/support/number_text.h"

#include <utility>

namespace plimsoll {

PhraseArgument inWords(std::string name, std::string text)
{
    return {std::move(name), PhraseArgument::Kind::Name, std::move(text), 0};
}

PhraseArgument inFigures(std::string name, double value)
{
    return {std::move(name), PhraseArgument::Kind::Number, figure(value), value};
}

PhraseArgument inFigures(std::string name, std::uint64_t value)
{
    return {std::move(name), PhraseArgument::Kind::Number, figure(value), static_cast<double>(value)};
}

PhraseArgument inDigits(std::string name, double value)
{
    return {std::move(name), PhraseArgument::Kind::Number, plainNumber(value), value};
}

PhraseArgument inPercent(std::string name, double share)
{
    return {std::move(name), PhraseArgument::Kind::Share, percent(share), share};
}

Phrase::Phrase(std::string pattern, std::initializer_list<PhraseArgument> arguments)
    : m_parts{{std::move(pattern), arguments}}
{
    const Part& part = m_parts.front();
    m_english = filled(part.pattern, part.arguments, [](const PhraseArgument& each) { return each.text; });
}

Phrase::Phrase(const char* pattern)
{
    if (*pattern != '\0')
        *this = Phrase{std::string{pattern}, {}};
}

Phrase Phrase::verbatim(std::string text)
{
    return text.empty() ? Phrase{} : Phrase{"{text}", {inWords("text", std::move(text))}};
}

Phrase& Phrase::operator+=(const Phrase& more)
{
    m_parts.insert(m_parts.end(), more.m_parts.begin(), more.m_parts.end());
    m_english += more.m_english;
    return *this;
}

}  // namespace plimsoll
