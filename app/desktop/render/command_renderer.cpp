// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/render/command_renderer.h"

#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/render/picture_export.h"
#include "app/desktop/render/report_export.h"

#include <QtCore/QEventLoop>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include <chrono>
#include <utility>

namespace plimsoll {

namespace {

using namespace std::chrono_literals;
constexpr auto kLongestWait = 60s;

Overlay overlayNamed(const std::string& name)
{
    return name == "limits"  ? Overlay::Limits
           : name == "delay" ? Overlay::Delay
           : name == "cost"  ? Overlay::Cost
                             : Overlay::Traffic;
}

/// A document with its scene, the figures of which are there when it has been made.
struct Stage {
    Stage(const ServiceLibrary& library, const Design& design, const ScenarioId& scenario)
        : document{library}, session{document}, scene{document, session}
    {
        document.replace(design, {});
        document.setCurrentScenario(scenario);
    }
    /// Until the scene shows what `arrived` waits for; a drawing without figures is better than none.
    template <class Arrived>
    void wait(Arrived arrived)
    {
        QEventLoop loop;
        QObject::connect(&scene, &CanvasScene::figuresChanged, &loop, [&] {
            if (arrived())
                loop.quit();
        });
        QTimer::singleShot(kLongestWait, &loop, &QEventLoop::quit);
        loop.exec();
    }

    DesignDocument document;
    RunSession session;
    CanvasScene scene;
};

}  // namespace

CommandRenderer::CommandRenderer(const ServiceLibrary& library) : m_library{library} {}

CommandRenderer::~CommandRenderer() = default;

void CommandRenderer::needApplication()
{
    if (QCoreApplication::instance())
        return;
    // Always unseen: the same drawing with and without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static int count = 1;
    static char name[] = "plimsoll";
    static char* arguments[] = {name, nullptr};
    m_application = std::make_unique<QApplication>(count, arguments);
    Theme::current().setChoice(ThemeChoice::Light, Theme::Remember::No);
    Theme::current().apply();
}

Status CommandRenderer::writePicture(const Design& design, const ScenarioId& scenario,
                                     const PictureOrder& order)
{
    needApplication();
    Stage stage{m_library, design, scenario};
    stage.scene.setOverlay(overlayNamed(order.overlay));
    stage.wait([&] { return stage.session.estimate().revision == stage.document.revision(); });
    QStringList ids;
    for (const std::string& id : order.only)
        ids.append(QString::fromStdString(id));
    PictureOptions options;
    options.scale = order.scale;
    options.theme = order.dark ? ThemeChoice::Dark : ThemeChoice::Light;
    options.transparent = order.transparent;
    // All of the design unless a part of it was asked for: a PDF has a page for each of its pages.
    const QString file = QString::fromStdString(order.file);
    const std::vector<Drawing> drawings =
        ids.isEmpty() ? drawingsOfPages(stage.scene) : std::vector<Drawing>{drawingOf(stage.scene, ids)};
    const Result<QStringList> written = writePictures(drawings, file, options);
    return written ? Status{Done{}} : Status{written.error()};
}

Status CommandRenderer::writeReport(const Report& report, const Design& design, const std::string& file)
{
    needApplication();
    Stage stage{m_library, design, report.run.provenance.scenario};
    RunResult result;
    result.report = report.run;
    result.bill = report.bill;
    result.billError = QString::fromStdString(report.billProblem);
    result.verdict = report.verdict;
    result.findings = report.findings;
    stage.session.adopt(std::move(result));
    stage.wait([&] { return stage.session.result() != nullptr; });
    return saveReport(report, QString::fromStdString(file),
                      stacked(drawingsOfPages(stage.scene), QString::fromStdString(report.title)),
                      &stage.document.catalog());
}

}  // namespace plimsoll
