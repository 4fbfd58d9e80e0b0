// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/text/language.h"

#include "app/desktop/text/pseudo_translator.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtCore/QPointer>
#include <QtCore/QSettings>
#include <QtCore/QTranslator>

#include <algorithm>

// A static library's resources are dropped by the linker unless someone asks for them, from outside any namespace.
static void keepCatalogues()
{
    Q_INIT_RESOURCE(translations);
}

namespace plimsoll {

namespace {

constexpr auto kChoiceKey = "language";
const QString kCatalogues = QStringLiteral(":/plimsoll/translations/");

QString languageOf(const QString& code)
{
    return code.section(QLatin1Char{'-'}, 0, 0).section(QLatin1Char{'_'}, 0, 0);
}

/// Catalogues beside English, as codes.
QStringList catalogues()
{
    QStringList codes;
    for (const QString& file : QDir{kCatalogues}.entryList({QStringLiteral("plimsoll_*.qm")}, QDir::Files))
        if (const QString code = file.mid(9).chopped(3); code != QLatin1String{"en"})
            codes.append(code);
    return codes;
}

/// The first of the reader's own languages there are words in.
QString systemLanguage()
{
    const QStringList known = catalogues();
    for (const QString& each : QLocale::system().uiLanguages()) {
        const QString code = languageOf(each);
        if (code == QLatin1String{"en"} || known.contains(code))
            return code;
    }
    return QStringLiteral("en");
}

/// Numbers follow the reader's country where it speaks the language, else the language's own.
QLocale localeFor(const QString& choice, const QString& code)
{
    const QLocale system = QLocale::system();
    if (choice.isEmpty() || languageOf(system.name()) == code)
        return system;
    return QLocale{code};
}

}  // namespace

Language& Language::current()
{
    static QPointer<Language> language;
    if (!language)
        language = new Language{qApp};
    return *language;
}

Language::Language(QObject* parent) : QObject{parent}
{
    keepCatalogues();
    m_choice = QSettings{}.value(QLatin1String{kChoiceKey}).toString();
    const QList<Choice> known = offered();
    // A catalogue that another version had is no reason to show nothing.
    if (std::none_of(known.begin(), known.end(),
                     [this](const Choice& each) { return each.code == m_choice; }))
        m_choice.clear();
}

Language::~Language() = default;

QList<Language::Choice> Language::offered()
{
    QList<Choice> choices{{QString{}, tr("Like the system")},
                          {QStringLiteral("en"), QStringLiteral("English")}};
    for (const QString& code : catalogues())
        choices.append({code, QLocale{code}.nativeLanguageName()});
    if (qEnvironmentVariableIsSet("PLIMSOLL_PSEUDO_LANGUAGE"))
        choices.append({pseudo(), QStringLiteral("Pseudo")});
    return choices;
}

void Language::install(std::unique_ptr<QTranslator> translator)
{
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

void Language::apply()
{
    for (const auto& each : m_translators)
        QCoreApplication::removeTranslator(each.get());
    m_translators.clear();

    const bool isPseudo = m_choice == pseudo();
    m_code = m_choice.isEmpty() ? systemLanguage() : isPseudo ? QStringLiteral("en") : m_choice;
    QLocale::setDefault(localeFor(m_choice, m_code));
    if (isPseudo) {
        install(std::make_unique<PseudoTranslator>());
    } else {
        // Qt's own words first: what is installed later is asked first.
        if (auto own = std::make_unique<QTranslator>(); own->load(
                QStringLiteral("qtbase_%1").arg(m_code), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            install(std::move(own));
        if (auto words = std::make_unique<QTranslator>();
            words->load(kCatalogues + QStringLiteral("plimsoll_%1.qm").arg(m_code)))
            install(std::move(words));
    }
    emit changed();
}

void Language::setChoice(const QString& code, Remember remember)
{
    if (remember == Remember::Yes)
        QSettings{}.setValue(QLatin1String{kChoiceKey}, code);
    if (code == m_choice)
        return;
    m_choice = code;
    apply();
}

}  // namespace plimsoll
