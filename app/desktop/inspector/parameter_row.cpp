// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/parameter_row.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/derivation_view.h"

#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr int kLeastName = 60, kLeastField = 104, kGap = 8;

bool isNumeric(const ParameterSpec& spec)
{
    return spec.type == ParameterType::Integer || spec.type == ParameterType::Real;
}

/// Whether a number stands for something else, -1 for "no limit".
bool isNamed(const ParameterSpec& spec, const ParameterValue& value)
{
    return std::any_of(spec.choices.begin(), spec.choices.end(),
                       [&](const ParameterChoice& each) { return each.value == toString(value); });
}

QString choiceName(const ParameterSpec& spec, const std::string& value)
{
    for (const ParameterChoice& choice : spec.choices)
        if (choice.value == value)
            return coreText(choice.name.empty() ? choice.value : choice.name);
    return QString::fromStdString(value);
}

}  // namespace

ParameterRow::ParameterRow(const ParameterSpec& spec, QWidget* parent)
    : QWidget{parent},
      m_spec{spec},
      m_name{new QLabel{coreText(spec.name)}},
      m_hint{new QLabel},
      m_editor{new ValueEditor{spec}},
      m_reset{new QToolButton},
      m_right{new QHBoxLayout},
      m_fields{new QHBoxLayout}
{
    m_name->setWordWrap(true);
    m_name->setToolTip(coreText(spec.help));
    m_name->setBuddy(m_editor->field());
    m_hint->setTextFormat(Qt::RichText);
    m_hint->setProperty("role", "muted");
    m_hint->setWordWrap(true);
    m_hint->setOpenExternalLinks(true);
    m_hint->setTextInteractionFlags(Qt::LinksAccessibleByMouse);

    m_name->setMinimumWidth(kLeastName);
    if (spec.evidence == Evidence::Assumption && !spec.source.empty()) {
        m_evidence = new QLabel{tr("assumed")};
        m_evidence->setObjectName(QStringLiteral("evidence"));
        m_evidence->setProperty("role", "badge-warn");
        m_evidence->setToolTip(tr("An assumption: %1").arg(coreText(spec.source)));
        m_evidence->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        m_evidence->setStyleSheet(
            QStringLiteral("QLabel { padding: 0 5px; border-radius: 4px; font-size: 8pt; }"));
    }

    m_right->setSpacing(2);
    m_right->setContentsMargins(0, 0, 0, 0);
    m_right->addWidget(m_editor, 1);
    if (spec.sizable) {
        m_autoText = new QLabel;
        m_autoText->setObjectName(QStringLiteral("autoText"));
        m_autoText->setStyleSheet(QStringLiteral("padding: 6px 2px; font-weight: 600;"));
        m_autoText->setWordWrap(true);  // in another language it may be longer than the column
        m_right->addWidget(m_autoText, 1);
        m_autoButton = new QToolButton;
        m_autoButton->setObjectName(QStringLiteral("auto"));
        m_autoButton->setText(tr("auto"));
        m_autoButton->setCheckable(true);
        m_autoButton->setToolTip(tr("Sized to the load at the target utilisation each time the design runs"));
        m_autoButton->setAccessibleName(tr("%1: size automatically").arg(m_name->text()));
        m_right->addWidget(m_autoButton);
        connect(m_autoButton, &QToolButton::clicked, this, [this](bool on) {
            if (on) {
                emit edited({Auto{}});
                return;
            }
            // Leaving `auto` keeps the size it had, as a starting point to edit.
            const double number =
                m_resolved.value_or(std::max(m_spec.minimum, asNumber(m_spec.defaultValue, m_spec.minimum)));
            if (m_spec.type == ParameterType::Real)
                emit edited({number});
            else
                emit edited({std::int64_t{std::llround(number)}});
        });
    }
    m_reset->setObjectName(QStringLiteral("reset"));
    m_reset->setIcon(Theme::current().icon(QStringLiteral("undo"), QStringLiteral("textMuted")));
    m_reset->setIconSize({14, 14});
    m_reset->setToolTip(tr("Back to the default"));
    m_reset->setAccessibleName(tr("%1: back to the default").arg(m_name->text()));
    QSizePolicy keepPlace = m_reset->sizePolicy();
    keepPlace.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keepPlace);
    m_reset->setStyleSheet(QStringLiteral("QToolButton { padding: 2px; }"));
    m_right->addWidget(m_reset);
    connect(m_reset, &QToolButton::clicked, this, [this] { emit edited({}); });

    m_fields->setSpacing(kGap);
    m_fields->addWidget(m_name, 8);
    m_fields->addLayout(m_right, 13);
    auto* hints = new QHBoxLayout;
    hints->setSpacing(6);
    if (m_evidence)
        hints->addWidget(m_evidence, 0, Qt::AlignTop);
    hints->addWidget(m_hint, 1);
    hints->addStretch();
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 3, 0, 4);
    layout->setSpacing(2);
    layout->addLayout(m_fields);
    layout->addLayout(hints);

    connect(m_editor, &ValueEditor::edited, this, &ParameterRow::edited);
    connect(m_editor, &ValueEditor::widthChanged, this, &ParameterRow::arrange);
    m_hint->setText(hintText());
    m_hint->setVisible(!m_hint->text().isEmpty());
    setValue({});
}

QSize ParameterRow::minimumSizeHint() const
{
    // Below each other they need less width than beside each other.
    QSize size = QWidget::minimumSizeHint();
    // Beyond its least width a field takes what there is.
    const int field = m_editor->isVisibleTo(this) ? m_editor->field()->minimumWidth() : 0;
    size.setWidth(std::max(field + besideField(), kLeastName + kGap + kLeastField));
    return size;
}

int ParameterRow::besideField() const
{
    int width = 0;
    for (int at = 0; at < m_right->count(); ++at)
        if (QLayoutItem* each = m_right->itemAt(at); each->widget() != m_editor && !each->isEmpty())
            width += each->minimumSize().width() + m_right->spacing();
    return width;
}

void ParameterRow::arrange()
{
    // Beside each other while neither the longest word of the name nor what the field says is cut.
    QFont letters = m_name->font();
    letters.setBold(m_changed);
    const QFontMetrics metrics{letters};
    int word = kLeastName;
    for (const QString& each : m_name->text().split(u' '))
        word = std::max(word, metrics.horizontalAdvance(each) + 2);
    const int field = m_editor->neededWidth();
    const bool stacked = m_editor->isVisibleTo(this) && word + kGap + field + besideField() > width();
    m_name->setMinimumWidth(stacked ? kLeastName : std::min(word, width() / 2));
    m_editor->setMinimumWidth(stacked || !m_editor->isVisibleTo(this) ? 0 : field);
    const auto direction = stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_fields->direction() == direction)
        return;
    m_fields->setDirection(direction);
    m_fields->setSpacing(stacked ? 2 : kGap);
}

void ParameterRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

QString ParameterRow::hintText() const
{
    const Format format;
    QStringList parts;
    if (isNumeric(m_spec) && m_spec.maximum > m_spec.minimum) {
        // From nothing or one on, or from what is no number, only the upper end is news.
        const QString unit = QString::fromStdString(m_spec.unit);
        const QString most = format.bound(m_spec.maximum, unit);
        parts << ((m_spec.minimum <= 1 && m_spec.minimum >= 0) || !m_spec.choices.empty()
                      ? tr("up to %1").arg(most)
                      : tr("%1 to %2").arg(format.bound(m_spec.minimum, unit), most));
    }
    QString standard;
    if (std::holds_alternative<Auto>(m_spec.defaultValue))
        standard = tr("auto");
    else if (m_spec.type == ParameterType::Choice || isNamed(m_spec, m_spec.defaultValue))
        standard = choiceName(m_spec, toString(m_spec.defaultValue));
    else if (m_spec.type == ParameterType::Boolean)
        standard = asNumber(m_spec.defaultValue) != 0 ? tr("on") : tr("off");
    else if (isNumeric(m_spec))
        standard = format.bound(asNumber(m_spec.defaultValue), QString::fromStdString(m_spec.unit));
    if (!standard.isEmpty())
        parts << tr("default %1").arg(standard).toHtmlEscaped();
    if (m_spec.evidence != Evidence::Assumption && isUrl(m_spec.source))
        parts << style::link(QString::fromStdString(m_spec.source),
                             m_spec.evidence == Evidence::Measured ? tr("measured") : tr("source"),
                             style::colour("info"));
    return parts.join(QStringLiteral(" · "));
}

void ParameterRow::setPlain(bool plain)
{
    m_plain = plain;
    m_hint->setVisible(!plain && !m_hint->text().isEmpty());
    if (m_evidence)
        m_evidence->setVisible(!plain);
    m_reset->setVisible(m_changed && !plain);
    QSizePolicy place = m_reset->sizePolicy();
    place.setRetainSizeWhenHidden(!plain);
    m_reset->setSizePolicy(place);
    m_name->setStyleSheet(m_changed && !plain ? QStringLiteral("font-weight: 700;") : QString{});
}

void ParameterRow::setValue(const std::optional<ParameterValue>& value)
{
    const ParameterValue shown = value.value_or(m_spec.defaultValue);
    // A file may spell a default out; equal numbers of another type are still the default.
    m_changed =
        value && !(*value == m_spec.defaultValue)
        && !(isNumeric(m_spec) && !std::holds_alternative<Auto>(*value)
             && !std::holds_alternative<Auto>(m_spec.defaultValue) && !std::holds_alternative<RawJson>(*value)
             && asNumber(*value) == asNumber(m_spec.defaultValue));
    m_auto = std::holds_alternative<Auto>(shown);
    m_name->setStyleSheet(m_changed && !m_plain ? QStringLiteral("font-weight: 700;") : QString{});
    m_reset->setVisible(m_changed && !m_plain);
    if (!m_auto)
        m_editor->setValue(shown);
    showAuto();
    arrange();
    // The link colour belongs to the theme, which may have changed since.
    if (const QString hint = hintText(); hint != m_hint->text())
        m_hint->setText(hint);
}

void ParameterRow::setResolved(std::optional<double> value)
{
    m_resolved = value;
    showAuto();
}

void ParameterRow::setProblem(const QString& text, bool isError)
{
    if (!m_problem && text.isEmpty())
        return;
    if (!m_problem) {
        m_problem = new QLabel;
        m_problem->setObjectName(QStringLiteral("problem"));
        m_problem->setWordWrap(true);
        layout()->addWidget(m_problem);
    }
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    m_problem->setStyleSheet(
        QStringLiteral("color: %1;").arg(style::colour(isError ? "danger" : "warn").name()));
    m_editor->field()->setAccessibleDescription(text);
}

void ParameterRow::setOffersChange(bool offers)
{
    m_offersChange = offers;
}

void ParameterRow::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_offersChange)
        return QWidget::contextMenuEvent(event);
    auto* menu = new QMenu{this};
    menu->setObjectName(QStringLiteral("parameterMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* add =
        menu->addAction(tr("Change it during the scenario\u2026"), this, &ParameterRow::changeRequested);
    // There is nothing it could change from.
    add->setEnabled(!m_auto);
    menu->popup(event->globalPos());
}

void ParameterRow::showAuto()
{
    if (!m_spec.sizable)
        return;
    m_autoButton->setChecked(m_auto);
    m_editor->setVisible(!m_auto);
    m_autoText->setVisible(m_auto);
    if (m_auto)
        m_autoText->setText(
            m_resolved ? tr("%1 (auto)").arg(Format{}.value(*m_resolved, QString::fromStdString(m_spec.unit)))
                       : tr("auto"));
    arrange();
}

}  // namespace plimsoll
