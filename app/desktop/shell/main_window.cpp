// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shell/main_window.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/canvas/empty_state.h"
#include "app/desktop/document/autosave.h"
#include "app/desktop/document/edits.h"
#include "app/desktop/document/file_guard.h"
#include "app/desktop/document/service_search.h"
#include "app/desktop/inspector/inspector_panel.h"
#include "app/desktop/inspector/region_picker.h"
#include "app/desktop/inspector/scenario_picker.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/palette/palette_panel.h"
#include "app/desktop/render/picture_dialog.h"
#include "app/desktop/render/report_export.h"
#include "app/desktop/results/price_field.h"
#include "app/desktop/results/results_panel.h"
#include "app/desktop/shell/command_palette.h"
#include "app/desktop/shell/dock_rails.h"
#include "app/desktop/shell/message_bar.h"
#include "app/desktop/shell/runs_picker.h"
#include "app/desktop/shell/shortcut_sheet.h"
#include "app/desktop/text/format.h"
#include "app/study/templates.h"
#include "model/serialization/design_file.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtCore/QSettings>
#include <QtCore/QTimer>
#include <QtGui/QActionGroup>
#include <QtGui/QCloseEvent>
#include <QtGui/QDropEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QToolBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace plimsoll {

namespace {

constexpr int kRecentFiles = 8;
constexpr auto kRecentKey = "recentFiles";
constexpr auto kGeometryKey = "window/geometry";
constexpr auto kStateKey = "window/state";
constexpr int kLayoutVersion =
    2;  // raised when docks or bars change, so that an old state is not forced on them
constexpr auto kComparison = "reference-comparison";
// Widths of the window that leave the canvas about 600 pixels beside the panels.
constexpr int kPaletteWidth = 236;
constexpr int kInspectorWidth = 300;
constexpr QSize kLeastSize{960, 540};
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
      m_guard{std::make_unique<FileGuard>(m_document)}
{
    setWindowIcon(QIcon{QStringLiteral(":/plimsoll/icons/app/plimsoll.svg")});
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    makePanels();
    makeActions();
    makeMenus();
    makeToolBar();
    makeStatusBar();
    makeRails();
    wire();
    resize(1480, 920);
    setMinimumSize(kLeastSize);
    // Nothing to show before the first run; until then the canvas has the room.
    m_resultsDock->hide();
    showTitle();
    showRunState();
    showHint({});
    m_canvas->setFocus();
}

MainWindow::~MainWindow()
{
    // Panels look at the document and the session, which are members and would go first.
    m_document.undoStack().disconnect(this);
    delete takeCentralWidget();
    delete m_paletteDock;
    delete m_inspectorDock;
    delete m_resultsDock;
    for (QToolBar* bar : findChildren<QToolBar*>())
        delete bar;
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
    m_results = new ResultsPanel{m_document, m_session};
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
        auto* action =
            new QAction{Theme::current().serviceIcon(id), QString::fromStdString(spec->name), this};
        connect(action, &QAction::triggered, m_canvas, [this, id] { m_canvas->addServiceAtCentre(id); });
        services.append(action);
    }
    m_rails->addShortcuts(m_paletteDock, services);
}

void MainWindow::showResults()
{
    if (!m_resultsDock->isHidden())
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

void MainWindow::makeActions()
{
    const Theme& theme = Theme::current();
    const auto make = [this, &theme](const QString& text, const char* icon, const QList<QKeySequence>& keys,
                                     auto slot) {
        auto* action = new QAction{text, this};
        if (icon)
            action->setIcon(theme.icon(QString::fromLatin1(icon)));
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    const auto standard = [](QKeySequence::StandardKey key) { return QKeySequence::keyBindings(key); };
    m_actions.create = make(tr("&New"), "new", standard(QKeySequence::New), [this] { newDesign(); });
    m_actions.open = make(tr("&Open…"), "open", standard(QKeySequence::Open), [this] { chooseFile(); });
    m_actions.save = make(tr("&Save"), "save", standard(QKeySequence::Save), [this] { save(); });
    m_actions.saveAs = make(tr("Save &as…"), nullptr, {QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_S}},
                            [this] { saveAs(); });
    m_actions.exportPicture = make(tr("&Export picture…"), "export", {QKeySequence{Qt::CTRL | Qt::Key_E}},
                                   [this] { exportPicture(); });
    // Numbers of another design than the one drawn would be a false report.
    m_actions.exportReport =
        make(tr("Export rep&ort…"), nullptr, {QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_E}},
             [this] { exportReport(); });
    m_actions.quit = make(tr("&Quit"), nullptr, {QKeySequence{Qt::CTRL | Qt::Key_Q}}, [this] { close(); });
    m_actions.undo = m_document.undoStack().createUndoAction(this, tr("&Undo"));
    m_actions.undo->setShortcuts(standard(QKeySequence::Undo));
    m_actions.undo->setIcon(theme.icon(QStringLiteral("undo")));
    m_actions.redo = m_document.undoStack().createRedoAction(this, tr("&Redo"));
    m_actions.redo->setShortcuts(
        {QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_Z}, QKeySequence{Qt::CTRL | Qt::Key_Y}});
    m_actions.redo->setIcon(theme.icon(QStringLiteral("redo")));
    m_actions.run = make(tr("&Run"), "run", {QKeySequence{Qt::Key_F5}, QKeySequence{Qt::CTRL | Qt::Key_R}},
                         [this] { run(); });
    m_actions.stop =
        make(tr("S&top"), "stop", {QKeySequence{Qt::SHIFT | Qt::Key_F5}}, [this] { m_session.cancel(); });
    m_actions.compare =
        make(tr("&Compare…"), "compare", {QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_K}}, [this] {
            showResults();
            m_results->showComparison();
        });
    m_actions.commands = make(tr("&Find a command…"), "search", {QKeySequence{Qt::CTRL | Qt::Key_K}},
                              [this] { showCommandPalette(); });
    m_actions.findService =
        make(tr("Find a &service…"), nullptr, {QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_F}}, [this] {
            m_paletteDock->show();
            m_palette->focusSearch();
        });
    m_actions.find = make(tr("Find on the can&vas…"), "search", {QKeySequence{Qt::CTRL | Qt::Key_F}},
                          [this] { m_canvas->openFind(); });
    m_actions.results = m_resultsDock->toggleViewAction();
    m_actions.results->setShortcut(QKeySequence{Qt::CTRL | Qt::Key_J});
    m_actions.keys =
        make(tr("&Keys"), nullptr, {QKeySequence{Qt::Key_Question}, QKeySequence{Qt::Key_F1}}, [this] {
            (new ShortcutSheet{*menuBar(), this})->show();
        });
    m_actions.about = make(tr("&About Plimsoll"), "info", {}, [this] { showAbout(); });

    auto* themes = new QActionGroup{this};
    const std::pair<QString, ThemeChoice> choices[] = {{tr("Like the &system"), ThemeChoice::System},
                                                       {tr("&Light"), ThemeChoice::Light},
                                                       {tr("&Dark"), ThemeChoice::Dark}};
    for (int i = 0; i < 3; ++i) {
        QAction* action = make(choices[i].first, nullptr, {},
                               [choice = choices[i].second] { Theme::current().setChoice(choice); });
        action->setCheckable(true);
        action->setChecked(theme.choice() == choices[i].second);
        themes->addAction(action);
        m_actions.themes[i] = action;
    }
}

void MainWindow::makeMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_actions.create, m_actions.open});
    m_recent = file->addMenu(tr("Open &recent"));
    QMenu* templates = file->addMenu(tr("&Templates"));
    for (const DesignTemplate& each : designTemplates()) {
        const QString name = QString::fromStdString(each.title.empty() ? each.id : each.title);
        templates->addAction(name, this, [this, id = each.id] {
            if (mayReplace())
                openTemplate(id);
        });
    }
    templates->setEnabled(!templates->isEmpty());
    file->addSeparator();
    file->addActions({m_actions.save, m_actions.saveAs});
    file->addSeparator();
    file->addActions({m_actions.exportPicture, m_actions.exportReport});
    file->addSeparator();
    file->addAction(m_actions.quit);
    connect(file, &QMenu::aboutToShow, this, &MainWindow::listRecent);
    listRecent();

    const CanvasView::Actions& canvas = m_canvas->actions();
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_actions.undo, m_actions.redo});
    edit->addSeparator();
    edit->addActions(
        {canvas.cut, canvas.copy, canvas.paste, canvas.duplicate, canvas.remove, canvas.selectAll});
    edit->addSeparator();
    edit->addAction(canvas.quickAdd);
    edit->addActions({canvas.rename, canvas.connectSelected, canvas.group, canvas.addNote});
    edit->addSeparator();
    edit->addActions({m_actions.find, m_actions.findService, m_actions.commands});

    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (QAction* overlay : canvas.overlays)
        view->addAction(overlay);
    view->addSeparator();
    view->addActions({canvas.zoomIn, canvas.zoomOut, canvas.zoomFull, canvas.zoomFit, canvas.zoomSelection,
                      canvas.minimap});
    view->addSeparator();
    QMenu* theme = view->addMenu(Theme::current().icon(QStringLiteral("theme")), tr("&Theme"));
    for (QAction* each : m_actions.themes)
        theme->addAction(each);
    QMenu* panels = view->addMenu(tr("&Panels"));
    panels->addActions({m_paletteDock->toggleViewAction(), m_inspectorDock->toggleViewAction(),
                        m_resultsDock->toggleViewAction()});

    QMenu* runMenu = menuBar()->addMenu(tr("&Run"));
    runMenu->addActions({m_actions.run, m_actions.stop});
    runMenu->addSeparator();
    runMenu->addAction(m_actions.compare);

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addActions({m_actions.keys, m_actions.about});
}

void MainWindow::makeToolBar()
{
    auto* bar = addToolBar(tr("Main"));
    bar->setObjectName(QStringLiteral("main"));
    bar->setMovable(false);
    bar->setIconSize({20, 20});
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addActions({m_actions.create, m_actions.open, m_actions.save});
    bar->addSeparator();
    bar->addActions({m_actions.undo, m_actions.redo});
    bar->addSeparator();
    auto* runButton = new QToolButton{bar};
    // Not the action itself: on the accent the icon needs another ink than in the menu.
    runButton->setText(tr("Run"));
    runButton->setIcon(Theme::current().icon(QStringLiteral("run"), QStringLiteral("accentText")));
    runButton->setToolTip(tr("Run the scenario (F5)"));
    runButton->setObjectName(QStringLiteral("run"));
    connect(runButton, &QToolButton::clicked, m_actions.run, &QAction::trigger);
    connect(m_actions.run, &QAction::changed, runButton,
            [this, runButton] { runButton->setEnabled(m_actions.run->isEnabled()); });
    runButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    runButton->setIconSize({18, 18});
    runButton->setProperty("role", "primary");
    bar->addWidget(runButton);
    bar->addWidget(new RunsPicker{m_session, bar});
    bar->addAction(m_actions.stop);
    m_progress = new QProgressBar{bar};
    m_progress->setRange(0, 1000);
    m_progress->setFixedWidth(130);
    m_progressAction = bar->addWidget(m_progress);
    m_progressAction->setVisible(false);
    bar->addSeparator();

    const auto labelled = [this, bar](const QString& text, QWidget* field) {
        auto* holder = new QWidget{bar};
        auto* layout = new QHBoxLayout{holder};
        layout->setContentsMargins(6, 0, 6, 0);
        layout->setSpacing(8);
        auto* label = new QLabel{text, holder};
        label->setProperty("role", "muted");
        label->setBuddy(field);
        m_barLabels.append(label);
        layout->addWidget(label);
        layout->addWidget(field);
        bar->addWidget(holder);
    };
    auto* scenario = new ScenarioPicker{m_document};
    auto* region = new RegionPicker{m_document};
    m_region = region;
    labelled(tr("Scenario"), scenario);
    labelled(tr("Region"), region);
    auto* spacer = new QWidget{bar};
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spacer);
    auto* price = new PriceField{m_document, m_session, bar};
    bar->addWidget(price);
    connect(price, &PriceField::clicked, this, [this] {
        const ComparedDesigns* compared = m_session.compared();
        followLink(compared && compared->alternatives ? QStringLiteral("compare") : QStringLiteral("bill"));
    });
}

void MainWindow::makeStatusBar()
{
    m_hint = new QLabel{this};
    m_hint->setTextFormat(Qt::PlainText);
    m_state = new QLabel{this};
    m_state->setTextFormat(Qt::PlainText);
    m_hint->setContentsMargins(8, 2, 8, 2);
    m_state->setContentsMargins(8, 2, 8, 2);
    // Long texts are cut at the edge instead of widening the window.
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_hint, 1);
    statusBar()->addPermanentWidget(m_state);
    auto* results = new QToolButton{this};
    results->setObjectName(QStringLiteral("showResults"));
    results->setDefaultAction(m_resultsDock->toggleViewAction());
    results->setToolButtonStyle(Qt::ToolButtonTextOnly);
    results->setToolTip(tr("Show or hide the results (Ctrl+J)"));
    statusBar()->addPermanentWidget(results);
}

void MainWindow::wire()
{
    connect(m_palette, &PalettePanel::serviceChosen, m_canvas, &CanvasView::addServiceAtCentre);
    connect(&m_canvas->canvas(), &CanvasScene::selectedIdsChanged, m_inspector, &InspectorPanel::showItems);
    connect(&m_canvas->canvas(), &CanvasScene::selectedIdsChanged, this, [this](const QStringList& ids) {
        if (ids.size() == 1 && findComponent(m_document.design(), ids.front().toStdString()))
            m_results->showComponent(ids.front());
    });
    connect(m_canvas, &CanvasView::hinted, this, &MainWindow::showHint);
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
    connect(m_canvas, &CanvasView::problem, this,
            [this](const QString& text) { m_messages->showMessage(MessageBar::Tone::Warning, text); });
    connect(m_guard.get(), &FileGuard::changedOutside, this, [this] { offerReload(false); });
}

bool MainWindow::openFile(const QString& path)
{
    Result<std::vector<std::string>> warnings = m_document.open(path);
    if (!warnings) {
        m_messages->showMessage(MessageBar::Tone::Error,
                                tr("%1 was not opened. %2")
                                    .arg(QFileInfo{path}.fileName(), coreText(warnings.error().toString())));
        return false;
    }
    m_messages->hide();
    if (!warnings->empty()) {
        QStringList texts;
        for (const std::string& warning : *warnings)
            texts.append(coreText(warning));
        // The first few say enough; all are issues on the canvas.
        constexpr qsizetype kShown = 3;
        const qsizetype more = texts.size() - kShown;
        if (more > 0)
            texts = texts.first(kShown) << tr("and %n more", nullptr, static_cast<int>(more));
        m_messages->showMessage(MessageBar::Tone::Warning, texts.join(QLatin1Char{'\n'}));
    }
    if (m_guard->isOpenElsewhere())
        m_messages->showMessage(
            MessageBar::Tone::Warning,
            tr("%1 is open in another window, too. What is saved last there or here replaces the other.")
                .arg(QFileInfo{m_document.filePath()}.fileName()),
            {{tr("Save as…"), [this] { saveAs(); }}});
    remember(m_document.filePath());
    m_showComparison = true;
    m_canvas->setFocus();
    return true;
}

bool MainWindow::openTemplate(const std::string& id)
{
    for (const DesignTemplate& each : designTemplates()) {
        if (each.id != id)
            continue;
        Result<LoadedDesign> loaded = parseDesign(each.text, m_document.catalog());
        if (!loaded) {
            m_messages->showMessage(MessageBar::Tone::Error, coreText(loaded.error().toString()));
            return false;
        }
        m_messages->hide();
        m_document.replace(std::move(loaded->design), {});
        m_showComparison = true;
        m_canvas->setFocus();
        return true;
    }
    return false;
}

void MainWindow::newDesign()
{
    if (!mayReplace())
        return;
    m_messages->hide();
    m_document.replace({}, {});
}

void MainWindow::chooseFile()
{
    if (!mayReplace())
        return;
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open a design"), QFileInfo{m_document.filePath()}.path(),
                                     tr("Plimsoll designs (*.plimsoll);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void MainWindow::offerReload(bool saving)
{
    const QString name = QFileInfo{m_document.filePath()}.fileName();
    const QString text =
        saving ? tr("Not saved: another program has changed %1 since it was opened here.").arg(name)
               : tr("Another program has changed %1.").arg(name);
    m_messages->showMessage(
        MessageBar::Tone::Warning, text,
        {{tr("Reload"), [this] { reloadFile(); }},
         {tr("Keep mine"),
          [this, saving] {
              m_guard->accept();
              if (saving)
                  save();
              else
                  m_document.undoStack().resetClean();  // what is open is not what is saved
          }},
         {tr("Save as…"), [this] { saveAs(); }}});
}

void MainWindow::reloadFile()
{
    const ScenarioId scenario = m_document.currentScenario();
    if (openFile(m_document.filePath()) && findScenario(m_document.design(), scenario))
        m_document.setCurrentScenario(scenario);
}

bool MainWindow::save()
{
    // Nothing of another program's is overwritten without a word.
    if (!m_document.filePath().isEmpty() && m_guard->isChangedOutside()) {
        offerReload(true);
        return false;
    }
    return m_document.filePath().isEmpty() ? saveAs() : saveTo(m_document.filePath());
}

bool MainWindow::saveAs()
{
    QString path = QFileDialog::getSaveFileName(this, tr("Save the design"),
                                                suggestedFile(m_document, QStringLiteral("plimsoll")),
                                                tr("Plimsoll designs (*.plimsoll)"));
    if (path.isEmpty())
        return false;
    if (QFileInfo{path}.suffix().isEmpty())
        path += QStringLiteral(".plimsoll");
    return saveTo(path);
}

bool MainWindow::saveTo(const QString& path)
{
    if (Status status = m_document.save(path); !status) {
        m_messages->showMessage(MessageBar::Tone::Error,
                                tr("Not saved. %1").arg(coreText(status.error().toString())));
        return false;
    }
    remember(m_document.filePath());
    showHint(tr("Saved %1").arg(QFileInfo{path}.fileName()));
    return true;
}

void MainWindow::exportPicture()
{
    PictureDialog dialog{m_canvas->canvas(), this};
    if (dialog.exec() != QDialog::Accepted)
        return;
    QString path = QFileDialog::getSaveFileName(this, tr("Export a picture"),
                                                suggestedFile(m_document, dialog.suffix()), dialog.filter());
    if (path.isEmpty())
        return;
    if (QFileInfo{path}.suffix().isEmpty())
        path += QLatin1Char{'.'} + dialog.suffix();
    showWritten(writePicture(dialog.drawing(), path, dialog.options()), path);
}

void MainWindow::exportReport()
{
    const RunResult* result = m_session.result();
    if (!result)
        return;
    QString path = QFileDialog::getSaveFileName(
        this, tr("Export the report"), suggestedFile(m_document, QStringLiteral("html")),
        tr("Web page (*.html);;PDF (*.pdf);;Markdown (*.md);;CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)"));
    if (path.isEmpty())
        return;
    if (QFileInfo{path}.suffix().isEmpty())
        path += QStringLiteral(".html");
    showWritten(saveReport(reportOf(*result, m_document.design()), path, drawingOf(m_canvas->canvas())),
                path);
}

void MainWindow::showWritten(const Status& status, const QString& path)
{
    if (status)
        showHint(tr("Wrote %1").arg(QFileInfo{path}.fileName()));
    else
        m_messages->showMessage(MessageBar::Tone::Error, coreText(status.error().toString()));
}

void MainWindow::compareWithFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Compare with a design"),
                                                      QFileInfo{m_document.filePath()}.path(),
                                                      tr("Plimsoll designs (*.plimsoll);;All files (*)"));
    if (!path.isEmpty())
        compareWith(path);
}

bool MainWindow::compareWith(const QString& path)
{
    Result<LoadedDesign> loaded =
        loadDesignFile(std::filesystem::path{path.toStdU16String()}, m_document.catalog());
    if (!loaded) {
        m_messages->showMessage(
            MessageBar::Tone::Error,
            tr("%1 was not opened. %2").arg(QFileInfo{path}.fileName(), coreText(loaded.error().toString())));
        return false;
    }
    ComparisonChoice choice;
    choice.with = ComparisonChoice::With::Design;
    choice.other = std::make_shared<const Design>(std::move(loaded->design));
    choice.otherName = QFileInfo{path}.completeBaseName().toStdString();
    m_session.setComparisonChoice(std::move(choice));
    showResults();
    m_results->showComparison();
    return true;
}

bool MainWindow::mayReplace()
{
    if (!m_document.isModified())
        return true;
    QMessageBox box{QMessageBox::NoIcon, tr("Unsaved changes"), tr("This design has unsaved changes."),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this};
    box.setInformativeText(tr("Save them before going on?"));
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

void MainWindow::remember(const QString& path)
{
    QSettings settings;
    QStringList files = settings.value(QLatin1String{kRecentKey}).toStringList();
    files.removeAll(path);
    files.prepend(path);
    settings.setValue(QLatin1String{kRecentKey}, files.mid(0, kRecentFiles));
}

void MainWindow::listRecent()
{
    m_recent->clear();
    for (const QString& path : QSettings{}.value(QLatin1String{kRecentKey}).toStringList()) {
        QAction* action = m_recent->addAction(QFileInfo{path}.fileName(), this, [this, path] {
            if (mayReplace())
                openFile(path);
        });
        action->setToolTip(path);
        action->setStatusTip(path);
    }
    m_recent->setEnabled(!m_recent->isEmpty());
}

void MainWindow::startAutosave()
{
    m_autosave = std::make_unique<Autosave>(m_document);
    const auto leftover = m_autosave->leftover();
    if (!leftover)
        return;
    const QString name =
        leftover->original.isEmpty() ? tr("an unsaved design") : QFileInfo{leftover->original}.fileName();
    m_messages->showMessage(
        MessageBar::Tone::Info,
        tr("Plimsoll ended unexpectedly. Unsaved work on %1 from %2 can be recovered.")
            .arg(name, QLocale{}.toString(leftover->when, QLocale::ShortFormat)),
        {{tr("Recover"),
          [this, found = *leftover] {
              Result<LoadedDesign> loaded = loadDesignFile(found.copy.toStdString(), m_document.catalog());
              if (!loaded) {
                  m_messages->showMessage(MessageBar::Tone::Error, coreText(loaded.error().toString()));
                  return;
              }
              m_document.replace(std::move(loaded->design), found.original);
              m_document.undoStack().resetClean();  // recovered work is not saved work
              m_autosave->flush();
              m_autosave->discard(found);
          }},
         {tr("Discard"), [this, found = *leftover] { m_autosave->discard(found); }}});
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    restoreGeometry(settings.value(QLatin1String{kGeometryKey}).toByteArray());
    m_restored = restoreState(settings.value(QLatin1String{kStateKey}).toByteArray(), kLayoutVersion);
    m_resultsDock->setVisible(m_session.result() != nullptr);
    m_rails->fit(width());
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
        entries.push_back({tr("Add › %1").arg(QString::fromStdString(spec->name)),
                           Theme::current().serviceIcon(id),
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
