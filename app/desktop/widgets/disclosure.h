// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QToolButton>
#include <QtWidgets/QWidget>

#include <functional>

namespace plimsoll {

/// A line that opens to show more: a section of the inspector, "Advanced", "Why?".
class Disclosure final : public QWidget {
    Q_OBJECT
public:
    enum class Kind {
        Section,  ///< a heading over the whole width
        Inline    ///< a small link-like line
    };
    Disclosure(const QString& title, Kind kind, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    const QString& title() const { return m_title; }
    /// Takes ownership.
    void setContent(QWidget* content);
    QWidget* content() const { return m_content; }
    /// Made when first opened: a bill's worth of closed trees costs nothing.
    void setContentMaker(std::function<QWidget*()> make);
    bool isOpen() const { return m_button->isChecked(); }
    void setOpen(bool open) { m_button->setChecked(open); }
    QToolButton& button() { return *m_button; }

Q_SIGNALS:
    void toggled(bool open);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void show(bool open);
    void showTitle();
    void showMark();
    QString m_title;
    QToolButton* m_button;
    QWidget* m_content = nullptr;
    std::function<QWidget*()> m_make;
};

}  // namespace plimsoll
