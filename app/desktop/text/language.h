// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>

#include <memory>
#include <vector>

class QTranslator;

namespace plimsoll {

/// The language of the window and the way it writes numbers. Like the theme it belongs to the application; files, command
/// line and reports for machines know nothing of it.
class Language final : public QObject {
    Q_OBJECT
public:
    struct Choice {
        QString code;  ///< "de"; empty for the system's
        QString name;  ///< as the language calls itself
    };

    /// The application's language, made on first use.
    static Language& current();
    ~Language() override;

    /// The system's, English, and whatever catalogue is compiled in; the pseudo-language where the environment names it
    /// (PLIMSOLL_PSEUDO_LANGUAGE).
    static QList<Choice> offered();
    static QString pseudo() { return QStringLiteral("x-pseudo"); }

    /// Loads the chosen language; called once at start, later changes follow by themselves.
    void apply();
    const QString& choice() const { return m_choice; }
    /// The language that is shown: "en", "de".
    const QString& code() const { return m_code; }
    /// Takes effect at once and, unless told otherwise, is remembered.
    enum class Remember { No, Yes };
    void setChoice(const QString& code, Remember remember = Remember::Yes);

Q_SIGNALS:
    /// Whoever shows words says them anew.
    void changed();

private:
    explicit Language(QObject* parent);
    void install(std::unique_ptr<QTranslator> translator);

    QString m_choice;
    QString m_code = QStringLiteral("en");
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

}  // namespace plimsoll
