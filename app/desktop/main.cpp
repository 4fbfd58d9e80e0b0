// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/render/command_renderer.h"
#include "app/desktop/shell/main_window.h"
#include "app/desktop/shell/screenshot.h"
#include "app/desktop/text/language.h"
#include "simulator/services/builtin_services.h"

#include <QtWidgets/QApplication>

#include <algorithm>
#include <cstring>
#include <iostream>

namespace {

plimsoll::ScreenshotOrder screenshotOrder(const QStringList& arguments)
{
    plimsoll::ScreenshotOrder order;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        const QString next = arguments.value(i + 1);
        const auto takes = [&](const char* option) { return argument == QLatin1String{option} && ++i; };
        if (takes("--screenshot")) {
            order.output = next;
        } else if (takes("--screenshots")) {
            order.output = next;
            order.all = true;
        } else if (takes("--theme")) {
            order.theme = next;
        } else if (takes("--overlay")) {
            order.overlay = next;
        } else if (takes("--tab")) {
            order.tab = next;
        } else if (takes("--moment")) {
            order.moment = next.toDouble();
        } else if (takes("--select")) {
            order.select = next;
        } else if (takes("--size")) {
            const QStringList sides = next.split(QLatin1Char{'x'});
            if (sides.size() == 2 && sides[0].toInt() > 0 && sides[1].toInt() > 0)
                order.size = {sides[0].toInt(), sides[1].toInt()};
        } else if (argument == QLatin1String{"--run"}) {
            order.run = true;
        } else {
            order.file = argument;
        }
    }
    return order;
}

}  // namespace

int main(int argc, char* argv[])
{
    const plimsoll::ServiceLibrary library = plimsoll::builtinServices();
    // Subcommands must work without a display, so they are told apart before there is an application.
    if (plimsoll::isCommandLine(argc, argv)) {
        plimsoll::CommandRenderer renderer{library};
        return plimsoll::runCommandLine(argc, argv, library, std::cout, std::cerr, nullptr, &renderer);
    }

    const bool screenshot = std::any_of(argv, argv + argc, [](const char* argument) {
        return std::strncmp(argument, "--screenshot", 12) == 0;
    });
    if (screenshot && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");

    QApplication app{argc, argv};
    QApplication::setOrganizationName(QStringLiteral("Plimsoll"));
    QApplication::setApplicationName(QStringLiteral("plimsoll"));
    QApplication::setApplicationDisplayName(QStringLiteral("Plimsoll"));
    QApplication::setApplicationVersion(QStringLiteral(PLIMSOLL_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("plimsoll"));

    plimsoll::Language::current().apply();
    if (screenshot) {
        const plimsoll::ScreenshotOrder order = screenshotOrder(QApplication::arguments());
        return order.all ? plimsoll::takeAllScreenshots(order, library)
                         : plimsoll::takeScreenshot(order, library);
    }

    plimsoll::Theme::current().apply();
    plimsoll::MainWindow window{library};
    window.restoreLayout();
    window.startAutosave();
    if (const QStringList arguments = QApplication::arguments(); arguments.size() > 1)
        window.openFile(arguments.at(1));
    window.show();
    return QApplication::exec();
}
