// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/desktop/run/run_session.h"

#include <QtCore/QPoint>
#include <QtCore/QPointer>
#include <QtWidgets/QFrame>

#include <limits>
#include <vector>

class QLabel;
class QPushButton;

namespace plimsoll {

class CanvasView;

/// A first run in five steps on the real window: each says what to do, rings where, and goes on when it was done.
class GuidedRun final : public QFrame {
    Q_OBJECT
public:
    /// Where the steps happen.
    struct Places {
        QWidget* palette;
        CanvasView* canvas;
        QWidget *run, *results;
    };
    static constexpr int kSteps = 5;

    GuidedRun(DesignDocument& document, RunSession& session, const Places& places, QWidget* window);
    ~GuidedRun() override;
    /// From 0 on.
    int step() const { return m_step; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool isDone(int step) const;
    QWidget* placeOf(int step) const;
    void follow();
    void showStep();
    void place();
    /// Where it covers the fewest pixels of cards and switches.
    struct Place {
        QPoint at;
        qint64 covered = std::numeric_limits<qint64>::max();
    };
    Place freePlace(QSize size) const;
    QRect wanted() const;

    DesignDocument& m_document;
    RunSession& m_session;
    Places m_places;
    int m_step = 0;
    QLabel *m_count, *m_title, *m_text;
    QPushButton *m_skip, *m_end;
    QPointer<QWidget> m_ring;
};

}  // namespace plimsoll
