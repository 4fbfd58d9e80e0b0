// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/scenario.h"

#include <QtWidgets/QWidget>

namespace plimsoll {

/// The expected rate of a source over the scenario, as a small curve.
class ProfilePreview final : public QWidget {
    Q_OBJECT
public:
    explicit ProfilePreview(QWidget* parent = nullptr);
    void setProfile(const TrafficProfile& profile, double durationSeconds);
    QSize sizeHint() const override { return {200, 72}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TrafficProfile m_profile;
    double m_duration = 3600;
};

}  // namespace plimsoll
