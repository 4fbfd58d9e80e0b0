// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/text/format.h"
#include "app/desktop/text/language.h"
#include "app/desktop/text/users_names.h"
#include "translations/core_texts.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace plimsoll {

namespace {

const QString kComma = QStringLiteral(", ");

QSet<QString>& usersNames()
{
    static QSet<QString> names;
    return names;
}

/// Where a sentence ends and the next begins, which may begin with a figure.
const QRegularExpression& sentenceEnd()
{
    static const QRegularExpression end{QStringLiteral(R"(\. (?=[A-Z0-9$]))")};
    return end;
}

/// In the reader's language; nothing where the catalogues do not list it.
std::optional<QString> listed(const QString& english)
{
    const QByteArray source = english.toUtf8();
    QString text = QCoreApplication::translate("core", source.constData());
    return text == english ? std::nullopt : std::optional{std::move(text)};
}

/// "r7g.large", "db.m5.xlarge".
bool isInstanceType(const QString& text)
{
    return text.contains(u'.') && !text.contains(u' ') && text.front().isLetter()
           && std::any_of(text.begin(), text.end(), [](QChar each) { return each.isDigit(); });
}

/// "1,339.96" as the locale writes it.
QString localised(QString english)
{
    const QLocale locale = Format{}.locale();
    for (QChar& each : english)
        if (each == u',')
            each = locale.groupSeparator().at(0);
        else if (each == u'.')
            each = locale.decimalPoint().at(0);
    return english;
}

QString said(const QString& english, int depth);

/// A figure with whatever unit stands behind it: "$1,339.96", "62%", "3 shards".
std::optional<QString> figureOf(const QString& english, int depth)
{
    static const QRegularExpression figure{
        QStringLiteral(R"(^([-+~<]?\$?)(\d[\d,]*(?:\.\d+)?)(%?)(?: ([^\d].*))?$)")};
    const QRegularExpressionMatch match = figure.match(english);
    if (!match.hasMatch())
        return {};
    QString sign = match.captured(1);
    QString text = localised(match.captured(2));
    // A share stands as the window's own do: "62 %" in German.
    if (const QString percent = match.captured(3); !percent.isEmpty()) {
        const QString half = Format{}.percent(0.5);
        text += half.size() > 2 && half[2].isSpace() ? half[2] + percent : percent;
    }
    // An amount stands as the window's own do: "1.340 $" in German.
    if (sign.endsWith(u'$') && Format{}.locale().toCurrencyString(1.0, QStringLiteral("$")).endsWith(u'$')) {
        sign.chop(1);
        text += QStringLiteral("\u00a0$");
    }
    text.prepend(sign);
    if (const QString unit = match.captured(4); !unit.isEmpty())
        text += u' ' + said(unit, depth + 1);
    return text;
}

/// A sentence the core has put together, as its catalogue lists it: "{} binds on {} ({}).".
class Pattern {
public:
    explicit Pattern(const QString& english) : m_english{english}
    {
        static const QRegularExpression place{QStringLiteral(R"(\{([^}]*)\})")};
        m_pieces = english.split(place);
        for (auto match = place.globalMatch(english); match.hasNext();)
            m_names.append(match.next().captured(1));
        for (const QString& each : std::as_const(m_pieces))
            m_weight += each.size();
    }
    /// How much of it is not a place: what says most about a sentence fits it best.
    qsizetype weight() const { return m_weight; }
    /// What stands in the places of this sentence; nothing where it is not of this pattern.
    std::optional<QStringList> match(const QString& sentence) const
    {
        if (!sentence.startsWith(m_pieces.front()) || !sentence.endsWith(m_pieces.back()))
            return {};
        QStringList found;
        qsizetype at = m_pieces.front().size();
        for (qsizetype piece = 1; piece < m_pieces.size(); ++piece) {
            const bool isLast = piece + 1 == m_pieces.size();
            const qsizetype end =
                isLast ? sentence.size() - m_pieces[piece].size() : sentence.indexOf(m_pieces[piece], at + 1);
            if (end <= at)
                return {};
            found.append(sentence.mid(at, end - at));
            at = end + m_pieces[piece].size();
        }
        // A place holds a part of a sentence. One of few words, such as "{} by {}", fits much that it does not mean.
        constexpr qsizetype kTelling = 9, kMostWords = 4;
        for (const QString& each : std::as_const(found))
            if (each.contains(sentenceEnd())
                || (m_weight < kTelling && (each.count(u' ') >= kMostWords || each.contains(u':'))))
                return {};
        return found;
    }
    QString filled(const QStringList& found, int depth) const
    {
        static const QRegularExpression place{QStringLiteral(R"(\{([^}]*)\})")};
        const QString pattern = listed(m_english).value_or(m_english);
        QString text;
        qsizetype at = 0, next = 0;
        for (auto match = place.globalMatch(pattern); match.hasNext();) {
            const QRegularExpressionMatch each = match.next();
            // A translation that turns the order round numbers its places from 1.
            const qsizetype named = each.captured(1).isEmpty() ? -1 : m_names.indexOf(each.captured(1));
            const int number = each.captured(1).toInt();
            const qsizetype which = named >= 0 ? named : number > 0 ? number - 1 : next++;
            text += pattern.mid(at, each.capturedStart() - at) + said(found.value(which), depth + 1);
            at = each.capturedEnd();
        }
        return text + pattern.mid(at);
    }

private:
    QString m_english;
    QStringList m_pieces, m_names;
    qsizetype m_weight = 0;
};

const std::vector<Pattern>& patterns()
{
    static const std::vector<Pattern> all = [] {
        std::vector<Pattern> found;
        for (const char* const each : kCoreTexts)
            if (const QString english = QString::fromUtf8(each);
                english.contains(u'{') && !english.contains(u'|'))
                if (Pattern pattern{english}; pattern.weight() > 2)
                    found.push_back(std::move(pattern));
        std::stable_sort(found.begin(), found.end(),
                         [](const Pattern& a, const Pattern& b) { return a.weight() > b.weight(); });
        return found;
    }();
    return all;
}

/// What a component counted, "Consumer: invocations 5,906, records per invocation 388": names, and a figure each.
std::optional<QString> factsOf(const QString& english, int depth)
{
    static const QRegularExpression fact{QStringLiteral(R"(^([^\d:]+) ([-~<]?\$?\d\S*(?: [a-z/%]+)?)$)")};
    const qsizetype colon = english.indexOf(QLatin1String{": "});
    if (colon < 0)
        return {};
    QStringList texts;
    for (const QString& each : english.mid(colon + 2).split(kComma)) {
        const QRegularExpressionMatch match = fact.match(each);
        const auto name = match.hasMatch() ? listed(match.captured(1)) : std::nullopt;
        if (!name)
            return {};
        texts.append(*name + u' ' + said(match.captured(2), depth + 1));
    }
    return english.left(colon + 2) + texts.join(kComma);
}

/// The sentence, or the part of one, in the reader's language as far as the catalogues know it.
QString said(const QString& english, int depth)
{
    constexpr int kDeepest = 8;
    if (english.isEmpty() || depth > kDeepest || (depth > 0 && usersNames().contains(english)))
        return english;
    if (const auto text = listed(english))
        return *text;
    // Parts of a sentence are put together with the signs between them.
    for (const auto* sign : {": ", " "})
        if (const QLatin1String lead{sign}; english.startsWith(lead))
            return lead + said(english.mid(lead.size()), depth + 1);
    // "(3.3%)" behind what it is of.
    if (depth > 0 && english.startsWith(u'(') && english.indexOf(u')') == english.size() - 1)
        return u'(' + said(english.mid(1).chopped(1), depth + 1) + u')';
    // "AWS gives no figure: https://..." is listed without the address.
    if (const qsizetype address = english.indexOf(QLatin1String{"https://"}); address >= 0)
        return address == 0 ? english : said(english.left(address), depth + 1) + english.mid(address);
    // "Instance hours, r7g.large, with standby" is listed by its parts: types of instances are no words.
    const QStringList parts = english.split(kComma);
    if (std::any_of(parts.begin(), parts.end(), isInstanceType)) {
        QStringList texts;
        for (const QString& part : parts)
            texts.append(listed(part).value_or(part));
        return texts.join(kComma);
    }
    if (const auto text = factsOf(english, depth))
        return *text;
    for (const Pattern& pattern : patterns())
        if (const auto found = pattern.match(english))
            return pattern.filled(*found, depth);
    if (const auto text = figureOf(english, depth))
        return *text;
    if (english.endsWith(u'.') && depth > 0)
        return said(english.chopped(1), depth + 1) + u'.';
    // Several sentences are each of a pattern of their own.
    if (const qsizetype stop = english.indexOf(sentenceEnd()); stop > 0)
        return said(english.left(stop + 1), depth + 1) + u' ' + said(english.mid(stop + 2), depth + 1);
    if (const qsizetype clause = english.indexOf(QLatin1String{"; "}); clause > 0)
        return said(english.left(clause), depth + 1) + english.mid(clause, 2)
               + said(english.mid(clause + 2), depth + 1);
    // "Firehose: Data from a Kinesis stream": whose, and what.
    if (const qsizetype colon = english.indexOf(QLatin1String{": "}); colon > 0)
        if (const auto what = listed(english.mid(colon + 2)))
            return english.left(colon + 2) + *what;
    if (depth == 0)
        return english;
    // Within a sentence the name of a limit begins with a small letter.
    if (const auto text = listed(english.left(1).toUpper() + english.mid(1)))
        return *text;
    if (const qsizetype colon = english.indexOf(QLatin1String{": "}); colon > 0 && parts.size() == 1)
        return said(english.left(colon), depth + 1) + english.mid(colon, 2)
               + said(english.mid(colon + 2), depth + 1);
    if (parts.size() == 1)
        return english;
    QStringList texts;
    for (const QString& part : parts)
        texts.append(said(part, depth + 1));
    return texts.join(kComma);
}

/// What stands in these places is what the user calls something: no text of ours, even where it reads like one.
bool isUsersName(const PhraseArgument& argument)
{
    for (const char* const each : {"component", "from", "to", "reader", "receiver", "other", "hottest"})
        if (argument.name == each)
            return true;
    return false;
}

}  // namespace

UsersNames::UsersNames(QSet<QString> names) : m_before{std::exchange(usersNames(), std::move(names))} {}

UsersNames::~UsersNames()
{
    usersNames() = std::move(m_before);
}

QString coreText(const std::string& english)
{
    // Names and units are said thousands of times, and to find that no sentence is of their pattern takes longest.
    constexpr std::size_t kLongest = 48;
    constexpr qsizetype kMost = 4096;
    const bool isName =
        english.size() <= kLongest && english.find_first_of("0123456789") == std::string::npos;
    if (!isName)
        return said(QString::fromStdString(english), 0);
    thread_local QHash<QByteArray, QString> known;
    thread_local QString language;
    const Language& current = Language::current();
    if (const QString now = current.choice() + u'/' + current.code();
        now != language || known.size() > kMost) {
        known.clear();
        language = now;
    }
    const auto key = QByteArray::fromRawData(english.data(), static_cast<qsizetype>(english.size()));
    if (const auto at = known.constFind(key); at != known.cend())
        return *at;
    const QString text = said(QString::fromStdString(english), 0);
    known.insert(QByteArray::fromStdString(english), text);
    return text;
}

QString coreText(const Error& error)
{
    Error shown = error;
    shown.what = coreText(error.what).toStdString();
    shown.remedy = coreText(error.remedy).toStdString();
    return QString::fromStdString(shown.toString());
}

QString coreText(const Phrase& phrase)
{
    const auto written = [](const PhraseArgument& argument) {
        const QString text = QString::fromStdString(argument.text);
        if (isUsersName(argument))
            return argument.text;
        return (argument.kind == PhraseArgument::Kind::Name ? said(text, 1)
                                                            : figureOf(text, 1).value_or(localised(text)))
            .toStdString();
    };
    std::string sentence;
    for (const Phrase::Part& part : phrase.parts()) {
        const QString pattern = QString::fromStdString(part.pattern);
        sentence += filled(listed(pattern).value_or(pattern).toStdString(), part.arguments, written);
    }
    return QString::fromStdString(sentence);
}

}  // namespace plimsoll
