// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/text/pseudo_translator.h"

#include "translations/core_texts.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <iterator>

namespace plimsoll {

namespace {

bool isListed(const char* source)
{
    static const QSet<QByteArray> listed = [] {
        QSet<QByteArray> texts;
        for (const char* const each : kCoreTexts)
            texts.insert(each);
        return texts;
    }();
    return listed.contains(source);
}

QString accented(QChar letter)
{
    static const QString kPlain = QStringLiteral("aeiouyAEIOUY");
    static const QString kFirst = QStringLiteral("áéíóúýÁÉÍÓÚÝ");
    static const QString kSecond = QStringLiteral("àèìòùýàèìòùý");
    const qsizetype at = kPlain.indexOf(letter);
    return at < 0 ? QString{letter} : QString{kFirst[at]} + kSecond[at];
}

}  // namespace

QString PseudoTranslator::pseudo(const QString& english)
{
    // "{offered|record|records}" is a place whose words are read; a place without words, a tag, "&nbsp;" and "(*.png)"
    // are for programs.
    static const QRegularExpression kept{QStringLiteral(
        R"(%L?\d|%n|\{[^{}|]*\||\{[^{}|]*\}|</?[a-zA-Z][^<>]*>|&[a-z]+;|\(\*[^)]*\)|https?:\S+)")};
    QString text;
    qsizetype at = 0;
    const auto accent = [&](qsizetype end) {
        for (; at < end; ++at)
            text += accented(english[at]);
    };
    for (auto match = kept.globalMatch(english); match.hasNext();) {
        const QRegularExpressionMatch each = match.next();
        accent(each.capturedStart());
        text += each.captured();
        at = each.capturedEnd();
    }
    accent(english.size());
    return text;
}

QString PseudoTranslator::translate(const char* context, const char* source, const char*, int) const
{
    if (qstrcmp(context, "core") == 0 && !isListed(source))
        return {};
    return pseudo(QString::fromUtf8(source));
}

}  // namespace plimsoll
