// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/tools/connect_tool.h"

#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/document/commands/connect_items.h"
#include "app/desktop/look/theme.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLineF>
#include <QtGui/QPen>

namespace plimsoll {

namespace {

ComponentItem::Candidate candidateOf(Legality::Verdict verdict)
{
    switch (verdict) {
    case Legality::Verdict::Legal:
    case Legality::Verdict::Reversed:
        return ComponentItem::Candidate::Legal;
    case Legality::Verdict::CustomCode:
    case Legality::Verdict::DrawnOnly:
        return ComponentItem::Candidate::Custom;
    case Legality::Verdict::Refused:
        return ComponentItem::Candidate::Refused;
    }
    return ComponentItem::Candidate::None;
}

CanvasScene::HintTone toneOf(Legality::Verdict verdict)
{
    switch (verdict) {
    case Legality::Verdict::Legal:
    case Legality::Verdict::Reversed:
        return CanvasScene::HintTone::Good;
    case Legality::Verdict::CustomCode:
    case Legality::Verdict::DrawnOnly:
        return CanvasScene::HintTone::Warn;
    case Legality::Verdict::Refused:
        return CanvasScene::HintTone::Bad;
    }
    return CanvasScene::HintTone::Plain;
}

}  // namespace

ConnectTool::ConnectTool(CanvasScene& scene, ComponentItem& start, const ComponentItem::Port& port)
    : m_scene{scene},
      m_startId{start.id()},
      m_port{port},
      m_origin{start.mapToScene(port.position)},
      m_rubber{std::make_unique<QGraphicsPathItem>()}
{
    // Every pair is judged once, at the start; moving only looks up.
    for (ComponentItem* each : scene.componentItems()) {
        if (each == &start)
            continue;
        const Pairing pairing = judge(each->id());
        each->setCandidate(candidateOf(pairing.verdict));
        m_pairings.insert(each->id(), pairing);
    }
    m_rubber->setPen(QPen{Theme::current().colour("accent"), 2.2, Qt::SolidLine, Qt::RoundCap});
    m_rubber->setZValue(100);
    scene.addItem(m_rubber.get());
}

ConnectTool::~ConnectTool() = default;

Pairing ConnectTool::judge(const QString& other) const
{
    const ComponentId start = m_startId.toStdString();
    const ComponentId end = other.toStdString();
    if (m_port.role == ComponentItem::Port::Role::Input)
        return judgePair(m_scene.document(), end, start);
    return judgePair(m_scene.document(), start, end, m_port.name.toStdString());
}

void ConnectTool::move(QPointF scenePosition, Qt::KeyboardModifiers)
{
    const ComponentItem* target = m_scene.componentNear(scenePosition);
    QPointF end = scenePosition;
    PortSide endSide = m_port.role == ComponentItem::Port::Role::Input ? PortSide::Right : PortSide::Left;
    QString colour = QStringLiteral("accent");
    if (target && target->id() != m_startId) {
        const Pairing& pairing = m_pairings[target->id()];
        if (pairing.isAllowed()) {
            end = m_port.role == ComponentItem::Port::Role::Input
                      ? target->mapToScene(target->output().position)
                      : target->input();
            colour = toneOf(pairing.verdict) == CanvasScene::HintTone::Warn ? QStringLiteral("warn")
                                                                            : QStringLiteral("ok");
        } else {
            colour = QStringLiteral("danger");
        }
        emit m_scene.hintShown(pairing.hint, toneOf(pairing.verdict), scenePosition);
    } else if (target || QLineF{m_origin, scenePosition}.length() < 40) {
        emit m_scene.hintCleared();
    } else {
        emit m_scene.hintShown(
            QCoreApplication::translate("ConnectTool", "Drop here to choose what comes next"),
            CanvasScene::HintTone::Plain, scenePosition);
    }
    QPen pen = m_rubber->pen();
    pen.setColor(Theme::current().colour(colour));
    m_rubber->setPen(pen);
    m_rubber->setPath(curveBetween(m_origin, m_port.side, end, endSide));
}

void ConnectTool::release(QPointF scenePosition)
{
    const ComponentItem* target = m_scene.componentNear(scenePosition);
    const Pairing pairing = target ? m_pairings.value(target->id()) : Pairing{};
    clear();
    if (!target) {
        // A click on a port is not yet a wish to connect.
        if (QLineF{m_origin, scenePosition}.length() > 40)
            emit m_scene.followRequested(m_startId, m_port.name,
                                         m_port.role == ComponentItem::Port::Role::Input, scenePosition);
        return;
    }
    if (!pairing.isAllowed()) {
        if (target->id() == m_startId)
            return;
        const bool backwards = m_port.role == ComponentItem::Port::Role::Input;
        emit m_scene.refused(backwards ? target->id() : m_startId, backwards ? m_startId : target->id(),
                             m_port.name, pairing.hint, scenePosition);
        return;
    }
    DesignDocument& document = m_scene.document();
    // Ownership passes to the undo stack.
    auto* command = new ConnectItems{document, pairing.from, pairing.to, pairing.parameters};
    const QString id = command->connectionId();
    document.undoStack().push(command);
    m_scene.select({id});
    emit m_scene.connected(id, pairing.hint);
}

void ConnectTool::cancel()
{
    clear();
}

void ConnectTool::clear()
{
    emit m_scene.hintCleared();
    for (ComponentItem* each : m_scene.componentItems())
        each->setCandidate(ComponentItem::Candidate::None);
    m_rubber.reset();
}

}  // namespace plimsoll
