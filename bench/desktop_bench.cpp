// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window takes with a design of 2,000 components and 3,000 connections, drawn without a display card. One
// line per gesture: the median of its repetitions, the slowest, and what it may take. It judges nothing by itself.
#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/canvas/component_item.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/shell/main_window.h"
#include "model/serialization/design_file.h"
#include "simulator/services/builtin_services.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

using namespace plimsoll;

namespace {

constexpr int kChains = 500;
constexpr double kFrame = 1000.0 / 60;

std::string numbered(const char* stem, int number)
{
    return stem + std::to_string(number);
}

/// Source -> stream -> function -> table five hundred times; every function also calls the next three tables.
Design largeDesign()
{
    Design design;
    design.title = "Large";
    Scenario scenario;
    scenario.id = "steady";
    scenario.label = "Steady";
    scenario.durationSeconds = 60;
    constexpr int kColumns = 10;
    for (int chain = 0; chain < kChains; ++chain) {
        const double x = chain % kColumns * 1200.0;
        const double y = chain / kColumns * 130.0;
        const std::string source = numbered("source-", chain), stream = numbered("stream-", chain),
                          function = numbered("function-", chain), table = numbered("table-", chain);
        design.components.push_back(
            {source, "traffic-source", numbered("Source ", chain), {x, y}, {}, {}, {}});
        design.components.push_back(
            {stream, "kinesis-data-streams", numbered("Stream ", chain), {x + 290, y}, {}, {}, {}});
        design.components.push_back(
            {function, "lambda", numbered("Function ", chain), {x + 580, y}, {}, {}, {}});
        design.components.push_back({table, "dynamodb", numbered("Table ", chain), {x + 870, y}, {}, {}, {}});
        design.connections.push_back({numbered("put-", chain), source, stream, {}, {}});
        design.connections.push_back({numbered("poll-", chain), stream, function, {}, {}});
        for (int next = 0; next < 4; ++next)
            design.connections.push_back({"call-" + std::to_string(chain) + "-" + std::to_string(next),
                                          function,
                                          numbered("table-", (chain + next) % kChains),
                                          {},
                                          {}});
        scenario.traffic[source].ratePerSecond = 100;
    }
    design.scenarios = {scenario};
    const auto byId = [](const auto& a, const auto& b) { return a.id < b.id; };
    std::sort(design.components.begin(), design.components.end(), byId);
    std::sort(design.connections.begin(), design.connections.end(), byId);
    return design;
}

void settle()
{
    for (int round = 0; round < 3; ++round)
        QApplication::processEvents();
}

void print(const char* what, std::vector<double> millis, double target)
{
    std::sort(millis.begin(), millis.end());
    const double median = millis[millis.size() / 2];
    std::printf("%-34s %9.2f ms %9.2f ms %9.0f ms %7.2f\n", what, median, millis.back(), target,
                median / target);
}

/// Milliseconds so far: of the wall, or, on a machine that is busy with other things, of this thread's own work
/// (PLIMSOLL_BENCH_CLOCK=thread).
double now()
{
    static const bool own = qgetenv("PLIMSOLL_BENCH_CLOCK") == "thread";
#ifdef CLOCK_THREAD_CPUTIME_ID
    if (own) {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
#endif
    return std::chrono::duration<double, std::milli>{std::chrono::steady_clock::now().time_since_epoch()}
        .count();
}

double timed(const std::function<void()>& gesture)
{
    const double begin = now();
    gesture();
    settle();
    return now() - begin;
}

void key(QWidget& widget, int code, Qt::KeyboardModifiers modifiers = {})
{
    QKeyEvent press{QEvent::KeyPress, code, modifiers};
    QApplication::sendEvent(&widget, &press);
    QKeyEvent release{QEvent::KeyRelease, code, modifiers};
    QApplication::sendEvent(&widget, &release);
}

void mouse(QWidget& viewport, QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons buttons)
{
    QMouseEvent event{type, QPointF{at}, QPointF{viewport.mapToGlobal(at)}, button, buttons, {}};
    QApplication::sendEvent(&viewport, &event);
}

void waitForEstimate(MainWindow& window)
{
    QElapsedTimer clock;
    clock.start();
    while (window.session().estimate().revision != window.document().revision() && clock.elapsed() < 60'000)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    settle();
}

/// `only`: the gesture of that name alone, with what it needs before it.
void measureEdits(MainWindow& window, const std::string& only)
{
    CanvasView& canvas = window.canvas();
    DesignDocument& document = window.document();
    const auto one = [&](const char* what, const std::function<void(int)>& prepare,
                         const std::function<void(int)>& gesture) {
        if (!only.empty() && only != what)
            return;
        std::vector<double> times;
        for (int round = 0; round < 9; ++round) {
            prepare(round);
            settle();
            times.push_back(timed([&] { gesture(round); }));
        }
        print(what, times, 16);
    };
    const auto select = [&](int round) {
        canvas.reveal(QString::fromStdString(numbered("function-", 7 * round)));
    };
    one("nudge one", select, [&](int) { key(canvas, Qt::Key_Right); });
    one(
        "undo the nudge", [](int) {}, [&](int) { document.undoStack().undo(); });
    one("delete one", select, [&](int) { canvas.actions().remove->trigger(); });
    one(
        "undo the deletion", [](int) {}, [&](int) { document.undoStack().undo(); });
    const auto selectAll = [&](int) { canvas.actions().selectAll->trigger(); };
    one(
        "select all", [&](int) { canvas.canvas().select({}); }, selectAll);
    one("Esc, with all selected", selectAll, [&](int) { key(canvas, Qt::Key_Escape); });
    one("nudge all", selectAll, [&](int) { key(canvas, Qt::Key_Right); });
    one(
        "undo it", [](int) {},
        [&](int round) {
            if (round == 0)
                document.undoStack().undo();
        });
    one(
        "delete all",
        [&](int) {
            while (document.undoStack().canUndo())
                document.undoStack().undo();
            selectAll(0);
        },
        [&](int) { canvas.actions().remove->trigger(); });
    document.undoStack().undo();
    one(
        "undo the deletion of all",
        [&](int) {
            selectAll(0);
            canvas.actions().remove->trigger();
        },
        [&](int) { document.undoStack().undo(); });
}

void measureFrames(MainWindow& window)
{
    CanvasView& canvas = window.canvas();
    canvas.canvas().select({});
    // A zoom at which about 150 components are in sight.
    canvas.setTransform({});
    canvas.centerOn(2400, 1600);
    const auto visible = [&] {
        const QRectF seen = canvas.mapToScene(canvas.viewport()->rect()).boundingRect();
        const auto components = canvas.canvas().componentItems();
        return std::count_if(components.begin(), components.end(), [&](const ComponentItem* each) {
            return seen.intersects(each->sceneBoundingRect());
        });
    };
    double scale = 1;
    while (visible() < 150 && scale > 0.1) {
        scale *= 0.97;
        canvas.setTransform(QTransform::fromScale(scale, scale));
        canvas.centerOn(2400, 1600);
    }
    settle();
    std::printf("%ld components in sight at %.0f%%\n", static_cast<long>(visible()), scale * 100);
    std::vector<double> pan, zoom, drag;
    for (int step = 0; step < 60; ++step)
        pan.push_back(timed([&] {
            canvas.horizontalScrollBar()->setValue(canvas.horizontalScrollBar()->value() + 9);
            canvas.verticalScrollBar()->setValue(canvas.verticalScrollBar()->value() + 4);
        }));
    print("pan, a frame", pan, kFrame);
    for (int step = 0; step < 40; ++step)
        zoom.push_back(
            timed([&] { (step % 2 == 0 ? canvas.actions().zoomIn : canvas.actions().zoomOut)->trigger(); }));
    print("zoom, a frame", zoom, kFrame);
    const auto components = canvas.canvas().componentItems();
    const QRectF seen = canvas.mapToScene(canvas.viewport()->rect()).boundingRect();
    const auto held = std::find_if(components.begin(), components.end(), [&](const ComponentItem* each) {
        return seen.adjusted(300, 300, -300, -300).contains(each->sceneBoundingRect());
    });
    QWidget& viewport = *canvas.viewport();
    QPoint at = canvas.mapFromScene((*held)->sceneBoundingRect().center());
    mouse(viewport, QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton);
    for (int step = 0; step < 60; ++step) {
        at += QPoint{5, 3};
        drag.push_back(timed([&] { mouse(viewport, QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton); }));
    }
    mouse(viewport, QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
    print("drag, a frame", drag, 16);
}

}  // namespace

int main(int argc, char* argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication app{argc, argv};
    QApplication::setOrganizationName(QStringLiteral("Plimsoll"));
    QApplication::setApplicationName(QStringLiteral("plimsoll-desktop-bench"));
    const ServiceLibrary library = builtinServices();
    Theme::current().apply();
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("large.plimsoll"));
    if (const Status saved = saveFileAtomically(file.toStdString(), writeDesign(largeDesign())); !saved) {
        std::fprintf(stderr, "%s\n", saved.error().toString().c_str());
        return 2;
    }
    MainWindow window{library};
    window.resize(1920, 1080);
    window.show();
    settle();
    std::printf("%-34s %12s %12s %12s %7s\n", "2,000 components, 3,000 lines", "median", "slowest", "target",
                "ratio");
    std::vector<double> opens;
    for (int round = 0; round < 3; ++round) {
        opens.push_back(timed([&] { window.openFile(file); }));
        waitForEstimate(window);
    }
    print("open", opens, 1000);
    // `edits` or `frames`: those alone, for a profiler; `edits "select all"`: that gesture.
    const std::string only = argc > 1 ? argv[1] : "";
    if (only != "frames")
        measureEdits(window, argc > 2 ? argv[2] : "");
    if (only.empty())
        waitForEstimate(window);
    if (only != "edits")
        measureFrames(window);
    window.document().undoStack().setClean();
    return 0;
}
