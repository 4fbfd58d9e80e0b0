// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shell/main_window.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/canvas/empty_state.h"
#include "app/desktop/document/autosave.h"
#include "app/desktop/document/file_guard.h"
#include "app/desktop/render/picture_dialog.h"
#include "app/desktop/render/report_export.h"
#include "app/desktop/results/results_panel.h"
#include "app/desktop/shell/message_bar.h"
#include "app/desktop/text/format.h"
#include "app/study/templates.h"
#include "model/serialization/design_file.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtCore/QSettings>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>

#include <filesystem>
#include <utility>

namespace plimsoll {

namespace {

constexpr int kRecentFiles = 8;
constexpr auto kRecentKey = "recentFiles";

}  // namespace

bool MainWindow::openFile(const QString& path)
{
    Result<std::vector<std::string>> warnings = m_document.open(path);
    if (!warnings) {
        m_messages->showMessage(
            MessageBar::Tone::Error,
            tr("%1 was not opened. %2").arg(QFileInfo{path}.fileName(), coreText(warnings.error())));
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
            m_messages->showMessage(MessageBar::Tone::Error, coreText(loaded.error()));
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
    m_canvas->emptyState().setRecentFiles(recentFiles());
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
        m_messages->showMessage(MessageBar::Tone::Error, tr("Not saved. %1").arg(coreText(status.error())));
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
    const Result<QStringList> written = writePictures(dialog.drawings(), path, dialog.options());
    if (written && written->size() > 1)
        showHint(tr("Wrote %n files beside %1", nullptr, static_cast<int>(written->size()))
                     .arg(QFileInfo{written->front()}.fileName()));
    else
        showWritten(written ? Status{Done{}} : Status{written.error()}, path);
}

void MainWindow::addPictures(QMimeData& clip, const QStringList& ids)
{
    // Drawn at once, as what is copied may be gone when it is pasted; thousands of items would make the key wait.
    constexpr qsizetype kMostDrawn = 300;
    const Drawing drawing = drawingOf(m_canvas->canvas(), ids);
    if (ids.size() > kMostDrawn || drawing.isEmpty())
        return;
    const PictureOptions options;
    const ThemeForPaper theme{options.theme};
    clip.setData(QStringLiteral("image/svg+xml"),
                 svgOf(drawing, Theme::current().colour(QStringLiteral("canvas"))));
    clip.setImageData(pictureOf(drawing, options));
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
    const Drawing diagram =
        stacked(drawingsOfPages(m_canvas->canvas()), QString::fromStdString(m_document.design().title));
    showWritten(saveReport(reportOf(*result, m_document.design()), path, diagram, &m_document.catalog()),
                path);
}

void MainWindow::showWritten(const Status& status, const QString& path)
{
    if (status)
        showHint(tr("Wrote %1").arg(QFileInfo{path}.fileName()));
    else
        m_messages->showMessage(MessageBar::Tone::Error, coreText(status.error()));
}

void MainWindow::compareWithFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Compare with a design"),
                                                      QFileInfo{m_document.filePath()}.path(),
                                                      tr("Plimsoll designs (*.plimsoll);;All files (*)"));
    if (!path.isEmpty())
        compareWith(path);
}

std::shared_ptr<const Design> MainWindow::otherDesign(const QString& path)
{
    Result<LoadedDesign> loaded =
        loadDesignFile(std::filesystem::path{path.toStdU16String()}, m_document.catalog());
    if (!loaded) {
        m_messages->showMessage(
            MessageBar::Tone::Error,
            tr("%1 was not opened. %2").arg(QFileInfo{path}.fileName(), coreText(loaded.error())));
        return nullptr;
    }
    return std::make_shared<const Design>(std::move(loaded->design));
}

void MainWindow::chooseDifference()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Show changes from a design"),
                                                      QFileInfo{m_document.filePath()}.path(),
                                                      tr("Plimsoll designs (*.plimsoll);;All files (*)"));
    if (!path.isEmpty())
        showDifferencesFrom(path);
}

bool MainWindow::showDifferencesFrom(const QString& path)
{
    std::shared_ptr<const Design> other = otherDesign(path);
    if (!other)
        return false;
    m_differences.setOther(std::move(other), QFileInfo{path}.completeBaseName());
    showResults();
    m_results->showDifferences();
    return true;
}

bool MainWindow::compareWith(const QString& path)
{
    std::shared_ptr<const Design> other = otherDesign(path);
    if (!other)
        return false;
    ComparisonChoice choice;
    choice.with = ComparisonChoice::With::Design;
    choice.other = std::move(other);
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
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    QSettings{}.setValue(QLatin1String{kRecentKey}, files.mid(0, kRecentFiles));
}

QStringList MainWindow::recentFiles()
{
    return QSettings{}.value(QLatin1String{kRecentKey}).toStringList();
}

void MainWindow::listRecent()
{
    m_recent->clear();
    for (const QString& path : recentFiles()) {
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
                  m_messages->showMessage(MessageBar::Tone::Error, coreText(loaded.error()));
                  return;
              }
              m_document.replace(std::move(loaded->design), found.original);
              m_document.undoStack().resetClean();  // recovered work is not saved work
              m_autosave->flush();
              m_autosave->discard(found);
          }},
         {tr("Discard"), [this, found = *leftover] { m_autosave->discard(found); }}});
}

}  // namespace plimsoll
