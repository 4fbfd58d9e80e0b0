// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/finding_card.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/disclosure.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <utility>

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

/// What the remedy's sentence calls the parameter that it raises; its id where it does not say.
QString parameterIn(const Phrase& remedy, const std::string& id)
{
    for (const Phrase::Part& part : remedy.parts())
        for (const PhraseArgument& argument : part.arguments)
            if (argument.name == "parameter" && !argument.text.empty()) {
                // Its sentence has it with a small letter.
                const QString name = QString::fromStdString(argument.text);
                return coreText((name.left(1).toUpper() + name.mid(1)).toStdString());
            }
    return QString::fromStdString(id);
}

/// "+1 shard: p99 -38% +- 4%, +$11/month" as people write it, what is changed in bold.
QString textOf(const Counterfactual& tried)
{
    QString text = coreText(tried.text);
    text.replace(QStringLiteral("+-"), QStringLiteral("\u00b1"));
    text.replace(QStringLiteral(" -"), QStringLiteral(" \u2212"));
    const qsizetype colon = text.indexOf(QStringLiteral(": "));
    if (colon < 0)
        return text.toHtmlEscaped();
    return QStringLiteral("<b>%1</b>&nbsp; %2")
        .arg(text.left(colon).toHtmlEscaped(), text.mid(colon + 2).toHtmlEscaped());
}

}  // namespace

FindingCard::FindingCard(const Finding& finding, const QString& where, const std::vector<Remedy>& remedies,
                         FieldFinder fields, QWidget* parent)
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
    for (const Remedy& remedy : remedies)
        addRemedy(remedy, parameterIn(finding.remedy, remedy.parameter));
    for (const Counterfactual& tried : finding.counterfactuals)
        addTried(tried);
    if (!finding.derivation.name.empty()) {
        auto* why = new Disclosure{tr("Why?"), Disclosure::Kind::Inline, this};
        why->setContentMaker([this, derivation = finding.derivation, fields = std::move(fields)] {
            auto* view = new DerivationView;
            view->setFieldFinder(fields);
            view->setDerivation(derivation);
            connect(view, &DerivationView::fieldActivated, this, &FindingCard::linkActivated);
            return view;
        });
        layout->addWidget(why);
    }
}

void FindingCard::addRemedy(const Remedy& remedy, const QString& name)
{
    const Format format;
    QString price = tr("price not known");
    if (remedy.perMonth)
        price = remedy.perMonth->nanodollars() == 0 ? tr("at no cost")
                : *remedy.perMonth > Money{}
                    ? tr("+%1/month").arg(format.money(*remedy.perMonth))
                    : tr("\u2212%1/month").arg(format.money(Money{} - *remedy.perMonth));
    auto* what = new QLabel{QStringLiteral("<b>%1</b>&nbsp; %2")
                                .arg(tr("%1 %2 \u2192 %3", "a parameter, its value before and after")
                                         .arg(name, format.quantity(remedy.from), format.quantity(remedy.to))
                                         .toHtmlEscaped(),
                                     price.toHtmlEscaped()),
                            this};
    what->setObjectName(QStringLiteral("remedy"));
    what->setToolTip(tr("The price is estimated from average rates"));
    Counterfactual change;
    change.component = remedy.component;
    change.parameter = remedy.parameter;
    change.from = QString::number(remedy.from, 'f', 0).toStdString();
    change.to = QString::number(remedy.to, 'f', 0).toStdString();
    addChange(what, name, change);
}

void FindingCard::addTried(const Counterfactual& tried)
{
    auto* what = new QLabel{textOf(tried), this};
    what->setObjectName(QStringLiteral("tried"));
    what->setToolTip(
        tr("Tried on the same traffic: %1 from %2 to %3. The \u00b1 is how far off the "
           "change may be (95 times "
           "in 100).")
            .arg(coreText(tried.measure), Format{}.quantity(tried.before), Format{}.quantity(tried.after)));
    addChange(what, coreText(tried.text), tried);
}

void FindingCard::addChange(QLabel* what, const QString& spoken, const Counterfactual& change)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    what->setWordWrap(true);
    what->setTextFormat(Qt::RichText);
    auto* apply = new QPushButton{tr("Apply"), this};
    apply->setObjectName(QStringLiteral("apply"));
    apply->setStyleSheet(QStringLiteral("QPushButton { padding: 2px 10px; }"));
    apply->setToolTip(tr("Change the design so; undo takes it back"));
    apply->setAccessibleName(tr("Apply %1").arg(spoken));
    connect(apply, &QPushButton::clicked, this, [this, change] { emit applyRequested(change); });
    row->addWidget(what, 1);
    row->addWidget(apply, 0, Qt::AlignTop);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
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
