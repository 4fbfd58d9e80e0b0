// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/bars.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/text/format.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace plimsoll {

namespace {

constexpr int kBarHeight = 6;
constexpr std::array kShown{Percentile::P50, Percentile::P90, Percentile::P99, Percentile::P999};

void drawBar(QPainter& painter, const QRectF& box, const QColor& colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const qreal radius = std::min(box.height(), box.width()) / 2;
    painter.drawRoundedRect(box, radius, radius);
}

QString limitUnit(const LimitUse& use)
{
    return QString::fromStdString(use.unit);
}

}  // namespace

UtilisationBar::UtilisationBar(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void UtilisationBar::setUse(const LimitUse& use)
{
    const Format format;
    m_label = coreText(use.label.empty() ? use.limit : use.label);
    m_share = use.utilisation;
    m_peakShare = use.capacity > 0 ? use.peak / use.capacity : 0;
    m_figures = use.capacity > 0 && std::isfinite(use.capacity) ? format.percent(use.utilisation)
                                                                : format.value(use.mean, limitUnit(use));
    QString tip = tr("mean %1, peak %2")
                      .arg(format.value(use.mean, limitUnit(use)), format.value(use.peak, limitUnit(use)));
    if (use.refused > 0)
        tip += u'\n' + tr("%1 refused by this limit").arg(format.quantity(use.refused));
    setToolTip(tip);
    setAccessibleName(m_label);
    setAccessibleDescription(m_figures + QStringLiteral("; ") + tip);
    updateGeometry();
    update();
}

QSize UtilisationBar::sizeHint() const
{
    return {220, QFontMetrics{font()}.height() + kBarHeight + 10};
}

void UtilisationBar::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont strong = style::bold(font());
    const QFontMetrics metrics{font()};
    const QFontMetrics figures{strong};
    const int figuresWidth = std::min(figures.horizontalAdvance(m_figures) + 2, width() * 2 / 3);
    const QRect line{0, 2, width(), metrics.height()};
    painter.setPen(style::colour("text"));
    painter.setFont(font());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_label, Qt::ElideRight, width() - figuresWidth - 8));
    painter.setFont(strong);
    painter.setPen(m_share >= 0.8 ? style::utilisation(m_share) : style::colour("text"));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                     figures.elidedText(m_figures, Qt::ElideRight, figuresWidth));

    const QRectF track{0.5, line.bottom() + 4.0, width() - 1.0, kBarHeight};
    drawBar(painter, track, style::colour("surfaceSunken"));
    if (m_share > 0) {
        QRectF used = track;
        used.setWidth(std::max<qreal>(kBarHeight, track.width() * std::min(1.0, m_share)));
        drawBar(painter, used, style::utilisation(m_share));
    }
    if (m_peakShare > m_share * 1.02 && m_peakShare > 0) {
        const qreal x = track.left() + track.width() * std::min(1.0, m_peakShare);
        painter.setPen(QPen{style::colour("text"), 2});
        painter.drawLine(QPointF{std::min(x, track.right() - 1), track.top() - 2},
                         QPointF{std::min(x, track.right() - 1), track.bottom() + 2});
    }
}

PercentileChart::PercentileChart(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    setMouseTracking(true);
}

void PercentileChart::setRows(std::vector<Row> rows)
{
    m_rows = std::move(rows);
    QStringList spoken;
    const Format format;
    for (const Row& row : m_rows)
        spoken << tr("%1 %2: p50 %3, p99 %4")
                      .arg(row.name, row.kind, format.percentile(row.summary, Percentile::P50),
                           format.percentile(row.summary, Percentile::P99));
    setAccessibleName(tr("Percentiles"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

int PercentileChart::rowHeight() const
{
    return 2 * QFontMetrics{font()}.height() + 24;
}

QSize PercentileChart::sizeHint() const
{
    return {380,
            static_cast<int>(m_rows.size()) * rowHeight() + QFontMetrics{style::small(font())}.height() + 6};
}

QSize PercentileChart::minimumSizeHint() const
{
    return {190, sizeHint().height()};
}

double PercentileChart::Axis::position(double value) const
{
    if (logarithmic)
        return (std::log10(std::max(value, low)) - std::log10(low)) / (std::log10(high) - std::log10(low));
    return (value - low) / (high - low);
}

PercentileChart::Axis PercentileChart::axis() const
{
    constexpr double kLeastTold = 1e-3;  // milliseconds: what is shorter is only said to be
    double least = 0;
    double most = 0;
    for (const Row& row : m_rows)
        for (const Percentile which : kShown)
            if (const auto value = valueOf(row.summary, which); value && *value > 0) {
                const double told = std::max(*value, kLeastTold);
                least = least > 0 ? std::min(least, told) : told;
                most = std::max(most, told);
            }
    Axis result;
    if (most <= 0)
        return result;
    // Over a wide range a linear axis would press the fast rows into one pixel.
    result.logarithmic = most / least > 20;
    if (!result.logarithmic) {
        const style::Scale scale = style::roundScale(most);
        result.high = scale.maximum;
        for (int i = 0; i < scale.ticks; ++i)
            result.ticks.push_back(scale.maximum * i / (scale.ticks - 1));
        return result;
    }
    result.low = std::pow(10, std::floor(std::log10(least)));
    result.high = std::pow(10, std::ceil(std::log10(most)));
    const double decades = std::round(std::log10(result.high / result.low));
    const double stride = decades > 5 ? 100 : 10;
    for (double tick = result.low; tick <= result.high * 1.001; tick *= stride)
        result.ticks.push_back(tick);
    return result;
}

namespace {

std::vector<qreal> neededBy(const LatencySummary& summary, const std::vector<Percentile>& written,
                            const QFontMetrics& labels, const QFontMetrics& figures)
{
    std::vector<qreal> needed;
    for (const Percentile which : written)
        needed.push_back(labels.horizontalAdvance(Format::percentileName(which)) + 5
                         + figures.horizontalAdvance(Format{}.shortPercentile(summary, which)) + 8);
    return needed;
}

/// The percentiles that every row can write side by side: p90 is the one least missed, then p99.9.
std::vector<Percentile> fitting(const std::vector<PercentileChart::Row>& rows, qreal width,
                                const QFontMetrics& labels, const QFontMetrics& figures)
{
    std::vector<Percentile> written(kShown.begin(), kShown.end());
    const auto fits = [&] {
        return std::all_of(rows.begin(), rows.end(), [&](const PercentileChart::Row& row) {
            const std::vector<qreal> needed = neededBy(row.summary, written, labels, figures);
            return std::accumulate(needed.begin(), needed.end(), 0.0) <= width;
        });
    };
    for (const Percentile least : {Percentile::P90, Percentile::P999})
        if (!fits())
            written.erase(std::find(written.begin(), written.end(), least));
    return written;
}

/// Widths of a row's figures: alike where all fit so, or each as it needs, "5 min 55 s" more than "40 ms".
std::vector<qreal> cellsOf(const LatencySummary& summary, const std::vector<Percentile>& written, qreal width,
                           const QFontMetrics& labels, const QFontMetrics& figures)
{
    std::vector<qreal> needed = neededBy(summary, written, labels, figures);
    const qreal alike = width / static_cast<qreal>(written.size());
    if (*std::max_element(needed.begin(), needed.end()) <= alike)
        return std::vector<qreal>(written.size(), alike);
    const qreal spare = width - std::accumulate(needed.begin(), needed.end(), 0.0);
    for (qreal& each : needed)
        each += spare / static_cast<qreal>(written.size());
    return needed;
}

}  // namespace

struct PercentileChart::Page {
    QPainter& painter;
    QFont font, small, strong;
    QFontMetrics metrics{font}, smallMetrics{small}, strongMetrics{strong};
    Axis scale;
    QRectF plot;
    qreal width;
    std::vector<Percentile> written;

    qreal x(double value) const { return plot.left() + plot.width() * scale.position(value); }
    /// With lines through the strips that have their middles there.
    void paintAxis(const std::vector<qreal>& strips) const;
    void paintName(const Row& row, qreal top) const;
    void paintFigures(const Row& row, qreal top) const;
    void paintStrip(const Row& row, qreal middle, const QColor& ink) const;
};

void PercentileChart::Page::paintAxis(const std::vector<qreal>& strips) const
{
    constexpr qreal kHalf = 9;  // of a strip's height: lines go through bars, never through what is written
    painter.setFont(small);
    qreal labelled = 0;  // right end of the last label: one that does not fit is left out
    for (const double tick : scale.ticks) {
        painter.setPen(QPen{style::colour("border"), 1, Qt::DotLine});
        for (const qreal middle : strips)
            painter.drawLine(QPointF{x(tick), middle - kHalf}, QPointF{x(tick), middle + kHalf});
        painter.setPen(style::colour("textMuted"));
        const QString text = Format{}.millis(tick);
        const qreal textWidth = smallMetrics.horizontalAdvance(text);
        const qreal left = std::clamp(x(tick) - textWidth / 2, 0.0, width - textWidth);
        if (left < labelled)
            continue;
        labelled = left + textWidth + 6;
        painter.drawText(QRectF{left, plot.bottom() + 3, textWidth + 2, smallMetrics.height() * 1.0},
                         Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

void PercentileChart::Page::paintName(const Row& row, qreal top) const
{
    painter.setFont(strong);
    painter.setPen(style::colour("text"));
    const QString name = strongMetrics.elidedText(row.name, Qt::ElideRight, static_cast<int>(width * 2 / 3));
    painter.drawText(QPointF{plot.left() - 6, top + metrics.ascent()}, name);
    painter.setFont(small);
    painter.setPen(style::colour("textMuted"));
    const qreal left = plot.left() + strongMetrics.horizontalAdvance(name) + 2;
    painter.drawText(QPointF{left, top + metrics.ascent()},
                     smallMetrics.elidedText(row.kind, Qt::ElideRight, static_cast<int>(width - left)));
}

void PercentileChart::Page::paintFigures(const Row& row, qreal top) const
{
    const Format format;
    const qreal base = top + metrics.ascent();
    const std::vector<qreal> cells = cellsOf(row.summary, written, width - 4.0, smallMetrics, strongMetrics);
    qreal begin = plot.left() - 6;
    for (std::size_t p = 0; p < written.size(); ++p) {
        const qreal cell = cells[p], left = begin;
        begin += cell;
        const QString label = Format::percentileName(written[p]);
        painter.setFont(small);
        painter.setPen(style::colour("textMuted"));
        painter.drawText(QPointF{left, base}, label);
        const bool known = valueOf(row.summary, written[p]).has_value();
        painter.setFont(known ? strong : small);
        painter.setPen(style::colour(known ? "text" : "textMuted"));
        const qreal valueLeft = left + smallMetrics.horizontalAdvance(label) + 5;
        QString value = format.shortPercentile(row.summary, written[p]);
        const QString few = Format::none(PercentileChart::tr("too few"));
        if (!known && smallMetrics.horizontalAdvance(few) < cell - (valueLeft - left) - 2)
            value = few;
        painter.drawText(QPointF{valueLeft, base}, value);
        const QString within = format.percentileWithin(row.summary, written[p]).mid(value.size());
        const qreal withinLeft = valueLeft + strongMetrics.horizontalAdvance(value);
        // Clear of the next.
        if (known && !within.isEmpty()
            && withinLeft + smallMetrics.horizontalAdvance(within) + 8 < left + cell) {
            painter.setFont(small);
            painter.setPen(style::colour("textMuted"));
            painter.drawText(QPointF{withinLeft, base}, within);
        }
    }
}

/// From the left end to p50 solid, then paler towards the tail.
void PercentileChart::Page::paintStrip(const Row& row, qreal middle, const QColor& ink) const
{
    qreal from = plot.left();
    int alpha = 255;
    painter.setPen(Qt::NoPen);
    for (const Percentile which : kShown) {
        const auto value = valueOf(row.summary, which);
        if (!value)
            break;
        QColor fill = ink;
        fill.setAlpha(alpha);
        painter.setBrush(fill);
        painter.drawRect(QRectF{from, middle - 4, std::max(0.0, x(*value) - from), 8});
        from = std::max(from, x(*value));
        alpha = alpha * 11 / 20;
    }
    for (const Percentile which : kShown)
        if (const auto value = valueOf(row.summary, which)) {
            painter.setPen(QPen{ink, 2});
            painter.drawLine(QPointF{x(*value), middle - 6}, QPointF{x(*value), middle + 6});
        }
}

std::vector<Percentile> PercentileChart::written() const
{
    std::vector<Percentile> percentiles =
        fitting(m_rows, width() - 4.0, QFontMetrics{style::small(font())}, QFontMetrics{style::bold(font())});
    const bool withPrecision = std::any_of(m_rows.begin(), m_rows.end(), [](const Row& row) {
        return std::any_of(kShown.begin(), kShown.end(),
                           [&](Percentile which) { return halfWidthOf(row.summary, which).has_value(); });
    });
    // Room for how far off they may be goes before a fourth figure.
    if (withPrecision && width() < 480 && percentiles.size() == kShown.size())
        percentiles.erase(percentiles.begin() + 1);
    return percentiles;
}

std::optional<PercentileChart::Hit> PercentileChart::figureAt(QPoint at) const
{
    const int line = QFontMetrics{font()}.height();
    const int row = at.y() < 0 ? -1 : at.y() / rowHeight();
    if (row < 0 || row >= static_cast<int>(m_rows.size()))
        return std::nullopt;
    const LatencySummary& summary = m_rows[static_cast<std::size_t>(row)].summary;
    const int top = row * rowHeight() + 3 + line;
    if (at.y() < top || at.y() > top + line || summary.samples == 0)
        return std::nullopt;
    const std::vector<Percentile> shown = written();
    const std::vector<qreal> cells = cellsOf(
        summary, shown, width() - 4.0, QFontMetrics{style::small(font())}, QFontMetrics{style::bold(font())});
    qreal left = 2;
    for (std::size_t cell = 0; cell < cells.size(); left += cells[cell++])
        if (at.x() >= left && at.x() < left + cells[cell])
            return Hit{static_cast<std::size_t>(row), shown[cell],
                       QRectF{left, top * 1.0, cells[cell], line * 1.0}.toRect()};
    return std::nullopt;
}

void PercentileChart::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<Hit> hit = figureAt(event->pos());
    const bool leads = hit ? valueOf(m_rows[hit->row].summary, hit->which).has_value()
                           : event->pos().y() / rowHeight() < static_cast<int>(m_rows.size());
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PercentileChart::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    Page page{
        .painter = painter,
        .font = font(),
        .small = style::small(font()),
        .strong = style::bold(font()),
        .scale = axis(),
        .plot = {8, 0, std::max(1, width() - 16) * 1.0, static_cast<qreal>(m_rows.size()) * rowHeight()},
        .width = width() * 1.0,
        .written = {}};
    page.written = written();
    const int line = page.metrics.height();
    const auto topOf = [&](std::size_t row) { return static_cast<qreal>(row) * rowHeight() + 2; };
    const auto middleOf = [&](std::size_t row) { return topOf(row) + 2 * line + 9; };
    std::vector<qreal> strips;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].summary.samples > 0)
            strips.push_back(middleOf(i));
    page.paintAxis(strips);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        const qreal top = topOf(i);
        page.paintName(row, top);
        const qreal valuesTop = top + line + 1;
        if (row.summary.samples == 0) {
            painter.setPen(style::colour("textMuted"));
            painter.setFont(font());
            painter.drawText(QPointF{page.plot.left() - 6, valuesTop + page.metrics.ascent()},
                             Format::none(Format::noCompletions()));
            continue;
        }
        page.paintFigures(row, valuesTop);
        page.paintStrip(row, middleOf(i), style::series(static_cast<int>(i)));
    }
}

bool PercentileChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const auto at = static_cast<std::size_t>(std::max(0, help->pos().y() / rowHeight()));
    if (at >= m_rows.size()) {
        QToolTip::hideText();
        return true;
    }
    const Format format;
    const Row& row = m_rows[at];
    QStringList lines{row.name + QStringLiteral(", ") + row.kind};
    for (const Percentile which : kShown)
        lines << Format::percentileName(which) + u' ' + format.percentileWithin(row.summary, which);
    if (const QString note = Format::precisionNote(row.summary); !note.isEmpty())
        lines << note;
    QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
    return true;
}

void PercentileChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (const std::optional<Hit> hit = figureAt(event->pos())) {
        emit figureClicked(m_rows[hit->row], hit->which, mapToGlobal(hit->cell.bottomLeft() + QPoint{0, 2}));
        return;
    }
    const int row = event->pos().y() / rowHeight();
    if (row >= 0 && row < static_cast<int>(m_rows.size())
        && !m_rows[static_cast<std::size_t>(row)].link.isEmpty())
        emit linkActivated(m_rows[static_cast<std::size_t>(row)].link);
}

PartsBar::PartsBar(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PartsBar::setParts(const double (&millis)[kTimeParts], double scale)
{
    std::copy(std::begin(millis), std::end(millis), std::begin(m_millis));
    m_scale = scale > 0 ? scale : 1;
    QStringList spoken;
    const Format format;
    for (int i = 0; i < kTimeParts; ++i)
        if (m_millis[i] > 0)
            spoken << partName(static_cast<TimePart>(i)) + u' ' + format.millis(m_millis[i]);
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    update();
}

void PartsBar::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF{rect()}.adjusted(0, 2, 0, -2), 4, 4);
    painter.fillPath(outline, style::colour("surfaceSunken"));
    painter.setClipPath(outline);
    qreal from = 0;
    for (int i = 0; i < kTimeParts; ++i) {
        const qreal width = this->width() * m_millis[i] / m_scale;
        painter.fillRect(QRectF{from, 0, width, height() * 1.0}, style::part(static_cast<TimePart>(i)));
        from += width;
    }
}

int PartsBar::partAt(int x) const
{
    double from = 0;
    for (int i = 0; i < kTimeParts; ++i) {
        from += width() * m_millis[i] / m_scale;
        if (x < from)
            return i;
    }
    return -1;
}

bool PartsBar::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const int i = partAt(help->pos().x()); i >= 0)
            QToolTip::showText(help->globalPos(),
                               partName(static_cast<TimePart>(i)) + u' ' + Format{}.millis(m_millis[i]),
                               this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

QString partName(TimePart part)
{
    switch (part) {
    case TimePart::Service:
        return PartsBar::tr("service");
    case TimePart::Queue:
        return PartsBar::tr("queue");
    case TimePart::ThrottleWait:
        return PartsBar::tr("throttle wait");
    case TimePart::Retry:
        return PartsBar::tr("retry");
    case TimePart::ColdStart:
        return PartsBar::tr("cold start");
    case TimePart::BufferWait:
        return PartsBar::tr("buffer or poll wait");
    case TimePart::Transfer:
        return PartsBar::tr("transfer");
    }
    return {};
}

}  // namespace plimsoll
