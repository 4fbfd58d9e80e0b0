// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/parameter_spec.h"

#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QWidget>

#include <optional>

namespace plimsoll {

/// What the user gave a parameter; nothing = back to the default. A type of its own because moc asks every signal
/// argument for operators, which the bare variant promises but does not have.
struct ParameterEdit {
    std::optional<ParameterValue> value;
};

/// A decimal field that shows no more digits than the number has.
class DecimalBox final : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit DecimalBox(int decimals, QWidget* parent = nullptr);
    QString textFromValue(double value) const override;
};

/// JSON text for a structured value; says what is wrong with it and keeps it until it is right.
class JsonBox final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit JsonBox(QWidget* parent = nullptr);
    void setJson(const QString& text);
    bool isValid() const { return m_error.isEmpty(); }
    QSize sizeHint() const override;

Q_SIGNALS:
    void jsonEdited(const QString& text);

private:
    void check();
    QString m_error;
    bool m_setting = false;
};

/// The right editor for a parameter's type; emits only values its range allows.
class ValueEditor final : public QWidget {
    Q_OBJECT
public:
    explicit ValueEditor(const ParameterSpec& spec, QWidget* parent = nullptr);
    /// Shows a value without emitting; a field the user is typing in is left alone when it already says so.
    void setValue(const ParameterValue& value);
    QWidget* field() const { return m_field; }
    /// The width at which nothing that it says is cut.
    int neededWidth() const;
    /// What a zero reads as, e.g. "none".
    void setZeroText(const QString& text);

Q_SIGNALS:
    void edited(const plimsoll::ParameterEdit& edit);
    /// The field needs more or less room for what it says.
    void widthChanged();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeField();
    void makeJson();
    void nameLeast();
    void fitNumber();

    ParameterSpec m_spec;
    QWidget* m_field = nullptr;
    JsonBox* m_json = nullptr;  ///< a structured value in place of a plain one, as files may hold
};

/// Keeps the wheel for scrolling until the field has focus, and undo keys for the document.
void tameField(QWidget* field);

}  // namespace plimsoll
