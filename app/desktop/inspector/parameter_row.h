// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/widgets/value_editor.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

#include <optional>

class QBoxLayout;
class QHBoxLayout;

namespace plimsoll {

/// One parameter: name, range and evidence on the left; field, `auto` and reset on the right.
class ParameterRow final : public QWidget {
    Q_OBJECT
public:
    explicit ParameterRow(const ParameterSpec& spec, QWidget* parent = nullptr);
    /// Nothing = the default.
    void setValue(const std::optional<ParameterValue>& value);
    void setResolved(std::optional<double> value);
    void setPlain(bool plain);
    /// What is wrong with the value, below it; empty = nothing.
    void setProblem(const QString& text, bool isError);
    void setOffersChange(bool offers);
    ValueEditor& editor() { return *m_editor; }
    bool isChanged() const { return m_changed; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited(const plimsoll::ParameterEdit& edit);
    void changeRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    /// Name and field side by side, or below each other where a long number leaves the name no room.
    void arrange();
    int besideField() const;  ///< the width of `auto` and of the way back to the default
    void showAuto();
    QString hintText() const;

    ParameterSpec m_spec;
    bool m_changed = false;
    bool m_auto = false;
    bool m_plain = false;
    bool m_offersChange = false;
    std::optional<double> m_resolved;
    QLabel* m_name;
    QLabel* m_hint;
    QLabel* m_evidence = nullptr;
    QLabel* m_problem = nullptr;  ///< made when there is one
    ValueEditor* m_editor;
    QLabel* m_autoText = nullptr;
    QToolButton* m_autoButton = nullptr;
    QToolButton* m_reset;
    QHBoxLayout* m_right;  ///< the field and what stands behind it
    QBoxLayout* m_fields;  ///< the name and that
};

}  // namespace plimsoll
