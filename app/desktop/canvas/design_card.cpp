// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/design_card.h"

#include "app/desktop/document/pages.h"
#include "app/desktop/look/card.h"
#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/run/compared_designs.h"
#include "app/desktop/text/format.h"
#include "app/study/evaluation.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QTextLayout>

#include <algorithm>
#include <utility>

namespace plimsoll {

namespace {

constexpr double kPadding = 10;
constexpr double kPicture = 78;
constexpr std::size_t kMostPriced = 40;  // components; more would be waited for

}  // namespace

DesignCard::DesignCard(Design design, const ServiceLibrary& library, const QString& name, QWidget* parent)
    : QAbstractButton{parent},
      m_design{std::move(design)},
      m_library{library},
      m_title{m_design.title.empty() ? name : QString::fromStdString(m_design.title)}
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(m_title);
    setAttribute(Qt::WA_Hover);
}

QString DesignCard::price()
{
    if (m_price)
        return *m_price;
    QStringList prices;
    if (!m_design.scenarios.empty() && m_design.components.size() <= kMostPriced) {
        const ScenarioId scenario = m_design.scenarios.front().id;
        std::vector<Contender> sides = contendersOf(m_design, scenario, {});
        if (sides.size() < 2 || !areAlternatives(m_design, sides, m_library, scenario, {}))
            sides = {{{}, m_design}};
        for (const Contender& side : sides)
            if (const Result<Bill> bill = estimateBill(side.design, m_library, scenario, {}); bill)
                prices << Format{}.money(bill->total);
    }
    m_price = prices.isEmpty() ? QString{} : tr("%1 a month").arg(prices.join(tr(" or ")));
    return *m_price;
}

void DesignCard::paintPicture(QPainter& painter, const QRectF& area) const
{
    QRectF content;
    const Pages pages{m_design};
    const auto isOnFirst = [&](const Component& each) { return pages.of(each.extraJson) == pages.known({}); };
    for (const Component& each : m_design.components)
        if (isOnFirst(each))
            content |= QRectF{each.position.x, each.position.y, kCardWidth, kCardHeight};
    if (content.isEmpty())
        return;
    const double scale = std::min({area.width() / content.width(), area.height() / content.height(), 0.5});
    const QPointF shift = area.center() - content.center() * scale;
    const auto place = [&](const Component& each) {
        return QRectF{QPointF{each.position.x, each.position.y} * scale + shift,
                      QSizeF{kCardWidth, kCardHeight} * scale};
    };
    painter.setPen(QPen{style::colour("edge"), 1});
    for (const Connection& each : m_design.connections) {
        const Component* from = findComponent(m_design, each.from);
        const Component* to = findComponent(m_design, each.to);
        if (!from || !to || !isOnFirst(*from) || !isOnFirst(*to))
            continue;
        const QRectF a = place(*from), b = place(*to);
        const bool forward = b.left() >= a.right();
        painter.drawLine(forward ? QPointF{a.right(), a.center().y()} : a.center(),
                         forward ? QPointF{b.left(), b.center().y()} : b.center());
    }
    for (const Component& each : m_design.components) {
        if (!isOnFirst(each))
            continue;
        const QRectF card = place(each);
        painter.setPen(QPen{style::colour("nodeBorder"), 1});
        painter.setBrush(style::colour("nodeFill"));
        painter.drawRoundedRect(card, 2, 2);
        const double side = std::max(8.0, std::min(card.height() - 2, 22.0));
        const QRectF icon{card.center() - QPointF{side, side} / 2, QSizeF{side, side}};
        Theme::current().paintService(painter, QString::fromStdString(each.service), icon, 1);
    }
}

void DesignCard::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = hasFocus() || underMouse();
    painter.setPen(QPen{style::colour(marked ? "accent" : "border"), marked ? 2.0 : 1.0});
    painter.setBrush(style::colour("surfaceRaised"));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), 8, 8);
    paintPicture(painter, QRectF{kPadding, kPadding, width() - 2 * kPadding, kPicture});
    const QFont strong = style::bold(font());
    const QFontMetricsF metrics{strong};
    const double width = this->width() - 2 * kPadding;
    QRectF line{kPadding, kPadding + kPicture + 6, width, metrics.height()};
    painter.setFont(strong);
    painter.setPen(style::colour("text"));
    // A long title takes two lines: the price below it has room for that.
    QTextLayout title{m_title, strong};
    title.beginLayout();
    QTextLine first = title.createLine();
    first.setLineWidth(width);
    title.endLayout();
    const QString rest = m_title.mid(first.textLength());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_title.left(first.textLength()).trimmed());
    if (!rest.isEmpty()) {
        line.translate(0, metrics.height());
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(rest, Qt::ElideRight, width));
    }
    painter.setFont(style::small(font()));
    painter.setPen(style::colour("textMuted"));
    painter.drawText(line.translated(0, metrics.height() + 2), Qt::AlignLeft | Qt::AlignVCenter, price());
}

}  // namespace plimsoll
