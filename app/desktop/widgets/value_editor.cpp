// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/value_editor.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/combo_box.h"
#include "app/desktop/widgets/line_edit.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonParseError>
#include <QtGui/QFontDatabase>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace plimsoll {

namespace {

/// See tameField().
class FieldTamer final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* field = qobject_cast<QWidget*>(watched);
        if (event->type() == QEvent::Wheel && field && !field->hasFocus()) {
            event->ignore();
            return true;
        }
        if (event->type() == QEvent::ShortcutOverride) {
            auto* key = static_cast<QKeyEvent*>(event);
            if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
                event->ignore();
                return true;
            }
        }
        return QObject::eventFilter(watched, event);
    }
};

bool isWhole(const ParameterSpec& spec)
{
    return spec.type == ParameterType::Integer;
}

bool hasRange(const ParameterSpec& spec)
{
    return spec.maximum > spec.minimum;
}

QString suffixOf(const ParameterSpec& spec, double value)
{
    if (spec.unit.empty())
        return {};
    return QChar{0x00A0} + Format::unitText(value, QString::fromStdString(spec.unit));
}

/// Large integers, such as key counts, need more than an int's range.
bool fitsInt(const ParameterSpec& spec)
{
    return hasRange(spec) && spec.maximum <= std::numeric_limits<int>::max()
           && spec.minimum >= std::numeric_limits<int>::min();
}

}  // namespace

void tameField(QWidget* field)
{
    field->setFocusPolicy(Qt::StrongFocus);
    auto* tamer = new FieldTamer{field};
    field->installEventFilter(tamer);
    if (auto* edit = field->findChild<QLineEdit*>())
        edit->installEventFilter(tamer);
}

DecimalBox::DecimalBox(int decimals, QWidget* parent) : QDoubleSpinBox{parent}
{
    setDecimals(decimals);
    setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
}

QString DecimalBox::textFromValue(double value) const
{
    QString digits = QString::number(value, 'f', decimals());
    int shown = decimals();
    while (shown > 0 && digits.endsWith(u'0')) {
        digits.chop(1);
        --shown;
    }
    return locale().toString(value, 'f', shown);
}

JsonBox::JsonBox(QWidget* parent) : QPlainTextEdit{parent}
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, &JsonBox::check);
}

QSize JsonBox::sizeHint() const
{
    return {160, 5 * fontMetrics().lineSpacing() + 16};
}

void JsonBox::setJson(const QString& text)
{
    if (text == toPlainText())
        return;
    m_setting = true;
    setPlainText(text);
    m_setting = false;
}

void JsonBox::check()
{
    const QByteArray text = toPlainText().trimmed().toUtf8();
    QJsonParseError error;
    // A scalar is valid JSON but not a document for Qt; inside an array it is.
    QJsonDocument::fromJson('[' + text + ']', &error);
    m_error.clear();
    if (text.isEmpty())
        m_error = tr("A structured value is needed, e.g. {}");
    else if (error.error != QJsonParseError::NoError)
        m_error =
            tr("Not valid JSON at character %1: %2").arg(std::max(1, error.offset)).arg(error.errorString());
    setToolTip(m_error);
    setAccessibleDescription(m_error);
    setProperty("invalid", !m_error.isEmpty());
    setStyleSheet(m_error.isEmpty()
                      ? QString{}
                      : QStringLiteral("QPlainTextEdit { border-color: %1; background-color: %2; }")
                            .arg(style::colour("danger").name(), style::colour("dangerSoft").name()));
    if (m_error.isEmpty() && !m_setting)
        emit jsonEdited(QString::fromUtf8(text));
}

ValueEditor::ValueEditor(const ParameterSpec& spec, QWidget* parent) : QWidget{parent}, m_spec{spec}
{
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    makeField();
    m_field->setObjectName(QString::fromStdString(spec.id));
    m_field->setAccessibleName(coreText(spec.name));
    m_field->setToolTip(coreText(spec.help));
    tameField(m_field);
    // The form decides the width; a field with a huge range would ask for a third of the screen.
    m_field->setMinimumWidth(70);
    m_field->setSizePolicy(QSizePolicy::Ignored, m_field->sizePolicy().verticalPolicy());
    if (m_spec.type == ParameterType::Integer || m_spec.type == ParameterType::Real)
        nameLeast();
    layout->addWidget(m_field);
    setFocusProxy(m_field);
}

void ValueEditor::fitNumber()
{
    // A number is never cut: "3,000 WCU" has room beside its buttons.
    constexpr int kLeast = 104, kBeside = 58;
    const auto* box = qobject_cast<QAbstractSpinBox*>(m_field);
    if (!box)
        return;
    const int needed = std::max(kLeast, box->fontMetrics().horizontalAdvance(box->text()) + kBeside);
    if (needed != m_field->minimumWidth()) {
        m_field->setMinimumWidth(needed);
        emit widthChanged();
    }
}

int ValueEditor::neededWidth() const
{
    constexpr int kBesideText = 42,
                  kMost = 230;  // padding, border and arrow; beyond it dots say that there is more
    const auto* box = qobject_cast<const QComboBox*>(m_field);
    return box ? std::clamp(box->fontMetrics().horizontalAdvance(box->currentText()) + kBesideText,
                            m_field->minimumWidth(), kMost)
               : m_field->minimumWidth();
}

void ValueEditor::makeField()
{
    switch (m_spec.type) {
    case ParameterType::Integer:
        if (fitsInt(m_spec)) {
            auto* box = new QSpinBox{this};
            box->setRange(static_cast<int>(std::ceil(m_spec.minimum)),
                          static_cast<int>(std::floor(m_spec.maximum)));
            box->setGroupSeparatorShown(true);
            box->setSuffix(suffixOf(m_spec, box->value()));
            box->setStepType(m_spec.maximum - m_spec.minimum > 10'000
                                 ? QAbstractSpinBox::AdaptiveDecimalStepType
                                 : QAbstractSpinBox::DefaultStepType);
            connect(box, &QSpinBox::valueChanged, this, [this, box](int value) {
                box->setSuffix(suffixOf(m_spec, value));
                fitNumber();
                emit edited({std::int64_t{value}});
            });
            m_field = box;
            return;
        }
        [[fallthrough]];
    case ParameterType::Real: {
        auto* box = new DecimalBox{isWhole(m_spec) ? 0 : 6, this};
        if (hasRange(m_spec))
            box->setRange(m_spec.minimum, m_spec.maximum);
        else
            box->setRange(0, 1e15);
        box->setGroupSeparatorShown(true);
        box->setSuffix(suffixOf(m_spec, box->value()));
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, box](double value) {
            box->setSuffix(suffixOf(m_spec, value));
            fitNumber();
            if (isWhole(m_spec))
                emit edited({static_cast<std::int64_t>(value)});
            else
                emit edited({value});
        });
        m_field = box;
        return;
    }
    case ParameterType::Boolean: {
        auto* box = new QCheckBox{this};
        connect(box, &QCheckBox::toggled, this, [this, box](bool on) {
            box->setText(on ? tr("on") : tr("off"));
            emit edited({on});
        });
        box->setText(tr("off"));
        m_field = box;
        return;
    }
    case ParameterType::Choice: {
        auto* box = new ComboBox{this};
        for (const ParameterChoice& choice : m_spec.choices)
            box->addItem(coreText(choice.name.empty() ? choice.value : choice.name),
                         QString::fromStdString(choice.value));
        // A long choice must not widen the whole panel.
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
        box->view()->setMinimumWidth(box->view()->sizeHintForColumn(0) + 32);
        connect(box, &QComboBox::currentIndexChanged, this,
                [this, box] { emit edited({box->currentData().toString().toStdString()}); });
        connect(box, &QComboBox::currentIndexChanged, this, &ValueEditor::widthChanged);
        m_field = box;
        return;
    }
    case ParameterType::Text: {
        auto* box = new LineEdit{this};
        if (!m_spec.unit.empty())
            box->setPlaceholderText(QString::fromStdString(m_spec.unit));
        connect(box, &QLineEdit::textEdited, this,
                [this](const QString& text) { emit edited({text.toStdString()}); });
        m_field = box;
        return;
    }
    case ParameterType::Structured: {
        auto* box = new JsonBox{this};
        connect(box, &JsonBox::jsonEdited, this,
                [this](const QString& text) { emit edited({RawJson{text.toStdString()}}); });
        m_field = box;
        return;
    }
    }
}

void ValueEditor::makeJson()
{
    m_json = new JsonBox{this};
    m_json->setAccessibleName(m_field->accessibleName());
    tameField(m_json);
    connect(m_json, &JsonBox::jsonEdited, this,
            [this](const QString& text) { emit edited({RawJson{text.toStdString()}}); });
    layout()->addWidget(m_json);
}

void ValueEditor::setValue(const ParameterValue& value)
{
    const bool structured =
        std::holds_alternative<RawJson>(value) && m_spec.type != ParameterType::Structured;
    if (structured && !m_json)
        makeJson();
    if (m_json)
        m_json->setVisible(structured);
    m_field->setVisible(!structured);
    if (structured) {
        m_json->setJson(QString::fromStdString(std::get<RawJson>(value).text));
        return;
    }
    const QSignalBlocker quiet{m_field};
    if (auto* spin = qobject_cast<QSpinBox*>(m_field)) {
        const int number = static_cast<int>(asNumber(value, m_spec.minimum));
        if (spin->value() != number)
            spin->setValue(number);
        spin->setSuffix(suffixOf(m_spec, number));
        fitNumber();
    } else if (auto* real = qobject_cast<QDoubleSpinBox*>(m_field)) {
        const double number = asNumber(value, m_spec.minimum);
        if (real->value() != number)
            real->setValue(number);
        real->setSuffix(suffixOf(m_spec, number));
        fitNumber();
    } else if (auto* check = qobject_cast<QCheckBox*>(m_field)) {
        const bool on = asNumber(value, 0) != 0;
        check->setChecked(on);
        check->setText(on ? tr("on") : tr("off"));
    } else if (auto* combo = qobject_cast<QComboBox*>(m_field)) {
        const QString text = QString::fromStdString(toString(value));
        int at = combo->findData(text);
        if (at < 0) {
            // A file of another version may hold a choice this one does not know; it stays as it is.
            combo->addItem(text, text);
            at = combo->count() - 1;
        }
        combo->setCurrentIndex(at);
    } else if (auto* line = qobject_cast<QLineEdit*>(m_field)) {
        const QString text = QString::fromStdString(toString(value));
        if (line->text() != text) {
            line->setText(text);
            line->setCursorPosition(0);  // a long text shows its beginning
        }
    } else if (auto* json = qobject_cast<JsonBox*>(m_field)) {
        const QSignalBlocker quietJson{json};
        json->setJson(QString::fromStdString(toString(value)));
    }
}

void ValueEditor::nameLeast()
{
    // -1 that stands for "no limit" is called so.
    const QString least = QString::fromStdString(plainNumber(m_spec.minimum, 12));
    for (const ParameterChoice& choice : m_spec.choices)
        if (least == QString::fromStdString(choice.value))
            setZeroText(coreText(choice.name));
}

void ValueEditor::setZeroText(const QString& text)
{
    if (auto* box = qobject_cast<QAbstractSpinBox*>(m_field))
        box->setSpecialValueText(text);
    fitNumber();
}

void ValueEditor::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fitNumber();  // only now the letters are the theme's
}

}  // namespace plimsoll
