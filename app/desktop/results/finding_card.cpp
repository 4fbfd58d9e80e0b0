// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/finding_card.h"

#include "app/desktop/results/chart_style.h"
#include "app/desktop/results/derivation_view.h"
#include "app/desktop/results/disclosure.h"
#include "app/desktop/text/format.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace plimsoll {

namespace {

const char* inkOf(FindingLevel level)
{
    switch (level) {
    case FindingLevel::Problem:
        return "danger";
    case FindingLevel::Advice:
        return "warn";
    case FindingLevel::Note:
        return "info";
    }
    return "info";
}

}  // namespace

FindingCard::FindingCard(const Finding& finding, const QString& where, QWidget* parent)
    : QFrame{parent}, m_level{finding.level}
{
    setFrameShape(QFrame::NoFrame);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(14, 8, 10, 8);
    layout->setSpacing(3);

    auto* text = new QLabel{this};
    text->setWordWrap(true);
    text->setTextFormat(Qt::RichText);
    QString html = coreText(finding.text).toHtmlEscaped();
    if (!where.isEmpty() && !finding.component.empty())
        html += QStringLiteral("&nbsp; ")
                + style::link(QStringLiteral("component:") + QString::fromStdString(finding.component), where,
                              style::colour("info"));
    text->setText(html);
    text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(text, &QLabel::linkActivated, this, &FindingCard::linkActivated);
    layout->addWidget(text);

    if (!finding.remedy.empty()) {
        auto* remedy = new QLabel{QStringLiteral("\u2192 ") + coreText(finding.remedy), this};
        remedy->setWordWrap(true);
        remedy->setTextFormat(Qt::PlainText);
        remedy->setTextInteractionFlags(Qt::TextSelectableByMouse);
        remedy->setFont(style::bold(remedy->font()));
        remedy->setStyleSheet(QStringLiteral("font-weight: 600;"));
        layout->addWidget(remedy);
    }
    if (!finding.derivation.name.empty()) {
        auto* why = new Disclosure{tr("Why?"), Disclosure::Kind::Inline, this};
        why->setContentMaker([derivation = finding.derivation] { return new DerivationView{derivation}; });
        layout->addWidget(why);
    }
}

void FindingCard::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.fillPath(outline, style::colour("surfaceRaised"));
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(QRectF{0, 0, 4, height() * 1.0}, style::colour(inkOf(m_level)));
    painter.restore();
    painter.setPen(style::colour("border"));
    painter.drawPath(outline);
}

}  // namespace plimsoll
