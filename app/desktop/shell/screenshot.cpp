// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shell/screenshot.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/shell/main_window.h"
#include "app/desktop/shell/message_bar.h"

#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include <cstdio>

namespace plimsoll {

namespace {

using namespace std::chrono_literals;
constexpr auto kLongestWait = 120s;
constexpr auto kIssuesShown = 400ms;  // badges and charts follow the numbers after a short pause

Overlay overlayNamed(const QString& name)
{
    return name == QLatin1String{"limits"}  ? Overlay::Limits
           : name == QLatin1String{"delay"} ? Overlay::Delay
           : name == QLatin1String{"cost"}  ? Overlay::Cost
                                            : Overlay::Traffic;
}

}  // namespace

int takeScreenshot(const ScreenshotOrder& order, const ServiceLibrary& library)
{
    Theme::current().setChoice(order.theme == QLatin1String{"dark"} ? ThemeChoice::Dark : ThemeChoice::Light,
                               Theme::Remember::No);
    Theme::current().apply();
    MainWindow window{library};
    window.resize(order.size);
    if (!order.file.isEmpty() && !window.openFile(order.file)) {
        std::fprintf(stderr, "%s\n", qPrintable(window.messages().text()));
        return 2;
    }
    window.canvas().canvas().setOverlay(overlayNamed(order.overlay));
    window.show();

    int code = 1;
    bool waiting = true;
    const auto grab = [&] {
        if (!waiting)
            return;
        waiting = false;
        if (!order.select.isEmpty())
            window.canvas().reveal(order.select);
        QTimer::singleShot(kIssuesShown, &window, [&] {
            window.canvas().fit();
            code = window.grab().save(order.output) ? 0 : 1;
            QApplication::exit(code);
        });
    };
    if (order.run) {
        QObject::connect(&window.session(), &RunSession::finished, &window, grab);
        QObject::connect(&window.session(), &RunSession::failed, &window, grab);
        QTimer::singleShot(0, &window, [&] { window.run(); });
    } else {
        QObject::connect(&window.session(), &RunSession::estimated, &window, grab);
    }
    QTimer::singleShot(kLongestWait, &window, grab);
    QApplication::exec();
    return code;
}

}  // namespace plimsoll
