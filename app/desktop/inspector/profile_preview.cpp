// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/profile_preview.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/text/format.h"
#include "simulator/traffic/rate_profile.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>

namespace plimsoll {

ProfilePreview::ProfilePreview(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Expected rate over the scenario"));
}

void ProfilePreview::setProfile(const TrafficProfile& profile, double durationSeconds)
{
    m_profile = profile;
    m_duration = std::max(1e-3, durationSeconds);
    update();
}

void ProfilePreview::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const Format format;
    const QFont small = style::small(font());
    const QFontMetrics metrics{small};
    const RateProfile curve{m_profile, m_duration};
    const double peak = std::max(curve.peak(), 1e-9);
    const QRectF plot{0.5, metrics.height() + 4.0, width() - 1.0, height() - 2.0 * metrics.height() - 8};
    painter.setPen(Qt::NoPen);
    painter.setBrush(style::colour("surfaceSunken"));
    painter.drawRoundedRect(plot, 4, 4);

    QPainterPath line;
    const int steps = std::max(2, static_cast<int>(plot.width()));
    for (int i = 0; i <= steps; ++i) {
        // The last point just inside: at the very end the profile is over.
        const double second = m_duration * std::min(static_cast<double>(i) / steps, 0.999999);
        const QPointF at{plot.left() + plot.width() * i / steps,
                         plot.bottom() - 2 - (plot.height() - 6) * curve.rateAt(second) / peak};
        if (i == 0)
            line.moveTo(at);
        else
            line.lineTo(at);
    }
    QPainterPath area = line;
    area.lineTo(plot.bottomRight());
    area.lineTo(plot.bottomLeft());
    QColor fill = style::colour("accent");
    fill.setAlpha(60);
    painter.fillPath(area, fill);
    painter.strokePath(line, QPen{style::colour("accent"), 1.8});

    painter.setFont(small);
    painter.setPen(style::colour("textMuted"));
    const QString mean = tr("mean %1").arg(format.rate(curve.mean()));
    const QString most =
        curve.peak() > curve.mean() * 1.001 ? tr("peak %1").arg(format.rate(curve.peak())) : QString{};
    painter.drawText(QRectF{0, 0, width() * 1.0, metrics.height() + 2.0}, Qt::AlignLeft | Qt::AlignVCenter,
                     mean);
    painter.drawText(QRectF{0, 0, width() * 1.0, metrics.height() + 2.0}, Qt::AlignRight | Qt::AlignVCenter,
                     most);
    painter.drawText(QRectF{0, plot.bottom() + 2, width() * 1.0, metrics.height() + 2.0},
                     Qt::AlignLeft | Qt::AlignVCenter, tr("0"));
    painter.drawText(QRectF{0, plot.bottom() + 2, width() * 1.0, metrics.height() + 2.0},
                     Qt::AlignRight | Qt::AlignVCenter, format.span(m_duration));
}

}  // namespace plimsoll
