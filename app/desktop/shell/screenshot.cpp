// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shell/screenshot.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/inspector/inspector_panel.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/shell/main_window.h"
#include "app/desktop/shell/message_bar.h"
#include "app/desktop/timeline/timeline_bar.h"
#include "app/desktop/widgets/disclosure.h"
#include "app/desktop/widgets/scroll_column.h"

#include <QtCore/QDir>
#include <QtCore/QEventLoop>
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTabWidget>

#include <chrono>
#include <cstdio>
#include <string>
#include <utility>

namespace plimsoll {

namespace {

/// What a tab is, in every language.
QString panelOf(const QTabWidget& tabs, int tab)
{
    return tabs.widget(tab)->property("panel").toString();
}

using namespace std::chrono_literals;
constexpr auto kLongestWait = 120s;
constexpr auto kPanelShown = 150ms;
constexpr auto kTurn = 40ms;
constexpr auto kIssuesShown = 400ms;  // badges and charts follow the numbers after a short pause

Overlay overlayNamed(const QString& name)
{
    return name == QLatin1String{"limits"}  ? Overlay::Limits
           : name == QLatin1String{"delay"} ? Overlay::Delay
           : name == QLatin1String{"cost"}  ? Overlay::Cost
                                            : Overlay::Traffic;
}

ThemeChoice themeNamed(const QString& name)
{
    return name == QLatin1String{"dark"}       ? ThemeChoice::Dark
           : name == QLatin1String{"contrast"} ? ThemeChoice::HighContrast
                                               : ThemeChoice::Light;
}

/// Shows the tab of the results and the moment of the run that were asked for.
void showParts(MainWindow& window, const ScreenshotOrder& order)
{
    for (QTabWidget* tabs : window.findChildren<QTabWidget*>())
        for (int tab = 0; tab < tabs->count(); ++tab)
            if (panelOf(*tabs, tab).compare(order.tab, Qt::CaseInsensitive) == 0)
                tabs->setCurrentIndex(tab);
    if (order.moment >= 0)
        window.timeline().setMoment(order.moment);
}

/// Lets timers and layouts settle.
void settle(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Runs the window's design to its end; false when there is no result then.
bool runToTheEnd(MainWindow& window)
{
    QEventLoop loop;
    QObject::connect(&window.session(), &RunSession::finished, &loop, &QEventLoop::quit);
    QObject::connect(&window.session(), &RunSession::failed, &loop, &QEventLoop::quit);
    QTimer::singleShot(kLongestWait, &loop, &QEventLoop::quit);
    window.run();
    loop.exec();
    // The sides of a comparison are run behind it, and change what the panels show.
    for (int turn = 0; turn < 1000 && window.session().isRunning(); ++turn)
        settle(kPanelShown);
    settle(kPanelShown);
    return window.session().result() != nullptr;
}

/// One picture for each state of the window that shows another panel.
class PanelWalk {
public:
    PanelWalk(MainWindow& window, QString prefix) : m_window{window}, m_prefix{std::move(prefix)} {}

    bool walk()
    {
        m_window.canvas().fit();
        for (QTabWidget* tabs : m_window.findChildren<QTabWidget*>()) {
            const int shown = tabs->currentIndex();
            for (int tab = 0; tab < tabs->count(); ++tab) {
                if (!tabs->isTabVisible(tab))
                    continue;  // nothing to see, and no way there
                tabs->setCurrentIndex(tab);
                save(QStringLiteral("results-") + panelOf(*tabs, tab));
            }
            tabs->setCurrentIndex(shown);
        }
        constexpr std::pair<Overlay, const char*> kOverlays[] = {{Overlay::Limits, "limits"},
                                                                 {Overlay::Delay, "delay"},
                                                                 {Overlay::Cost, "cost"},
                                                                 {Overlay::Traffic, "traffic"}};
        for (const auto& [overlay, name] : kOverlays) {
            m_window.canvas().canvas().setOverlay(overlay);
            save(QStringLiteral("canvas-") + QLatin1String{name});
        }
        const Design& design = m_window.document().design();
        QSet<std::string> services;
        for (const Component& component : design.components) {
            if (services.contains(component.service))
                continue;
            services.insert(component.service);
            select(component.id, QStringLiteral("inspector-") + QString::fromStdString(component.service));
        }
        if (!design.connections.empty())
            select(design.connections.front().id, QStringLiteral("inspector-connection"));
        m_window.canvas().canvas().select({});
        walkScenario();
        return m_sound;
    }

private:
    /// The design's own page, with what happens in its scenario unfolded.
    void walkScenario()
    {
        save(QStringLiteral("inspector-design"));
        auto* inspector = m_window.findChild<InspectorPanel*>();
        for (const char* each : {"faults", "redrives", "changes", "replays"})
            for (Disclosure* section : inspector->findChildren<Disclosure*>(QLatin1String{each}))
                section->setOpen(true);
        settle(kPanelShown);
        for (ScrollColumn* column : inspector->findChildren<ScrollColumn*>())
            column->verticalScrollBar()->setValue(column->verticalScrollBar()->maximum());
        save(QStringLiteral("inspector-scenario"));
    }
    void select(const std::string& id, const QString& name)
    {
        m_window.canvas().canvas().select({QString::fromStdString(id)});
        save(name);
    }
    void save(const QString& name)
    {
        // A request for room travels up one parent at a time: the picture is taken when another one is the same.
        constexpr int kMostTurns = 20;
        settle(kPanelShown);
        QImage picture = m_window.grab().toImage();
        for (int turn = 0; turn < kMostTurns; ++turn) {
            settle(kTurn);
            const QImage before = std::exchange(picture, m_window.grab().toImage());
            if (before == picture)
                break;
        }
        m_sound = picture.save(m_prefix + name + QStringLiteral(".png")) && m_sound;
    }

    MainWindow& m_window;
    QString m_prefix;
    bool m_sound = true;
};

}  // namespace

int takeAllScreenshots(const ScreenshotOrder& order, const ServiceLibrary& library)
{
    Theme::current().setChoice(ThemeChoice::Light, Theme::Remember::No);
    Theme::current().apply();
    MainWindow window{library};
    window.resize(order.size);
    if (!window.openFile(order.file) || !QDir{}.mkpath(order.output)) {
        std::fprintf(stderr, "%s\n", qPrintable(window.messages().text()));
        return 2;
    }
    window.show();
    if (!runToTheEnd(window))
        return 1;
    bool sound = true;
    for (const auto& [choice, name] :
         {std::pair{ThemeChoice::Light, "light"}, std::pair{ThemeChoice::Dark, "dark"}}) {
        Theme::current().setChoice(choice, Theme::Remember::No);
        const qreal ratio = window.devicePixelRatioF();
        const QString prefix = QStringLiteral("%1/%2x%3%4-%5-")
                                   .arg(order.output)
                                   .arg(order.size.width())
                                   .arg(order.size.height())
                                   .arg(ratio > 1 ? QStringLiteral("@%1x").arg(ratio) : QString{})
                                   .arg(QLatin1String{name});
        sound = PanelWalk{window, prefix}.walk() && sound;
    }
    return sound ? 0 : 1;
}

int takeScreenshot(const ScreenshotOrder& order, const ServiceLibrary& library)
{
    Theme::current().setChoice(themeNamed(order.theme), Theme::Remember::No);
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
        showParts(window, order);
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
