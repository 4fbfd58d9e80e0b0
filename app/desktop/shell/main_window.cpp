// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shell/main_window.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/canvas/empty_state.h"
#include "app/desktop/canvas/page_bar.h"
#include "app/desktop/document/autosave.h"
#include "app/desktop/document/edits.h"
#include "app/desktop/document/file_guard.h"
#include "app/desktop/document/service_search.h"
#include "app/desktop/inspector/inspector_panel.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/palette/palette_panel.h"
#include "app/desktop/results/charts_page.h"
#include "app/desktop/results/results_panel.h"
#include "app/desktop/shell/command_palette.h"
#include "app/desktop/shell/dock_rails.h"
#include "app/desktop/shell/guided_run.h"
#include "app/desktop/shell/message_bar.h"
#include "app/desktop/shell/window_keys.h"
#include "app/desktop/text/format.h"
#include "app/desktop/text/language.h"
#include "app/desktop/text/users_names.h"
#include "app/desktop/timeline/timeline_bar.h"
#include "app/desktop/widgets/wrapped_tips.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtCore/QSettings>
#include <QtCore/QTimer>
#include <QtGui/QActionGroup>
#include <QtGui/QCloseEvent>
#include <QtGui/QDropEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QToolBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace plimsoll {

namespace {

constexpr auto kGeometryKey = "window/geometry";
constexpr auto kStateKey = "window/state";
constexpr int kLayoutVersion =
    2;  // raised when docks or bars change, so that an old state is not forced on them
constexpr auto kComparison = "reference-comparison";
// Widths of the window that leave the canvas about 600 pixels beside the panels.
constexpr int kPaletteWidth = 236;
constexpr int kInspectorWidth = 300;
constexpr QSize kFirstSize{1480, 920};
constexpr QSize kLeastSize{960, 540};
constexpr QSize kAroundWindow{8, 40};  // its frame and title
constexpr int kPaletteNeeds = 1280;
constexpr int kLabelsNeed = 1320;
constexpr int kInspectorNeeds = 1100;

QString droppedDesign(const QMimeData& mime)
{
    for (const QUrl& url : mime.urls()) {
        if (url.isLocalFile() && url.fileName().endsWith(QStringLiteral(".plimsoll"), Qt::CaseInsensitive))
            return url.toLocalFile();
    }
    return {};
}

}  // namespace

MainWindow::MainWindow(const ServiceLibrary& library, QWidget* parent)
    : QMainWindow{parent},
      m_document{library},
      m_session{m_document},
      m_studies{m_document},
      m_differences{m_document, m_session},
      m_guard{std::make_unique<FileGuard>(m_document)}
{
    setWindowIcon(QIcon{QStringLiteral(":/plimsoll/icons/app/plimsoll.svg")});
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    new WindowKeys{*this};
    new WrappedTips{this};
    // Before the panels are told the same: what they say holds names.
    connect(&m_document, &DesignDocument::designReplaced, this, &MainWindow::keepUsersNames);
    connect(&m_session, &RunSession::estimated, this, &MainWindow::keepUsersNames);
    connect(&m_session, &RunSession::finished, this, &MainWindow::keepUsersNames);
    build();
    resize(kFirstSize);
    setMinimumSize(kLeastSize);
    // Nothing to show before the first run; until then the canvas has the room.
    m_resultsDock->hide();
    // Later: the menu that chose the language is itself said anew.
    connect(&Language::current(), &Language::changed, this, &MainWindow::retranslate, Qt::QueuedConnection);
    m_canvas->setFocus();
}

void MainWindow::keepUsersNames()
{
    const Design& design = m_document.design();
    QSet<QString> names;
    const auto keep = [&](const std::string& name) {
        if (!name.empty())
            names.insert(QString::fromStdString(name));
    };
    for (const Component& each : design.components)
        keep(each.label);
    for (const Group& each : design.groups)
        keep(each.label);
    for (const Scenario& each : design.scenarios)
        keep(each.label);
    m_usersNames.reset();
    m_usersNames = std::make_unique<UsersNames>(std::move(names));
}

MainWindow::~MainWindow()
{
    // Panels look at the document and the session, which are members and would go first.
    dismantle();
}

void MainWindow::build()
{
    makePanels();
    makeActions();
    makeMenus();
    makeToolBar();
    makeStatusBar();
    makeRails();
    wire();
    showTitle();
    showRunState();
    showHint({});
}

void MainWindow::dismantle()
{
    for (QObject* each : std::initializer_list<QObject*>{&m_document, &m_document.undoStack(), &m_session,
                                                         &m_studies, &m_differences, m_guard.get()})
        each->disconnect(this);
    delete m_guide;
    delete std::exchange(m_rails, nullptr);
    delete takeCentralWidget();
    delete m_paletteDock;
    delete m_inspectorDock;
    delete m_resultsDock;
    for (QToolBar* bar : findChildren<QToolBar*>())
        delete bar;
    setStatusBar(nullptr);
    setMenuBar(nullptr);
    qDeleteAll(findChildren<QActionGroup*>(QString{}, Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<QAction*>(QString{}, Qt::FindDirectChildrenOnly));
    m_barLabels.clear();
    m_actions = {};
}

void MainWindow::retranslate()
{
    const QByteArray layout = saveState(kLayoutVersion);
    const QStringList selected = m_canvas->canvas().selectedIds();
    const QTransform zoom = m_canvas->transform();
    const QPointF centre = m_canvas->viewCentre();
    const Overlay overlay = m_canvas->canvas().overlay();
    const bool hidden = m_canvas->canvas().areNumbersHidden();
    const bool timeline = m_actions.timeline->isChecked();
    const std::optional<double> moment = m_timeline->moment();
    ResultsPanel::Kept results = m_results->handOver();

    dismantle();
    build();

    restoreState(layout, kLayoutVersion);
    m_rails->fit(width());
    m_results->takeOver(std::move(results));
    m_canvas->canvas().setOverlay(overlay);
    m_canvas->canvas().select(selected);
    m_actions.timeline->setChecked(timeline);
    m_timeline->setMoment(moment);
    m_canvas->actions().hideNumbers->setChecked(hidden);
    // A view that has just appeared fits everything; the reader was somewhere else.
    QTimer::singleShot(0, m_canvas, [this, zoom, centre] {
        m_canvas->setTransform(zoom);
        m_canvas->centerOn(centre);
    });
    if (m_session.estimate().flow || !m_session.estimate().error.isEmpty())
        showEstimateState();
    m_canvas->setFocus();
}

void MainWindow::makePanels()
{
    auto* centre = new QWidget{this};
    auto* layout = new QVBoxLayout{centre};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_messages = new MessageBar{centre};
    m_canvas = new CanvasView{m_document, m_session, centre};
    layout->addWidget(m_messages);
    layout->addWidget(m_canvas, 1);
    layout->addWidget(new PageBar{m_document, centre});
    m_timeline = new TimelineBar{m_document, m_session, centre};
    m_timeline->hide();
    layout->addWidget(m_timeline);
    setCentralWidget(centre);

    const auto dock = [this](const QString& title, const char* name, QWidget* panel,
                             Qt::DockWidgetArea area) {
        auto* made = new QDockWidget{title, this};
        made->setObjectName(QString::fromLatin1(name));
        made->setWidget(panel);
        addDockWidget(area, made);
        return made;
    };
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_palette = new PalettePanel{m_document.catalog()};
    m_paletteDock = dock(tr("Services"), "services", m_palette, Qt::LeftDockWidgetArea);
    m_inspector = new InspectorPanel{m_document, m_session};
    m_inspectorDock = dock(tr("Inspector"), "inspector", m_inspector, Qt::RightDockWidgetArea);
    m_results = new ResultsPanel{m_document, m_session, m_studies, m_differences};
    m_resultsDock = dock(tr("Results"), "results", m_results, Qt::BottomDockWidgetArea);
    m_palette->setMinimumWidth(180);
    // Its tabs say what it is; a title of its own would cost the canvas a line.
    m_resultsDock->setTitleBarWidget(new QWidget{m_resultsDock});
    m_results->addCorner(*m_resultsDock);
}

void MainWindow::makeRails()
{
    m_rails = new DockRails{*this};
    m_rails->add(m_paletteDock, Qt::LeftToolBarArea, QStringLiteral("layout"), kPaletteNeeds);
    m_rails->add(m_inspectorDock, Qt::RightToolBarArea, QStringLiteral("settings"), kInspectorNeeds);
    QList<QAction*> services;
    for (const ServiceSpec* spec : firstServices(m_document.catalog())) {
        const QString id = QString::fromStdString(spec->id);
        auto* action = new QAction{Theme::current().serviceIcon(id), coreText(spec->name), this};
        connect(action, &QAction::triggered, m_canvas, [this, id] { m_canvas->addServiceAtCentre(id); });
        services.append(action);
    }
    m_rails->addShortcuts(m_paletteDock, services);
}

void MainWindow::showResults()
{
    if (!m_resultsDock->isHidden() || m_canvas->canvas().areNumbersHidden())
        return;
    m_resultsDock->show();
    resizeDocks({m_resultsDock}, {resultsHeight()}, Qt::Vertical);
}

int MainWindow::resultsHeight() const
{
    // The canvas keeps more than half of the height.
    return std::clamp(height() * 36 / 100, 150, 380);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (std::exchange(m_shownBefore, true))
        return;
    // Only now do the panels know how narrow they can be.
    QTimer::singleShot(0, this, [this] {
        if (!m_restored)
            resizeDocks({m_paletteDock, m_inspectorDock}, {kPaletteWidth, kInspectorWidth}, Qt::Horizontal);
    });
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (!m_rails)
        return;
    m_rails->fit(event->size().width());
    if (event->size().height() < event->oldSize().height() && m_resultsDock->height() > height() * 38 / 100)
        resizeDocks({m_resultsDock}, {resultsHeight()}, Qt::Vertical);
    // Everything on the bar stays in sight; what explains itself goes without a label.
    const bool roomy = event->size().width() >= kLabelsNeed;
    for (QLabel* label : std::as_const(m_barLabels))
        label->setVisible(roomy);
    m_region->setMinimumContentsLength(roomy ? 20 : 8);
    m_progress->setFixedWidth(roomy ? 130 : 70);
}

void MainWindow::wireTimeline()
{
    connect(m_actions.timeline, &QAction::toggled, m_timeline, &QWidget::setVisible);
    connect(m_timeline, &TimelineBar::momentChanged, this, [this](std::optional<double> seconds) {
        m_canvas->canvas().setMoment(seconds);
        m_results->charts().setMoment(seconds);
    });
    connect(&m_timeline->track(), &TimelineTrack::editRequested, this, &MainWindow::followLink);
    connect(m_timeline, &TimelineBar::phaseChanged, &m_canvas->canvas(), &CanvasScene::setTokenPhase);
    // Pointing at a chart shows the canvas as it was then; leaving it goes back to the playhead.
    connect(&m_results->charts(), &ChartsPage::momentPointedAt, this, [this](std::optional<double> seconds) {
        m_timeline->setPointedAt(seconds);
        m_canvas->canvas().setMoment(seconds ? seconds : m_timeline->moment());
    });
    // From the first run on there is something to play; put away, it stays away.
    connect(&m_session, &RunSession::finished, this, [this] {
        if (m_session.result() && !std::exchange(m_timelineOffered, true))
            m_actions.timeline->setChecked(true);
    });
}

void MainWindow::hideNumbers(bool hidden)
{
    m_canvas->canvas().setNumbersHidden(hidden);
    m_priceAction->setVisible(!hidden);
    m_actions.results->setEnabled(!hidden);
    m_inspector->setNumbersHidden(hidden);
    if (hidden) {
        m_resultsDock->hide();
        m_timeline->hide();
        showHint(tr("Numbers are hidden. View › Hide all numbers (Ctrl+Shift+H) reveals them."));
    } else {
        m_timeline->setVisible(m_actions.timeline->isChecked());
        if (m_session.result())
            showResults();
        showHint({});
    }
}

void MainWindow::wireDifferences()
{
    connect(m_results, &ResultsPanel::differenceRequested, this, &MainWindow::chooseDifference);
    connect(&m_differences, &DifferenceSession::changed, this, [this] {
        std::vector<ItemDifference> items;
        for (const DifferenceRow& each : m_differences.rows())
            items.push_back(each.item);
        m_canvas->canvas().markDifferences(m_differences.other(), std::move(items));
    });
}

void MainWindow::wire()
{
    wireTimeline();
    wireDifferences();
    connect(m_canvas->actions().hideNumbers, &QAction::toggled, this, &MainWindow::hideNumbers);
    connect(m_palette, &PalettePanel::serviceChosen, m_canvas, &CanvasView::addServiceAtCentre);
    connect(&m_canvas->canvas(), &CanvasScene::selectedIdsChanged, m_inspector, &InspectorPanel::showItems);
    m_inspector->waitWhile([this] { return m_canvas->canvas().isToolActive(); });
    connect(&m_canvas->canvas(), &CanvasScene::selectedIdsChanged, this, [this](const QStringList& ids) {
        if (ids.size() == 1 && findComponent(m_document.design(), ids.front().toStdString()))
            m_results->showComponent(ids.front());
    });
    connect(m_canvas, &CanvasView::hinted, this, &MainWindow::showHint);
    connect(m_inspector, &InspectorPanel::linkActivated, this, &MainWindow::followLink);
    connect(m_results, &ResultsPanel::linkActivated, this, &MainWindow::followLink);
    connect(m_results, &ResultsPanel::otherDesignRequested, this, &MainWindow::compareWithFile);

    EmptyState& empty = m_canvas->emptyState();
    connect(&empty, &EmptyState::comparisonRequested, this, [this] {
        if (mayReplace() && !openTemplate(kComparison))
            m_messages->showMessage(MessageBar::Tone::Error, tr("The comparison is not part of this build."));
    });
    connect(&empty, &EmptyState::sourceRequested, m_canvas, [this] {
        if (const ServiceSpec* source = m_document.catalog().defaultSource())
            m_canvas->addService(QString::fromStdString(source->id), m_canvas->viewCentre());
    });
    connect(&empty, &EmptyState::openRequested, this, &MainWindow::chooseFile);
    connect(&empty, &EmptyState::guideRequested, this, &MainWindow::guide);
    connect(&empty, &EmptyState::templateRequested, this, [this](const QString& id) {
        if (mayReplace())
            openTemplate(id.toStdString());
    });
    connect(&empty, &EmptyState::fileRequested, this, [this](const QString& path) {
        if (mayReplace())
            openFile(path);
    });
    empty.setRecentFiles(recentFiles());

    connect(&m_document, &DesignDocument::designReplaced, this, &MainWindow::showTitle);
    connect(&m_document, &DesignDocument::designReplaced, this, [this] {
        if (!m_session.result())
            m_resultsDock->hide();
    });
    connect(&m_document, &DesignDocument::headerChanged, this, &MainWindow::showTitle);
    connect(&m_document, &DesignDocument::saved, this, &MainWindow::showTitle);
    connect(&m_document.undoStack(), &QUndoStack::cleanChanged, this, &MainWindow::showTitle);
    connect(&m_document, &DesignDocument::revisionChanged, this, [this] { showHint({}); });

    connect(&m_session, &RunSession::started, this, &MainWindow::showRunState);
    connect(&m_session, &RunSession::finished, this, &MainWindow::showRunState);
    connect(&m_session, &RunSession::failed, this, [this](const QString& error) {
        showRunState();
        // The results say it, too, where they can be seen.
        if (!m_resultsDock->isVisible())
            m_messages->showMessage(MessageBar::Tone::Error, tr("The design cannot run: %1").arg(error));
    });
    connect(&m_session, &RunSession::progressed, this,
            [this](double fraction) { m_progress->setValue(static_cast<int>(fraction * 1000)); });
    connect(&m_session, &RunSession::estimated, this, &MainWindow::showEstimateState);
    connect(m_canvas, &CanvasView::copied, this, &MainWindow::addPictures);
    connect(m_canvas, &CanvasView::problem, this,
            [this](const QString& text) { m_messages->showMessage(MessageBar::Tone::Warning, text); });
    connect(m_guard.get(), &FileGuard::changedOutside, this, [this] { offerReload(false); });
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value(QLatin1String{kGeometryKey}).toByteArray()))
        fitScreen(screen()->availableSize());
    m_restored = restoreState(settings.value(QLatin1String{kStateKey}).toByteArray(), kLayoutVersion);
    m_resultsDock->setVisible(m_session.result() != nullptr);
    m_rails->fit(width());
}

void MainWindow::fitScreen(QSize available)
{
    const QSize room = (available - kAroundWindow).expandedTo(kLeastSize);
    if (kFirstSize.width() <= room.width() && kFirstSize.height() <= room.height())
        return;
    // All of a small screen.
    resize(kFirstSize.boundedTo(room));
    setWindowState(windowState() | Qt::WindowMaximized);
}

void MainWindow::run()
{
    if (m_session.isRunning())
        return;
    FirstLoad load = firstLoad(m_document);
    if (!load.items.isEmpty()) {
        m_document.undoStack().push(new AddItems{m_document, std::move(load.items), tr("Add a first load")});
        m_canvas->reveal(load.select);
        showHint(
            tr("There was no load, so a source of 100 records/s of 1 KB was added; undo takes it away."));
    }
    m_messages->hide();
    showResults();
    m_session.start();
}

void MainWindow::guide()
{
    if (!m_canvas->canvas().isEmpty() && !mayReplace())
        return;
    if (!m_canvas->canvas().isEmpty())
        m_document.replace({}, {});
    m_canvas->actions().hideNumbers->setChecked(false);
    m_paletteDock->show();
    delete m_guide;
    // What is dragged in lands on the canvas, not on pictures of templates.
    m_canvas->emptyState().hide();
    m_guide = new GuidedRun{m_document, m_session, {m_palette, m_canvas, m_runButton, m_results}, this};
}

void MainWindow::showCommandPalette()
{
    listRecent();
    auto* palette = new CommandPalette{*menuBar(), paletteEntries(), this};
    palette->show();
}

std::vector<CommandPalette::Entry> MainWindow::paletteEntries()
{
    std::vector<CommandPalette::Entry> entries;
    const Design& design = m_document.design();
    const auto labelOf = [](const Component& component) {
        return QString::fromStdString(component.label.empty() ? component.id : component.label);
    };
    for (const ServiceSpec* spec : findServices(m_document.catalog(), {})) {
        const QString id = QString::fromStdString(spec->id);
        entries.push_back({tr("Add › %1").arg(coreText(spec->name)), Theme::current().serviceIcon(id),
                           [this, id] { m_canvas->addServiceAtCentre(id); }});
    }
    for (const Component& component : design.components) {
        const QString id = QString::fromStdString(component.id);
        entries.push_back({tr("Go to › %1").arg(labelOf(component)),
                           Theme::current().serviceIcon(QString::fromStdString(component.service)),
                           [this, id] { m_canvas->reveal(id); }});
    }
    if (const RunResult* result = m_session.result())
        for (const Finding& finding : result->findings)
            entries.push_back({tr("Finding › %1").arg(coreText(finding.text)),
                               Theme::current().icon(QStringLiteral("warning"), QStringLiteral("warn")),
                               [this, id = QString::fromStdString(finding.component)] {
                                   showResults();
                                   m_results->showLink(QStringLiteral("objectives"));
                                   m_canvas->reveal(id);
                               }});
    for (const Component& component : design.components) {
        const ServiceSpec* spec = m_document.catalog().find(component.service);
        if (!spec)
            continue;
        for (const ParameterSpec& parameter : spec->parameters)
            entries.push_back({tr("%1 › %2", "a component and its parameter")
                                   .arg(labelOf(component), coreText(parameter.name)),
                               Theme::current().icon(QStringLiteral("settings"), QStringLiteral("textMuted")),
                               [this, id = QString::fromStdString(component.id),
                                key = QString::fromStdString(parameter.id)] {
                                   m_canvas->reveal(id);
                                   m_inspectorDock->show();
                                   m_inspector->focusParameter(key);
                               }});
    }
    return entries;
}

void MainWindow::showAbout()
{
    QMessageBox::about(
        this, tr("About Plimsoll"),
        tr("<h3>Plimsoll %1</h3><p>Draw an AWS data architecture, push traffic through it, read limits, "
           "latency and the bill.</p><p>Free software under the GNU General Public License, version 3 or "
           "later. Not affiliated with Amazon Web Services.</p>")
            .arg(QApplication::applicationVersion()));
}

void MainWindow::followLink(const QString& link)
{
    if (link.startsWith(QStringLiteral("component:"))) {
        m_canvas->reveal(link.mid(10));
        return;
    }
    if (link.startsWith(QStringLiteral("parameter:"))) {
        m_canvas->reveal(link.mid(10).section(u'/', 0, 0));
        m_inspectorDock->show();
        m_inspector->focusParameter(link.section(u'/', 1));
        return;
    }
    if (link.startsWith(QStringLiteral("scenario:")) || link.startsWith(QStringLiteral("traffic:"))) {
        // "scenario:faults/0", "traffic:producers/spikes/0"
        const QStringList parts = link.section(u':', 1).split(u'/');
        if (parts.size() == 3)
            m_canvas->reveal(parts.front());
        else
            m_canvas->canvas().select({});
        m_inspectorDock->show();
        m_inspector->focusItem(parts.value(parts.size() - 2), parts.back().toInt());
        return;
    }
    showResults();
    m_resultsDock->raise();
    m_results->showLink(link);
}

void MainWindow::showTitle()
{
    const QString file =
        m_document.filePath().isEmpty() ? QString{} : QFileInfo{m_document.filePath()}.fileName();
    const QString title = QString::fromStdString(m_document.design().title);
    const QString name = !title.isEmpty() ? title : !file.isEmpty() ? file : tr("New design");
    setWindowTitle(tr("%1[*] — Plimsoll").arg(name));
    setWindowModified(m_document.isModified());
    setWindowFilePath(m_document.filePath());
    m_actions.save->setEnabled(m_document.isModified() || m_document.filePath().isEmpty());
}

void MainWindow::showRunState()
{
    const bool running = m_session.isRunning();
    m_actions.run->setEnabled(!running);
    m_actions.stop->setEnabled(running);
    m_actions.exportReport->setEnabled(!running && m_session.result() && !m_session.isStale());
    if (running != m_progressAction->isVisible()) {
        m_progress->setValue(0);
        m_progressAction->setVisible(running);
    }
}

void MainWindow::showHint(const QString& text)
{
    m_hint->setText(text);
    if (text.isEmpty() && m_canvas->canvas().isEmpty())
        m_hint->setText(tr("Drag a service onto the canvas, or press Ctrl+K for every command."));
}

void MainWindow::showEstimateState()
{
    const QString& error = m_session.estimate().error;
    m_state->setText(m_canvas->canvas().isEmpty() ? QString{} : error.section(QLatin1Char{'\n'}, 0, 0));
    m_state->setToolTip(error);
    if (std::exchange(m_showComparison, false)) {
        // A design of alternatives is about what tells them apart, before any run.
        const ComparedDesigns* compared = m_session.compared();
        if (compared && compared->alternatives)
            showResults();
    }
    // Staleness is compared design against design, which is for once per pause, not once per change.
    showRunState();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayReplace()) {
        event->ignore();
        return;
    }
    QSettings settings;
    settings.setValue(QLatin1String{kGeometryKey}, saveGeometry());
    settings.setValue(QLatin1String{kStateKey}, saveState(kLayoutVersion));
    m_autosave.reset();  // what was discarded shall not be offered again
    m_session.cancel();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedDesign(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = droppedDesign(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    if (mayReplace())
        openFile(path);
}

}  // namespace plimsoll
