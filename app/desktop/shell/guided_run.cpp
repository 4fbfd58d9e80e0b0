// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shell/guided_run.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/overlay_switch.h"
#include "app/desktop/look/theme.h"

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <initializer_list>

namespace plimsoll {

namespace {

constexpr int kMargin = 20;
constexpr int kWidths[] = {340, 390, 510, 680};

/// Rings a part of the window and lets everything through.
class Ring final : public QWidget {
public:
    explicit Ring(QWidget* window) : QWidget{window}
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen{Theme::current().colour("accent"), 3});
        painter.drawRoundedRect(QRectF{rect()}.adjusted(2, 2, -2, -2), 8, 8);
    }
};

}  // namespace

GuidedRun::GuidedRun(DesignDocument& document, RunSession& session, const Places& places, QWidget* window)
    : QFrame{window},
      m_document{document},
      m_session{session},
      m_places{places},
      m_count{new QLabel{this}},
      m_title{new QLabel{this}},
      m_text{new QLabel{this}},
      m_skip{new QPushButton{tr("Skip this step"), this}},
      m_end{new QPushButton{this}},
      m_ring{new Ring{window}}
{
    setObjectName(QStringLiteral("guidedRun"));
    setAccessibleName(tr("First run, step by step"));
    m_count->setProperty("role", "muted");
    m_title->setStyleSheet(QStringLiteral("font-weight: 600; font-size: 11pt;"));
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_skip->setObjectName(QStringLiteral("skipStep"));
    m_end->setObjectName(QStringLiteral("endGuide"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_end);
    buttons->addStretch();
    buttons->addWidget(m_skip);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(6);
    column->addWidget(m_count);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(buttons);
    connect(m_skip, &QPushButton::clicked, this, [this] {
        ++m_step;
        follow();
    });
    connect(m_end, &QPushButton::clicked, this, &QObject::deleteLater);
    connect(&m_document, &DesignDocument::revisionChanged, this, &GuidedRun::follow);
    connect(&m_session, &RunSession::finished, this, &GuidedRun::follow);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
    // The canvas also moves under it without any other size, where all of the design is brought into sight.
    for (const QScrollBar* bar : {places.canvas->horizontalScrollBar(), places.canvas->verticalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, this, &GuidedRun::place);
    window->installEventFilter(this);
    places.canvas->viewport()->installEventFilter(this);
    for (QWidget* each :
         std::initializer_list<QWidget*>{places.palette, places.canvas, places.run, places.results})
        each->installEventFilter(this);
    follow();
    show();
}

GuidedRun::~GuidedRun()
{
    delete m_ring;
}

bool GuidedRun::isDone(int step) const
{
    const Design& design = m_document.design();
    switch (step) {
    case 0:
        return std::any_of(design.components.begin(), design.components.end(), [&](const Component& each) {
            const ServiceSpec* spec = m_document.catalog().find(each.service);
            return spec && spec->isSource;
        });
    case 1:
        return design.components.size() > 1;
    case 2:
        return !design.connections.empty();
    case 3:
        return m_session.result() != nullptr;
    default:
        return false;
    }
}

QWidget* GuidedRun::placeOf(int step) const
{
    return step <= 1   ? m_places.palette
           : step == 2 ? m_places.canvas
           : step == 3 ? m_places.run
                       : m_places.results;
}

void GuidedRun::follow()
{
    while (m_step + 1 < kSteps && isDone(m_step))
        ++m_step;
    m_step = std::min(m_step, kSteps - 1);
    showStep();
}

void GuidedRun::showStep()
{
    const std::pair<QString, QString> steps[kSteps] = {
        {tr("Add what sends the records"), tr("Drag \"Traffic source\" from the left onto the canvas. It "
                                              "starts with 100 records of 1 KB a second.")},
        {tr("Add what takes them"),
         tr("Drag \"Kinesis Data Streams\" to the right of it. Its number of shards is sized for you.")},
        {tr("Connect the two"),
         tr("Point at the source's card and drag from the dot at its right edge onto the stream.")},
        {tr("Run it"), tr("Press Run (F5). Minutes of traffic are played message by message, in a moment.")},
        {tr("Read what came of it"),
         tr("The verdict comes first; every clause and every number can be asked \"Why?\". The price of a "
            "month is "
            "at the top right. Change a number in the inspector and run again.")}};
    const auto& [title, text] = steps[m_step];
    m_count->setText(tr("Step %1 of %2").arg(m_step + 1).arg(kSteps));
    m_title->setText(title);
    m_text->setText(text);
    m_skip->setVisible(m_step + 1 < kSteps);
    m_end->setText(m_step + 1 < kSteps ? tr("End") : tr("Done"));
    setAccessibleDescription(title + QStringLiteral(". ") + text);
    // Panels that the step brought up have their place only in a moment.
    QTimer::singleShot(0, this, &GuidedRun::place);
}

GuidedRun::Place GuidedRun::freePlace(QSize size) const
{
    // In the corner of the canvas where it covers no card, first the lower right: these steps go from the left.
    constexpr int kUnderTheEdge = 10;
    CanvasView& canvas = *m_places.canvas;
    const QRect room{canvas.mapTo(parentWidget(), QPoint{}), canvas.size()};
    const int right = room.right() - size.width() - kMargin, left = room.left() + kMargin;
    const auto* bar = canvas.findChild<OverlaySwitch*>();
    const QRect switches = bar ? bar->geometry() : QRect{};
    const int bottom = room.bottom() - size.height() - kMargin;
    const int top = room.top() + kUnderTheEdge, below = room.top() + switches.bottom() + kUnderTheEdge;
    QList<QPoint> places{{right, bottom}, {right, top}, {right, below}, {left, bottom}, {left, below}};
    // Where the cards leave no corner there may be room between them.
    constexpr int kStep = 24;
    for (int y = bottom; y >= top; y -= kStep)
        for (int x = right; x >= left; x -= kStep)
            places.append({x, y});
    QList<QRect> taken{switches};
    for (const ComponentItem* each : canvas.canvas().componentItems())
        taken.append(canvas.mapFromScene(each->mapRectToScene(each->card())).boundingRect());
    Place best{places.front()};
    for (const QPoint place : places) {
        if (place.y() < room.top())
            continue;
        const QRect here{canvas.mapFrom(parentWidget(), place), size};
        qint64 covered = 0;
        for (const QRect& each : taken) {
            const QRect both = each & here;
            covered += qint64{both.width()} * both.height();
        }
        if (covered < best.covered)
            best = {place, covered};
        if (covered == 0)
            break;
    }
    return best;
}

QRect GuidedRun::wanted() const
{
    // Texts that wrap say how high they are only when they are told how wide. Where cards leave no room for it, it is wider and
    // lower.
    const auto sizeAt = [this](int width) { return QSize{width, layout()->heightForWidth(width)}; };
    for (const int width : kWidths) {
        if (const Place free = freePlace(sizeAt(width)); free.covered == 0)
            return {free.at, sizeAt(width)};
    }
    // A canvas as low as that has none: beside it, at the foot of the window.
    const QSize size = sizeAt(kWidths[0]);
    const QWidget* host = parentWidget();
    return {QPoint{host->width() - size.width() - kMargin, host->height() - size.height() - 2 * kMargin},
            size};
}

void GuidedRun::place()
{
    QWidget* host = parentWidget();
    setGeometry(wanted());
    raise();
    QWidget* ringed = placeOf(m_step);
    if (!m_ring)
        return;
    m_ring->setVisible(ringed->isVisible());
    m_ring->setGeometry(QRect{ringed->mapTo(host, QPoint{}), ringed->size()}.adjusted(-3, -3, 3, 3));
    m_ring->raise();
    raise();
}

bool GuidedRun::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show
        || event->type() == QEvent::Hide)
        QTimer::singleShot(0, this, &GuidedRun::place);
    // The canvas may show its cards elsewhere without having moved itself.
    if (event->type() == QEvent::Paint && watched == m_places.canvas->viewport())
        QTimer::singleShot(0, this, [this] {
            if (wanted() != geometry())
                place();
        });
    return QFrame::eventFilter(watched, event);
}

void GuidedRun::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{theme.colour("accent"), 1.5});
    painter.setBrush(theme.colour("surfaceRaised"));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), 10, 10);
}

}  // namespace plimsoll
