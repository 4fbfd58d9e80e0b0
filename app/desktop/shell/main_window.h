// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/desktop/run/run_session.h"

#include <QtWidgets/QMainWindow>

#include <memory>

class QLabel;
class QMenu;
class QProgressBar;

namespace plimsoll {

class Autosave;
class CanvasView;
class InspectorPanel;
class MessageBar;
class PalettePanel;
class ResultsPanel;

/// The one window: puts the panels around the canvas and wires them together.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const ServiceLibrary& library, QWidget* parent = nullptr);
    ~MainWindow() override;

    DesignDocument& document() { return m_document; }
    RunSession& session() { return m_session; }
    CanvasView& canvas() { return *m_canvas; }
    PalettePanel& palettePanel() { return *m_palette; }
    MessageBar& messages() { return *m_messages; }

    /// False, with a message in the window, when the file cannot be opened; the open design stays.
    bool openFile(const QString& path);
    bool openTemplate(const std::string& id);
    /// Begins keeping copies of unsaved work and offers what a crash left behind.
    void startAutosave();
    void restoreLayout();
    void run();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makePanels();
    void makeActions();
    void makeMenus();
    void makeToolBar();
    void makeStatusBar();
    void wire();

    void newDesign();
    void chooseFile();
    bool save();
    bool saveAs();
    bool saveTo(const QString& path);
    void exportPicture();
    void exportReport();
    void showWritten(const Status& status, const QString& path);
    /// False when the user wants to stay with the unsaved design.
    bool mayReplace();
    void remember(const QString& path);
    void listRecent();
    void showCommandPalette();
    void showAbout();
    void followLink(const QString& link);
    void showTitle();
    void showRunState();
    void showHint(const QString& text);
    void showEstimateState();

    DesignDocument m_document;
    RunSession m_session;
    std::unique_ptr<Autosave> m_autosave;

    CanvasView* m_canvas = nullptr;
    MessageBar* m_messages = nullptr;
    PalettePanel* m_palette = nullptr;
    InspectorPanel* m_inspector = nullptr;
    ResultsPanel* m_results = nullptr;
    QDockWidget *m_paletteDock = nullptr, *m_inspectorDock = nullptr, *m_resultsDock = nullptr;

    struct {
        QAction *create, *open, *save, *saveAs, *exportPicture, *exportReport, *quit, *undo, *redo, *run,
            *stop, *commands, *findService, *about;
        QAction* themes[3];
    } m_actions{};
    QMenu* m_recent = nullptr;
    QProgressBar* m_progress = nullptr;
    QAction* m_progressAction = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_state = nullptr;
};

}  // namespace plimsoll
