// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/look/svg_picture.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/render/report_export.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QMarginsF>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPageLayout>
#include <QtGui/QPageSize>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace plimsoll {

namespace {

// Lengths are in the units of a drawing, so that charts keep the sizes of their letters.
constexpr double kMarginMillimetres = 15;
constexpr double kFooter = 22;
constexpr double kColumnGap = 12;
constexpr double kBarColumn = 64;
constexpr double kRowPadding = 3;
constexpr double kMostDiagram = 0.45;  // of a page's height
constexpr double kLegible = 0.8;       // scale of the diagram below which it gets pages of its own
constexpr double kTitleRoom = 44;      // of a section's title, with the room around it

QString shown(const std::string& text)
{
    return QString::fromStdString(text)
        .replace(QLatin1String{"+-"}, QStringLiteral("±"))
        .replace(QLatin1String{" -> "}, QStringLiteral(" → "));
}

QColor inkOf(Tone tone)
{
    const Theme& theme = Theme::current();
    switch (tone) {
    case Tone::Good:
        return theme.colour(QStringLiteral("ok"));
    case Tone::Bad:
        return theme.colour(QStringLiteral("danger"));
    case Tone::Quiet:
        return theme.colour(QStringLiteral("textMuted"));
    case Tone::Plain:
    case Tone::Strong:
        break;
    }
    return theme.colour(QStringLiteral("text"));
}

QFont fontOf(Tone tone, double points)
{
    return Theme::current().font(points, tone == Tone::Strong ? QFont::DemiBold : QFont::Normal);
}

/// Whether a short text, such as a name, may be broken between its words.
enum class Short { Whole, Broken };
constexpr qsizetype kShort = 24;  // letters

/// Pieces that stay whole: words, or of a figure the value and what it is within.
QStringList piecesOf(const QString& text, Align align, Short shortTexts = Short::Broken)
{
    if (align == Align::Left)
        return shortTexts == Short::Whole && text.size() <= kShort
                   ? QStringList{text}
                   : text.split(QLatin1Char{' '}, Qt::SkipEmptyParts);
    const qsizetype within = text.indexOf(QStringLiteral(" ± "));
    return within < 0 ? QStringList{text} : QStringList{text.left(within), text.mid(within + 1)};
}

double widestPiece(const QFontMetricsF& metrics, const QStringList& pieces)
{
    double widest = 0;
    for (const QString& each : pieces)
        widest = std::max(widest, metrics.horizontalAdvance(each));
    return widest;
}

/// Lines of whole pieces. Only a piece that is wider than the line itself is broken, since it would leave the page.
QStringList wrapped(const QStringList& pieces, const QFontMetricsF& metrics, double width)
{
    QStringList lines;
    QString line;
    for (QString piece : pieces) {
        const QString longer = line.isEmpty() ? piece : line + QLatin1Char{' '} + piece;
        if (metrics.horizontalAdvance(longer) <= width + 0.5) {
            line = longer;
            continue;
        }
        if (!line.isEmpty())
            lines.append(line);
        while (metrics.horizontalAdvance(piece) > width + 0.5 && piece.size() > 1) {
            qsizetype fits = piece.size() - 1;
            while (fits > 1 && metrics.horizontalAdvance(piece.left(fits)) > width)
                --fits;
            lines.append(piece.left(fits));
            piece.remove(0, fits);
        }
        line = piece;
    }
    if (!line.isEmpty() || lines.isEmpty())
        lines.append(line);
    return lines;
}

/// Pages that fill from the top; whoever writes asks for room first.
class Pages {
public:
    Pages(QPdfWriter& writer, QString title, int total)
        : m_writer{writer}, m_title{std::move(title)}, m_total{total}
    {
        layOut(QPageLayout::Portrait);
        m_open = m_painter.begin(&m_writer);
        startPage();
    }
    ~Pages()
    {
        if (m_open)
            paintFooter();
    }
    Q_DISABLE_COPY_MOVE(Pages)

    bool isOpen() const { return m_open; }
    int count() const { return m_page; }
    QPainter& painter() { return m_painter; }
    double y() const { return m_y; }
    double width() const { return m_size.width(); }
    double height() const { return m_size.height() - kFooter; }
    double left() const { return height() - m_y; }
    /// Starts a page when less than this is left of the present one; true when it did.
    bool need(double room)
    {
        if (m_y <= 0 || m_y + room <= height())
            return false;
        next(QPageLayout::Portrait);
        return true;
    }
    void advance(double by) { m_y += by; }
    void next(QPageLayout::Orientation orientation)
    {
        paintFooter();
        layOut(orientation);
        m_writer.newPage();
        startPage();
    }

private:
    void layOut(QPageLayout::Orientation orientation)
    {
        const double margin = kMarginMillimetres;
        m_writer.setPageLayout(QPageLayout{QPageSize{QPageSize::A4}, orientation,
                                           QMarginsF{margin, margin, margin, margin},
                                           QPageLayout::Millimeter});
        m_size = m_writer.pageLayout().paintRectPixels(m_writer.resolution()).size();
    }
    void startPage()
    {
        ++m_page;
        m_y = 0;
        m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    }
    void paintFooter()
    {
        const QFont font = fontOf(Tone::Quiet, 7.5);
        m_painter.setFont(font);
        m_painter.setPen(inkOf(Tone::Quiet));
        const QString page =
            m_total > 0 ? QCoreApplication::translate("Report", "Page %1 of %2").arg(m_page).arg(m_total)
                        : QCoreApplication::translate("Report", "Page %1").arg(m_page);
        const QFontMetricsF metrics{font};
        const double wide = metrics.horizontalAdvance(page) + 2;
        const QRectF line{0, height() + 6, width(), kFooter - 6};
        m_painter.drawText(line, Qt::AlignRight | Qt::AlignBottom, page);
        m_painter.drawText(line.adjusted(0, 0, -wide - 12, 0), Qt::AlignLeft | Qt::AlignBottom,
                           metrics.elidedText(m_title, Qt::ElideRight, width() - wide - 12));
    }

    QPdfWriter& m_writer;
    QString m_title;
    int m_total;
    QPainter m_painter;
    QSizeF m_size;
    double m_y = 0;
    int m_page = 0;
    bool m_open = false;
};

void writeLines(Pages& pages, const QString& text, const QFont& font, const QColor& ink, double indent = 0)
{
    const QFontMetricsF metrics{font};
    for (const QString& line : wrapped(piecesOf(text, Align::Left), metrics, pages.width() - indent)) {
        pages.need(metrics.lineSpacing());
        pages.painter().setFont(font);
        pages.painter().setPen(ink);
        pages.painter().drawText(QPointF{indent, pages.y() + metrics.ascent()}, line);
        pages.advance(metrics.lineSpacing());
    }
}

void writeParagraph(Pages& pages, const Paragraph& paragraph)
{
    const QFont font = fontOf(paragraph.tone, 9);
    const QFontMetricsF metrics{font};
    pages.need(metrics.lineSpacing());
    double indent = 0;
    if (const QString mark = shown(paragraph.mark).trimmed(); !mark.isEmpty()) {
        indent = 14 + 6 * static_cast<double>(paragraph.mark.find_first_not_of(' '));
        const QFont bold = fontOf(Tone::Strong, 9);
        pages.painter().setFont(bold);
        pages.painter().setPen(inkOf(paragraph.tone));
        pages.painter().drawText(QPointF{indent - 11, pages.y() + metrics.ascent()}, mark);
    }
    writeLines(pages, shown(paragraph.text), font, inkOf(paragraph.tone), indent);
    pages.advance(4);
}

/// The columns of a table that stand side by side, and how wide.
struct TablePart {
    std::vector<std::size_t> columns;
    std::vector<double> widths;
};

/// A table at one size of letters.
class TableLayout {
public:
    TableLayout(const Table& table, double points, Short shortTexts)
        : m_table{table}, m_points{points}, m_short{shortTexts}, m_metrics{fontOf(Tone::Strong, points)}
    {
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            if (table.columns[column].isBar) {
                m_least.push_back(kBarColumn);
                m_most.push_back(kBarColumn);
                continue;
            }
            const QString title = shown(table.columns[column].title);
            double least = widestPiece(m_metrics, piecesOf(title, Align::Left));
            // A title may take two lines, of which one is a little longer than half, and more where there is no room.
            constexpr double kOfTwoLines = 0.6;
            double most = std::max(least, kOfTwoLines * m_metrics.horizontalAdvance(title));
            for (const Row& row : table.rows) {
                if (column >= row.cells.size())
                    continue;
                const QString text = shown(row.cells[column]);
                least = std::max(
                    least, widestPiece(m_metrics, piecesOf(text, table.columns[column].align, m_short)));
                most = std::max(most, m_metrics.horizontalAdvance(text));
            }
            m_least.push_back(least);
            m_most.push_back(most);
        }
    }

    double points() const { return m_points; }
    Short shortTexts() const { return m_short; }
    const QFontMetricsF& metrics() const { return m_metrics; }
    bool fits(double width) const { return sum(m_least) <= width; }

    /// Columns side by side; those that do not fit follow below, behind the first one again.
    std::vector<TablePart> parts(double width) const
    {
        std::vector<TablePart> all;
        for (std::size_t column = 0; column < m_least.size(); ++column) {
            const auto leastWith = [&] {
                double needed = m_least[column];
                for (const std::size_t each : all.back().columns)
                    needed += m_least[each] + kColumnGap;
                return needed;
            };
            if (all.empty() || (all.back().columns.size() > 1 && leastWith() > width)) {
                all.emplace_back();
                if (column > 0)
                    all.back().columns.push_back(0);
            }
            all.back().columns.push_back(column);
        }
        for (TablePart& part : all)
            spread(part, width);
        return all;
    }

private:
    double sum(const std::vector<double>& widths) const
    {
        return std::accumulate(widths.begin(), widths.end(), 0.0)
               + kColumnGap * static_cast<double>(widths.empty() ? 0 : widths.size() - 1);
    }
    /// As wide as their texts where there is room, else each gives up the same share of what it can.
    void spread(TablePart& part, double width) const
    {
        double least = 0, most = 0;
        for (const std::size_t column : part.columns) {
            least += m_least[column];
            most += m_most[column];
        }
        const double room = width - kColumnGap * static_cast<double>(part.columns.size() - 1);
        const double share = most <= room   ? 1
                             : most > least ? std::max(0.0, (room - least) / (most - least))
                                            : 0;
        // A column that is wider than the page all by itself is broken into lines.
        for (const std::size_t column : part.columns)
            part.widths.push_back(
                std::min(room, m_least[column] + (m_most[column] - m_least[column]) * share));
    }

    const Table& m_table;
    double m_points;
    Short m_short;
    QFontMetricsF m_metrics;
    std::vector<double> m_least, m_most;
};

class TableWriter {
public:
    TableWriter(Pages& pages, const Table& table, const TableLayout& layout)
        : m_pages{pages}, m_table{table}, m_layout{layout}
    {}

    void write(const TablePart& part)
    {
        const double header = hasTitles(part) ? heightOf(part, titles(), true) : 0;
        const double first = m_table.rows.empty() ? 0 : heightOf(part, m_table.rows.front(), false);
        m_pages.need(header + first);
        writeTitles(part);
        for (const Row& row : m_table.rows) {
            if (m_pages.need(heightOf(part, row, false)))
                writeTitles(part);
            writeRow(part, row, false);
        }
        m_pages.advance(8);
    }
    /// Of all rows, were the page endless.
    double height() const
    {
        double sum = 0;
        for (const TablePart& part : m_layout.parts(m_pages.width()))
            for (const Row& row : m_table.rows)
                sum += heightOf(part, row, false);
        return sum;
    }

private:
    Row titles() const
    {
        Row row{{}, Tone::Quiet};
        for (const Column& column : m_table.columns)
            row.cells.push_back(column.title);
        return row;
    }
    bool hasTitles(const TablePart& part) const
    {
        return std::any_of(part.columns.begin(), part.columns.end(),
                           [&](std::size_t column) { return !m_table.columns[column].title.empty(); });
    }
    void writeTitles(const TablePart& part)
    {
        if (hasTitles(part))
            writeRow(part, titles(), true);
    }
    QStringList lines(const Row& row, std::size_t column, double width, bool title) const
    {
        const QString text = column < row.cells.size() ? shown(row.cells[column]) : QString{};
        const Align align = title ? Align::Left : m_table.columns[column].align;
        return wrapped(piecesOf(text, align, title ? Short::Broken : m_layout.shortTexts()),
                       m_layout.metrics(), width);
    }
    double heightOf(const TablePart& part, const Row& row, bool title) const
    {
        qsizetype most = 1;
        for (std::size_t at = 0; at < part.columns.size(); ++at)
            if (title || !m_table.columns[part.columns[at]].isBar)
                most = std::max(most, lines(row, part.columns[at], part.widths[at], title).size());
        return static_cast<double>(most) * m_layout.metrics().lineSpacing() + 2 * kRowPadding;
    }
    void writeRow(const TablePart& part, const Row& row, bool title)
    {
        QPainter& painter = m_pages.painter();
        const Theme& theme = Theme::current();
        const double height = heightOf(part, row, title);
        painter.setFont(fontOf(row.tone, m_layout.points()));
        double x = 0;
        for (std::size_t at = 0; at < part.columns.size(); ++at) {
            const std::size_t column = part.columns[at];
            const double width = part.widths[at];
            if (!title && m_table.columns[column].isBar && row.bar) {
                writeBar(*row.bar, row.tone, {x, m_pages.y() + kRowPadding + 2, width, 7});
            } else {
                painter.setPen(inkOf(row.tone));
                double y = m_pages.y() + kRowPadding;
                for (const QString& line : lines(row, column, width, title)) {
                    const bool right = m_table.columns[column].align == Align::Right;
                    const double room = width - advanceOf(painter, line);
                    painter.drawText(QPointF{x + (right ? room : 0), y + m_layout.metrics().ascent()}, line);
                    y += m_layout.metrics().lineSpacing();
                }
            }
            x += width + kColumnGap;
        }
        m_pages.advance(height);
        painter.setPen(QPen{theme.colour(title ? QStringLiteral("borderStrong") : QStringLiteral("border")),
                            title ? 0.8 : 0.5});
        painter.drawLine(QPointF{0, m_pages.y()}, QPointF{x - kColumnGap, m_pages.y()});
    }
    static double advanceOf(const QPainter& painter, const QString& line)
    {
        return QFontMetricsF{painter.font()}.horizontalAdvance(line);
    }
    void writeBar(const BarSpan& bar, Tone tone, const QRectF& groove)
    {
        QPainter& painter = m_pages.painter();
        const Theme& theme = Theme::current();
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(QStringLiteral("surfaceSunken")));
        painter.drawRect(groove);
        const double from = std::clamp(bar.from, 0.0, 1.0);
        const double to = std::clamp(bar.to, from, 1.0);
        painter.setBrush(theme.colour(tone == Tone::Bad ? QStringLiteral("danger") : QStringLiteral("info")));
        painter.drawRect(QRectF{groove.left() + from * groove.width(), groove.top(),
                                std::max(0.8, (to - from) * groove.width()), groove.height()});
    }

    Pages& m_pages;
    const Table& m_table;
    const TableLayout& m_layout;
};

void writeTable(Pages& pages, const Table& table)
{
    if (table.rows.empty())
        return;
    // Whole names in smaller letters read better than broken ones, down to a size, unless what is left for the others
    // makes the table much longer.
    constexpr double kMuchLonger = 1.25;
    constexpr std::pair<double, Short> kChoices[] = {
        {8, Short::Whole},    {7.5, Short::Whole}, {7, Short::Whole},   {8, Short::Broken},
        {7.5, Short::Broken}, {7, Short::Broken},  {6.5, Short::Broken}};
    std::vector<std::pair<double, std::pair<double, Short>>> fitting;
    for (const auto& each : kChoices)
        if (const TableLayout layout{table, each.first, each.second}; layout.fits(pages.width()))
            fitting.emplace_back(TableWriter{pages, table, layout}.height(), each);
    std::pair<double, Short> chosen = std::end(kChoices)[-1];
    if (!fitting.empty()) {
        const double least =
            std::min_element(fitting.begin(), fitting.end(), [](const auto& a, const auto& b) {
                return a.first < b.first;
            })->first;
        chosen = std::find_if(fitting.begin(), fitting.end(), [&](const auto& each) {
                     return each.first <= kMuchLonger * least;
                 })->second;
    }
    const TableLayout layout{table, chosen.first, chosen.second};
    for (const TablePart& part : layout.parts(pages.width()))
        TableWriter{pages, table, layout}.write(part);
}

/// A chart in pieces that each fit a page, below the title of their section.
std::vector<Drawing> piecesOf(const Chart& chart, const Pages& pages)
{
    return drawingsOf(chart, pages.width(), pages.height() - kTitleRoom - 12);
}

void writeDrawing(Pages& pages, const Drawing& drawing)
{
    if (drawing.isEmpty())
        return;
    const double scale = std::min(1.0, pages.width() / drawing.size.width());
    const QSizeF size = drawing.size * scale;
    pages.need(size.height() + 8);
    paintInto(pages.painter(), drawing, QRectF{QPointF{0, pages.y()}, size});
    pages.advance(size.height() + 12);
}

double scaleInto(const Drawing& drawing, double width, double height)
{
    return std::min({1.0, width / drawing.size.width(), height / drawing.size.height()});
}

/// With the verdict, as large as there is room.
void writeDiagram(Pages& pages, const Drawing& diagram)
{
    if (diagram.isEmpty())
        return;
    const QSizeF size = diagram.size * scaleInto(diagram, pages.width(), pages.height() * kMostDiagram);
    pages.need(size.height() + 8);
    paintInto(pages.painter(), diagram, QRectF{QPointF{0, pages.y()}, size});
    pages.advance(size.height() + 12);
}

/// How a large drawing is spread over pages: a strip of it on each, with some of the one before.
struct Spread {
    QPageLayout::Orientation orientation = QPageLayout::Landscape;
    double scale = 0;
    int across = 1, down = 1;
};

constexpr double kOverlap = 100;  // of a drawing's units, so that a card that is cut here is whole there
constexpr int kMostPages = 8;

int stripsOf(double length, double scale, double page)
{
    if (length * scale <= page + 0.5)
        return 1;
    const double step = page / scale - kOverlap;
    return step <= 0 ? kMostPages + 1 : static_cast<int>(std::ceil((length - kOverlap) / step - 1e-9));
}

/// The largest that takes a page, or a few where on one its letters could not be read.
Spread spreadOf(const QSizeF& drawing, QSizeF upright)
{
    constexpr double kReadable = 0.5;
    Spread best;
    for (const auto orientation : {QPageLayout::Landscape, QPageLayout::Portrait}) {
        const QSizeF page = orientation == QPageLayout::Portrait
                                ? upright
                                : QSizeF{upright.height() + kFooter, upright.width() - kFooter};
        const double across = page.width() / drawing.width(), down = page.height() / drawing.height();
        Spread one{orientation, std::min({1.0, across, down}), 1, 1};
        // As wide, or as high, as the page; the other way it goes on overleaf.
        if (one.scale < kReadable) {
            const double scale = std::min(1.0, std::max(across, down));
            const int columns = stripsOf(drawing.width(), scale, page.width());
            const int rows = stripsOf(drawing.height(), scale, page.height());
            if (columns * rows <= kMostPages)
                one = {orientation, scale, columns, rows};
        }
        if (one.scale > best.scale)
            best = one;
    }
    return best;
}

/// A large drawing once more, on pages of its own, where its letters can be read.
void writeLargeDiagram(Pages& pages, const Drawing& diagram)
{
    if (diagram.isEmpty())
        return;
    const double before = scaleInto(diagram, pages.width(), pages.height() * kMostDiagram);
    if (before >= kLegible)
        return;
    // Upright, as the pages are that were written.
    const Spread spread = spreadOf(diagram.size, {pages.width(), pages.height()});
    const QSizeF size = diagram.size * spread.scale;
    for (int row = 0; row < spread.down; ++row)
        for (int column = 0; column < spread.across; ++column) {
            pages.next(spread.orientation);
            const auto begin = [&](int strip, int strips, double length, double page) {
                return strips == 1 ? -(page - length) / 2
                                   : std::min(strip * (page - kOverlap * spread.scale), length - page);
            };
            const QPointF corner{begin(column, spread.across, size.width(), pages.width()),
                                 begin(row, spread.down, size.height(), pages.height())};
            QPainter& painter = pages.painter();
            painter.save();
            painter.setClipRect(QRectF{0, 0, pages.width(), pages.height()});
            paintInto(painter, diagram, QRectF{-corner, size});
            painter.restore();
        }
}

void writeSection(Pages& pages, const Section& section, const Drawing* diagram)
{
    if (!section.title.empty()) {
        // A title alone at the foot of a page belongs to nothing: a line stays with it, of a table its head and a row.
        const double withTitle = section.before.empty() && !section.table.rows.empty() ? 100 : 70;
        const double chart = section.charts.empty() || !section.before.empty()
                                 ? 0
                                 : piecesOf(section.charts.front(), pages).front().size.height();
        pages.need(std::max(withTitle, kTitleRoom + chart));
        if (pages.y() > 0)
            pages.advance(10);
        writeLines(pages, shown(section.title), fontOf(Tone::Strong, 12), inkOf(Tone::Strong));
        pages.advance(4);
    }
    for (const Paragraph& paragraph : section.before)
        writeParagraph(pages, paragraph);
    if (diagram)
        writeDiagram(pages, *diagram);
    for (const Chart& chart : section.charts)
        for (const Drawing& piece : piecesOf(chart, pages))
            writeDrawing(pages, piece);
    writeTable(pages, section.table);
    for (const Paragraph& paragraph : section.after)
        writeParagraph(pages, paragraph);
}

/// The number of pages; 0 when the device refuses.
int writePages(const Document& document, QIODevice& device, const Drawing& diagram, int total)
{
    QPdfWriter writer{&device};
    writer.setTitle(shown(document.title));
    writer.setCreator(QStringLiteral("Plimsoll"));
    writer.setResolution(pictureResolution());
    Pages pages{writer, shown(document.title), total};
    if (!pages.isOpen())
        return 0;
    writeLines(pages, shown(document.title), fontOf(Tone::Strong, 18), inkOf(Tone::Strong));
    pages.advance(4);
    for (const std::string& subtitle : document.subtitles)
        writeLines(pages, shown(subtitle), fontOf(Tone::Quiet, 9), inkOf(Tone::Quiet));
    for (std::size_t at = 0; at < document.sections.size(); ++at)
        writeSection(pages, document.sections[at], at == 0 ? &diagram : nullptr);
    writeLargeDiagram(pages, diagram);
    return pages.count();
}

}  // namespace

bool writeReportPdf(const Document& document, QIODevice& device, const Drawing& diagram)
{
    const ThemeForPaper theme{ThemeChoice::Light};
    // How many pages there are is known once they have been written.
    QBuffer draft;
    draft.open(QIODevice::WriteOnly);
    const int total = writePages(document, draft, diagram, 0);
    return total > 0 && writePages(document, device, diagram, total) > 0;
}

}  // namespace plimsoll
