// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/sentence_words.h"

#include "app/desktop/text/format.h"
#include "model/catalog/connection_parameters.h"
#include "model/catalog/connection_sentence.h"

#include <algorithm>

namespace plimsoll {

namespace {

/// Other values of the parameter, of which one may show in the sentence.
std::vector<ParameterValue> othersOf(const ParameterSpec& spec, const ParameterValue& now)
{
    std::vector<ParameterValue> others;
    switch (spec.type) {
    case ParameterType::Integer:
    case ParameterType::Real:
        for (const double step : {1.0, -1.0, 7.0}) {
            const double value = asNumber(now, spec.minimum) + step;
            if (value >= spec.minimum && value <= spec.maximum)
                others.push_back(spec.type == ParameterType::Integer
                                     ? ParameterValue{static_cast<std::int64_t>(value)}
                                     : ParameterValue{value});
        }
        break;
    case ParameterType::Boolean:
        others.push_back(asNumber(now, 0) == 0);
        break;
    case ParameterType::Choice:
        for (const ParameterChoice& choice : spec.choices)
            if (choice.value != toString(now))
                others.push_back(choice.value);
        break;
    case ParameterType::Text:
    case ParameterType::Structured:
        break;
    }
    return others;
}

/// The whole words of `text` that `other` has differently; nothing where it only says more.
SentenceWords changedWords(const QString& text, const QString& other)
{
    qsizetype same = 0, sameEnd = 0;
    const qsizetype shorter = std::min(text.size(), other.size());
    while (same < shorter && text[same] == other[same])
        ++same;
    while (sameEnd < shorter - same && text[text.size() - 1 - sameEnd] == other[other.size() - 1 - sameEnd])
        ++sameEnd;
    qsizetype start = same, stop = text.size() - sameEnd;
    if (stop <= start)
        return {start, 0, {}};
    while (start > 0 && !text[start - 1].isSpace())
        --start;
    while (stop < text.size() && !text[stop].isSpace() && text[stop] != u',')
        ++stop;
    while (start < stop && (text[start].isSpace() || text[start] == u',' || text[start] == u';'))
        ++start;
    while (stop > start && (text[stop - 1].isSpace() || text[stop - 1] == u',' || text[stop - 1] == u';'))
        --stop;
    return {start, stop - start, {}};
}

bool overlaps(const SentenceWords& a, const SentenceWords& b)
{
    return a.start < b.start + b.length && b.start < a.start + a.length;
}

}  // namespace

QList<SentenceWords> sentenceWords(const Connection& connection, const Design& design,
                                   const ServiceCatalog& catalog, const QString& text)
{
    const Component* from = findComponent(design, connection.from);
    const Component* to = findComponent(design, connection.to);
    const ServiceSpec* fromSpec = from ? catalog.find(from->service) : nullptr;
    const ServiceSpec* toSpec = to ? catalog.find(to->service) : nullptr;
    QList<SentenceWords> found;
    if (!fromSpec || !toSpec)
        return found;
    for (const ParameterSpec& spec :
         connectionParameters(kindOf(connection, *fromSpec, *toSpec), *fromSpec, *toSpec)) {
        // Another kind is another sentence.
        if (spec.id == "kind")
            continue;
        const auto own = connection.parameters.find(spec.id);
        const ParameterValue now = own == connection.parameters.end() ? spec.defaultValue : own->second;
        for (const ParameterValue& value : othersOf(spec, now)) {
            Connection changed = connection;
            changed.parameters[spec.id] = value;
            SentenceWords words = changedWords(text, coreText(connectionSentence(changed, design, catalog)));
            if (words.length == 0)
                continue;
            words.parameter = QString::fromStdString(spec.id);
            found.append(words);
            break;
        }
    }
    // The names of the two ends are nobody's to change here; a longer stretch leaves shorter ones their words.
    QList<SentenceWords> taken;
    for (const Component* end : {from, to})
        if (const QString name = QString::fromStdString(end->label); !name.isEmpty())
            if (const qsizetype at = text.indexOf(name); at >= 0)
                taken.append({at, name.size(), {}});
    std::stable_sort(found.begin(), found.end(),
                     [](const SentenceWords& a, const SentenceWords& b) { return a.length < b.length; });
    for (SentenceWords words : found) {
        for (const SentenceWords& other : taken)
            if (overlaps(words, other)) {
                if (other.start <= words.start) {
                    const qsizetype stop = words.start + words.length;
                    words.start = std::min(stop, other.start + other.length);
                    words.length = stop - words.start;
                } else {
                    words.length = other.start - words.start;
                }
            }
        while (words.length > 0 && text[words.start].isSpace()) {
            ++words.start;
            --words.length;
        }
        while (words.length > 0 && text[words.start + words.length - 1].isSpace())
            --words.length;
        if (words.length > 0)
            taken.append(words);
    }
    taken.removeIf([](const SentenceWords& words) { return words.parameter.isEmpty(); });
    std::sort(taken.begin(), taken.end(),
              [](const SentenceWords& a, const SentenceWords& b) { return a.start < b.start; });
    return taken;
}

}  // namespace plimsoll
