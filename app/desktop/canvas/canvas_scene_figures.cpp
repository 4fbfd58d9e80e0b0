// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/canvas_scene.h"

#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/connection_item.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/text/format.h"
#include "model/catalog/connection_sentence.h"
#include "model/validation/issue.h"

#include <set>
#include <utility>

// What is said at the items: figures, what is wrong with them, sentences.

namespace plimsoll {

namespace {

QString sentenceCase(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

}  // namespace

QString CanvasScene::sentenceOf(const QString& connectionId) const
{
    const Connection* connection = findConnection(m_document.design(), connectionId.toStdString());
    return connection ? sentenceCase(
               coreText(connectionSentence(*connection, m_document.design(), m_document.catalog())))
                      : QString{};
}

void CanvasScene::setOverlay(Overlay overlay)
{
    if (overlay == m_overlay)
        return;
    m_overlay = overlay;
    refreshFigures();
    emit overlayChanged();
}

void CanvasScene::setNumbersHidden(bool hidden)
{
    if (std::exchange(m_numbersHidden, hidden) != hidden)
        refreshFigures();
}

void CanvasScene::setMoment(std::optional<double> seconds)
{
    if (seconds == m_moment)
        return;
    m_moment = seconds;
    m_figureTimer.start();
}

void CanvasScene::setTokenPhase(std::optional<double> phase)
{
    for (ConnectionItem* each : std::as_const(m_connections))
        each->setTokenPhase(phase);
}

void CanvasScene::refreshFigures()
{
    if (m_numbersHidden) {
        m_figures = {};
        for (ComponentItem* each : std::as_const(m_components))
            each->setFigure({});
        for (ConnectionItem* each : std::as_const(m_connections))
            each->setFigure({}, m_overlay);
        for (GroupItem* each : std::as_const(m_groups))
            each->setFigure({});
        emit figuresChanged();
        return;
    }
    m_figures = OverlayFigures{m_document, m_session, m_overlay, m_moment};
    for (ComponentItem* each : std::as_const(m_components))
        each->setFigure(m_figures.component(each->id()));
    for (ConnectionItem* each : std::as_const(m_connections))
        each->setFigure(m_figures.connection(each->id()), m_overlay);
    for (auto at = m_bundles.cbegin(); at != m_bundles.cend(); ++at)
        if (at->size() > 1)
            m_connections.value(at.key())->setFigure(m_figures.together(*at), m_overlay);
    const QHash<QString, GroupFigure> groups = groupFigures(m_document, m_session);
    for (GroupItem* each : std::as_const(m_groups))
        each->setFigure(groups.value(each->id()));
    emit figuresChanged();
}

void CanvasScene::refreshIssues()
{
    QHash<QString, std::pair<std::optional<Severity>, QStringList>> found;
    std::set<std::string> faultyConnections;
    for (const Issue& issue : m_session.estimate().issues) {
        if (issue.severity == Severity::Error && !issue.connection.empty())
            faultyConnections.insert(issue.connection);
        if (issue.component.empty())
            continue;
        auto& [worst, texts] = found[QString::fromStdString(issue.component)];
        if (!worst || issue.severity < *worst)
            worst = issue.severity;
        const QString remedy = coreText(issue.remedy);
        const QString what = sentenceCase(coreText(issue.what));
        texts.append(remedy.isEmpty() ? what : what + QStringLiteral(" — ") + remedy);
    }
    for (ComponentItem* each : std::as_const(m_components)) {
        const auto& [worst, texts] = found.value(each->id());
        each->setIssues(worst, texts);
    }
    for (ConnectionItem* each : std::as_const(m_connections))
        each->setFaulty(faultyConnections.contains(each->id().toStdString()));
}

}  // namespace plimsoll
