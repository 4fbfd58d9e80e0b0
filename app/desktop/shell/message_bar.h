// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace plimsoll {

/// One message above the canvas that stays until it is closed or replaced, and blocks nothing.
class MessageBar final : public QWidget {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);
    enum class Tone { Info, Warning, Error };
    struct Choice {
        QString text;
        std::function<void()> chosen;
    };
    void showMessage(Tone tone, const QString& text, const QList<Choice>& choices = {});
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone = Tone::Info;
    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_choices;
};

}  // namespace plimsoll
