// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shell/main_window.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/inspector/region_picker.h"
#include "app/desktop/inspector/scenario_picker.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/palette/palette_panel.h"
#include "app/desktop/results/price_field.h"
#include "app/desktop/results/results_panel.h"
#include "app/desktop/shell/runs_picker.h"
#include "app/desktop/shell/shortcut_sheet.h"
#include "app/desktop/text/format.h"
#include "app/desktop/text/language.h"
#include "app/study/templates.h"

#include <QtGui/QActionGroup>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QToolBar>
#include <QtWidgets/QToolButton>

namespace plimsoll {

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
    m_actions.sweep = make(tr("S&weep and size search…"), nullptr,
                           {QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_W}}, [this] {
                               showResults();
                               m_results->showStudies();
                           });
    m_actions.differences =
        make(tr("Show &changes from a file…"), nullptr, {}, [this] { chooseDifference(); });
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
    m_actions.timeline =
        make(tr("T&imeline"), nullptr, {QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_J}}, [] {});
    m_actions.timeline->setCheckable(true);
    m_actions.keys =
        make(tr("&Keys"), nullptr, {QKeySequence{Qt::Key_Question}, QKeySequence{Qt::Key_F1}}, [this] {
            (new ShortcutSheet{*menuBar(), this})->show();
        });
    m_actions.guide = make(tr("&First run, step by step"), nullptr, {}, [this] { guide(); });
    m_actions.about = make(tr("&About Plimsoll"), "info", {}, [this] { showAbout(); });

    auto* themes = new QActionGroup{this};
    const std::pair<QString, ThemeChoice> choices[] = {{tr("Like the &system"), ThemeChoice::System},
                                                       {tr("&Light"), ThemeChoice::Light},
                                                       {tr("&Dark"), ThemeChoice::Dark},
                                                       {tr("&High contrast"), ThemeChoice::HighContrast}};
    for (int i = 0; i < 4; ++i) {
        QAction* action = make(choices[i].first, nullptr, {},
                               [choice = choices[i].second] { Theme::current().setChoice(choice); });
        action->setCheckable(true);
        action->setChecked(theme.choice() == choices[i].second);
        themes->addAction(action);
        m_actions.themes[i] = action;
    }

    auto* languages = new QActionGroup{this};
    for (const Language::Choice& each : Language::offered()) {
        QAction* action =
            make(each.name, nullptr, {}, [code = each.code] { Language::current().setChoice(code); });
        action->setCheckable(true);
        action->setChecked(Language::current().choice() == each.code);
        languages->addAction(action);
        m_actions.languages.append(action);
    }
}

void MainWindow::makeMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_actions.create, m_actions.open});
    m_recent = file->addMenu(tr("Open &recent"));
    QMenu* templates = file->addMenu(tr("&Templates"));
    for (const DesignTemplate& each : designTemplates()) {
        const QString name = coreText(each.title.empty() ? each.id : each.title);
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
    edit->addActions({canvas.rename, canvas.connectSelected, canvas.selectSimilar, canvas.group,
                      canvas.ungroup, canvas.addNote});
    edit->addActions({canvas.collapse, canvas.lock, canvas.toFront, canvas.toBack});
    edit->addActions({canvas.tidy, canvas.pin});
    QMenu* align = edit->addMenu(tr("Ali&gn"));
    for (QAction* each : canvas.alignments)
        align->addAction(each);
    align->addSeparator();
    align->addActions({canvas.distributeAcross, canvas.distributeDown, canvas.sameSize});
    edit->addSeparator();
    edit->addActions({m_actions.find, m_actions.findService, m_actions.commands});

    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (QAction* overlay : canvas.overlays)
        view->addAction(overlay);
    view->addSeparator();
    view->addActions({canvas.zoomIn, canvas.zoomOut, canvas.zoomFull, canvas.zoomFit, canvas.zoomSelection,
                      canvas.minimap, canvas.lineage, canvas.board, canvas.newPage, canvas.hideNumbers});
    view->addSeparator();
    QMenu* lines = view->addMenu(tr("Li&nes"));
    for (QAction* each : canvas.lines)
        lines->addAction(each);
    QMenu* theme = view->addMenu(Theme::current().icon(QStringLiteral("theme")), tr("&Theme"));
    for (QAction* each : m_actions.themes)
        theme->addAction(each);
    view->addMenu(tr("La&nguage"))->addActions(m_actions.languages);
    QMenu* panels = view->addMenu(tr("&Panels"));
    panels->addActions({m_paletteDock->toggleViewAction(), m_inspectorDock->toggleViewAction(),
                        m_resultsDock->toggleViewAction(), m_actions.timeline});

    QMenu* runMenu = menuBar()->addMenu(tr("&Run"));
    runMenu->addActions({m_actions.run, m_actions.stop});
    runMenu->addSeparator();
    runMenu->addActions({m_actions.compare, m_actions.differences, m_actions.sweep});

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addActions({m_actions.guide, m_actions.keys, m_actions.about});
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
    m_runButton = runButton;
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
    m_priceAction = bar->addWidget(price);
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

}  // namespace plimsoll
