// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/desktop/run/difference_session.h"
#include "app/desktop/run/run_session.h"
#include "app/desktop/run/study_session.h"
#include "app/desktop/shell/command_palette.h"

#include <QtCore/QPointer>
#include <QtWidgets/QMainWindow>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QMenu;
class QMimeData;
class QProgressBar;

namespace plimsoll {

class Autosave;
class CanvasView;
class DockRails;
class FileGuard;
class UsersNames;
class GuidedRun;
class InspectorPanel;
class MessageBar;
class PalettePanel;
class ResultsPanel;
class TimelineBar;

/// The one window: puts the panels around the canvas and wires them together.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const ServiceLibrary& library, QWidget* parent = nullptr);
    ~MainWindow() override;

    DesignDocument& document() { return m_document; }
    RunSession& session() { return m_session; }
    StudySession& studies() { return m_studies; }
    DifferenceSession& differences() { return m_differences; }
    CanvasView& canvas() { return *m_canvas; }
    PalettePanel& palettePanel() { return *m_palette; }
    MessageBar& messages() { return *m_messages; }
    TimelineBar& timeline() { return *m_timeline; }

    /// False, with a message in the window, when the file cannot be opened; the open design stays.
    bool openFile(const QString& path);
    bool openTemplate(const std::string& id);
    /// Holds the open design against the one in this file. False, with a message in the window, when that cannot be.
    bool compareWith(const QString& path);
    /// Marks what the open design has differently from the one in this file; as compareWith().
    bool showDifferencesFrom(const QString& path);
    /// Begins keeping copies of unsaved work and offers what a crash left behind.
    void startAutosave();
    void restoreLayout();
    /// For the first start: no larger than what the screen has.
    void fitScreen(QSize available);
    void run();
    /// A first run in five steps, on a new design.
    void guide();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void dismantle();
    /// All panels, menus and bars anew, in the language that is chosen now; what is open and selected stays.
    void retranslate();
    void makePanels();
    void makeActions();
    void makeMenus();
    void makeToolBar();
    void makeStatusBar();
    void wire();
    void wireTimeline();

    void newDesign();
    void chooseFile();
    bool save();
    bool saveAs();
    bool saveTo(const QString& path);
    /// What goes to the clipboard is a picture, too, for other programs.
    void addPictures(QMimeData& clip, const QStringList& ids);
    void exportPicture();
    void exportReport();
    void showWritten(const Status& status, const QString& path);
    void compareWithFile();
    /// Null, with a message in the window, when there is no design in the file.
    std::shared_ptr<const Design> otherDesign(const QString& path);
    void chooseDifference();
    void wireDifferences();
    /// An interview: the design without a number in sight, until they are revealed.
    void hideNumbers(bool hidden);
    /// False when the user wants to stay with the unsaved design.
    bool mayReplace();
    void remember(const QString& path);
    static QStringList recentFiles();
    void listRecent();
    void showCommandPalette();
    std::vector<CommandPalette::Entry> paletteEntries();
    void showAbout();
    void followLink(const QString& link);
    void reloadFile();
    void offerReload(bool saving);
    void showResults();
    int resultsHeight() const;
    void makeRails();
    void keepUsersNames();
    void showTitle();
    void showRunState();
    void showHint(const QString& text);
    void showEstimateState();

    DesignDocument m_document;
    RunSession m_session;
    StudySession m_studies;
    DifferenceSession m_differences;
    std::unique_ptr<Autosave> m_autosave;
    std::unique_ptr<FileGuard> m_guard;
    std::unique_ptr<UsersNames> m_usersNames;  ///< of the open design
    bool m_restored = false;                   ///< panels are as the user left them
    bool m_shownBefore = false;
    bool m_timelineOffered = false;
    bool m_showComparison = false;  ///< once its figures are there: the design was just opened

    CanvasView* m_canvas = nullptr;
    MessageBar* m_messages = nullptr;
    PalettePanel* m_palette = nullptr;
    InspectorPanel* m_inspector = nullptr;
    ResultsPanel* m_results = nullptr;
    TimelineBar* m_timeline = nullptr;
    QDockWidget *m_paletteDock = nullptr, *m_inspectorDock = nullptr, *m_resultsDock = nullptr;

    struct {
        QAction *create, *open, *save, *saveAs, *exportPicture, *exportReport, *quit, *undo, *redo, *run,
            *stop, *compare, *sweep, *differences, *commands, *find, *findService, *results, *timeline, *keys,
            *guide, *about;
        QAction* themes[4];
        QList<QAction*> languages;
    } m_actions{};
    QMenu* m_recent = nullptr;
    QComboBox* m_region = nullptr;
    QList<QLabel*> m_barLabels;
    DockRails* m_rails = nullptr;
    QPointer<GuidedRun> m_guide;
    QWidget* m_runButton = nullptr;
    QProgressBar* m_progress = nullptr;
    QAction* m_progressAction = nullptr;
    QAction* m_priceAction = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_state = nullptr;
};

}  // namespace plimsoll
