// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTranslator>

namespace plimsoll {

/// A language nobody speaks, made of English while it is read: every vowel doubled and accented, about 40% longer. What
/// reads as plain English in it has no entry in the catalogues; what is cut in it will be cut in another language.
class PseudoTranslator final : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    /// Of the core's texts only those that catalogues list (translations/core_texts.h).
    QString translate(const char* context, const char* source, const char* disambiguation,
                      int count) const override;

    /// Places (%1, %n, {name}), tags, accelerators' marks and file patterns stay as they are.
    static QString pseudo(const QString& english);
};

}  // namespace plimsoll
