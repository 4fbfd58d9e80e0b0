// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"
#include "simulator/services/service_library.h"

#include <QtWidgets/QAbstractButton>

#include <optional>

namespace plimsoll {

/// A design as a button: a small picture, its name, what it costs a month.
class DesignCard final : public QAbstractButton {
    Q_OBJECT
public:
    static constexpr int kWidth = 196;
    static constexpr int kHeight = 148;
    /// `name` is shown when the design has no title.
    DesignCard(Design design, const ServiceLibrary& library, const QString& name, QWidget* parent = nullptr);
    /// "$1,340 or $2,468 a month", estimated when first asked for; empty when it cannot be priced.
    QString price();
    QSize sizeHint() const override { return {kWidth, kHeight}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintPicture(QPainter& painter, const QRectF& area) const;

    Design m_design;
    const ServiceLibrary& m_library;
    QString m_title;
    std::optional<QString> m_price;
};

}  // namespace plimsoll
