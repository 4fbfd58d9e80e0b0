// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/look/theme.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtCore/QSettings>
#include <QtGui/QFontDatabase>
#include <QtGui/QIconEngine>
#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>
#include <QtGui/QPalette>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleFactory>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

// A static library's resources are dropped by the linker unless someone asks for them, from outside any namespace.
static void keepResources()
{
    Q_INIT_RESOURCE(plimsoll);
}

namespace plimsoll {

namespace {

QByteArray resource(const QString& path)
{
    QFile file{QStringLiteral(":/plimsoll/") + path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

QPixmap rendered(const QByteArray& svg, QSize size, qreal pixelRatio)
{
    QPixmap pixmap{size * pixelRatio};
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer{svg};
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter{&pixmap};
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

/// Draws by asking the theme each time, so that icons already handed out follow a change of theme.
class ThemeIconEngine final : public QIconEngine {
public:
    enum class Kind { Action, Service };
    ThemeIconEngine(Kind kind, QString name, QString colourKey)
        : m_kind{kind}, m_name{std::move(name)}, m_colourKey{std::move(colourKey)}
    {}
    QIconEngine* clone() const override { return new ThemeIconEngine{m_kind, m_name, m_colourKey}; }
    bool isNull() override { return false; }
    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    // The size is in device pixels already.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const Theme& theme = Theme::current();
        if (m_kind == Kind::Service) {
            const QPixmap full = theme.servicePixmap(m_name, size, 1.0);
            return mode == QIcon::Disabled
                       ? QApplication::style()->generatedIconPixmap(QIcon::Disabled, full, nullptr)
                       : full;
        }
        return theme.actionPixmap(m_name, mode == QIcon::Disabled ? QStringLiteral("border") : m_colourKey,
                                  size, 1.0);
    }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        QPixmap pixmap = scaledPixmap((QSizeF{rect.size()} * ratio).toSize(), mode, state, ratio);
        pixmap.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), pixmap);
    }

private:
    Kind m_kind;
    QString m_name;
    QString m_colourKey;
};

constexpr auto kChoiceKey = "theme";
constexpr std::pair<const char*, ThemeChoice> kChoices[] = {{"system", ThemeChoice::System},
                                                            {"light", ThemeChoice::Light},
                                                            {"dark", ThemeChoice::Dark},
                                                            {"contrast", ThemeChoice::HighContrast}};

}  // namespace

Theme& Theme::current()
{
    static QPointer<Theme> theme;
    if (!theme)
        theme = new Theme{qApp};
    return *theme;
}

Theme::Theme(QObject* parent) : QObject{parent}
{
    keepResources();
    // Asked before our own palette hides the answer.
    m_systemIsDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    const QString remembered = QSettings{}.value(QLatin1String{kChoiceKey}).toString();
    for (const auto& [name, choice] : kChoices)
        if (remembered == QLatin1String{name})
            m_choice = choice;
    load();
}

void Theme::load()
{
    const bool contrast = m_choice == ThemeChoice::HighContrast;
    m_dark = contrast || m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemIsDark);
    const QByteArray json = resource(contrast ? QStringLiteral("themes/contrast.json")
                                     : m_dark ? QStringLiteral("themes/dark.json")
                                              : QStringLiteral("themes/light.json"));
    const QJsonObject colours = QJsonDocument::fromJson(json).object();
    m_colours.clear();
    m_chart.clear();
    m_fonts.clear();
    for (auto at = colours.begin(); at != colours.end(); ++at) {
        if (at->isString())
            m_colours.insert(at.key(), QColor{at->toString()});
    }
    for (const QJsonValue& each : colours.value(QLatin1String{"chart"}).toArray())
        m_chart.append(QColor{each.toString()});
}

void Theme::setChoice(ThemeChoice choice, Remember remember)
{
    if (remember == Remember::Yes) {
        const auto at = std::find_if(std::begin(kChoices), std::end(kChoices),
                                     [choice](const auto& each) { return each.second == choice; });
        QSettings{}.setValue(QLatin1String{kChoiceKey}, QString::fromLatin1(at->first));
    }
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::apply()
{
    load();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(font());

    QPalette palette;
    palette.setColor(QPalette::Window, colour("window"));
    palette.setColor(QPalette::WindowText, colour("text"));
    palette.setColor(QPalette::Base, colour("surface"));
    palette.setColor(QPalette::AlternateBase, colour("surfaceRaised"));
    palette.setColor(QPalette::Text, colour("text"));
    palette.setColor(QPalette::Button, colour("surfaceRaised"));
    palette.setColor(QPalette::ButtonText, colour("text"));
    palette.setColor(QPalette::BrightText, colour("textInverse"));
    palette.setColor(QPalette::Highlight, colour("selection"));
    palette.setColor(QPalette::HighlightedText, colour("text"));
    palette.setColor(QPalette::ToolTipBase, colour("text"));
    palette.setColor(QPalette::ToolTipText, colour("textInverse"));
    palette.setColor(QPalette::Link, colour("info"));
    palette.setColor(QPalette::LinkVisited, colour("info"));
    palette.setColor(QPalette::PlaceholderText, colour("textMuted"));
    palette.setColor(QPalette::Light, colour("surfaceRaised"));
    palette.setColor(QPalette::Midlight, colour("surface"));
    palette.setColor(QPalette::Mid, colour("border"));
    palette.setColor(QPalette::Dark, colour("borderStrong"));
    palette.setColor(QPalette::Shadow, colour("shadow"));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colour("borderStrong"));
    QApplication::setPalette(palette);

    QString sheet = QString::fromUtf8(resource(QStringLiteral("themes/plimsoll.qss.in")));
    for (auto at = m_colours.cbegin(); at != m_colours.cend(); ++at) {
        const QColor& each = at.value();
        const QString text = each.alpha() == 255 ? each.name() : each.name(QColor::HexArgb);
        sheet.replace(QLatin1Char{'@'} + at.key() + QLatin1Char{'@'}, text);
    }
    qApp->setStyleSheet(sheet);
    emit changed();
}

QColor Theme::colour(const QString& key) const
{
    const auto at = m_colours.constFind(key);
    Q_ASSERT_X(at != m_colours.cend(), "Theme::colour", qPrintable(key));
    return at == m_colours.cend() ? QColor{Qt::magenta} : *at;
}

QFont Theme::font(double points, QFont::Weight weight) const
{
    // Kept: looking a family up for every line of text is what a canvas full of cards would spend its time on.
    const std::pair key{std::llround(points * 256), int{weight}};
    if (const auto known = m_fonts.constFind(key); known != m_fonts.cend())
        return *known;
    QFont base;
    base.setFamilies({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans"), QStringLiteral("sans-serif")});
    base.setPointSizeF(points);
    base.setWeight(weight);
    if (m_forPaper) {
        // Hinted letters have whole widths, which would leave gaps in a drawing that is scaled afterwards.
        base.setHintingPreference(QFont::PreferNoHinting);
        // Inter puts raised brackets and signs beside digits and capitals; a PDF has no letter for those, and "(100%" would
        // be copied as "100%". Without shaping, which Latin letters do not need, there are no such replacements.
        base.setStyleStrategy(QFont::PreferNoShaping);
    }
    constexpr qsizetype kMostFonts = 400;  // zooming asks for a size of its own at every step
    if (m_fonts.size() >= kMostFonts)
        m_fonts.clear();
    m_fonts.insert(key, base);
    return base;
}

QIcon Theme::icon(const QString& name, const QString& colourKey) const
{
    return QIcon{new ThemeIconEngine{ThemeIconEngine::Kind::Action, name, colourKey}};
}

QIcon Theme::serviceIcon(const QString& serviceId) const
{
    return QIcon{new ThemeIconEngine{ThemeIconEngine::Kind::Service, serviceId, {}}};
}

QPixmap Theme::actionPixmap(const QString& name, const QString& colourKey, QSize size, qreal pixelRatio) const
{
    const QColor ink = colour(colourKey);
    const QString cacheKey = QStringLiteral("plimsoll/%1/%2/%3x%4/%5")
                                 .arg(name, ink.name())
                                 .arg(size.width())
                                 .arg(size.height())
                                 .arg(pixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(cacheKey, &pixmap))
        return pixmap;
    QByteArray svg = resource(QStringLiteral("icons/actions/%1.svg").arg(name));
    svg.replace("#000000", ink.name().toUtf8());
    pixmap = rendered(svg, size, pixelRatio);
    QPixmapCache::insert(cacheKey, pixmap);
    return pixmap;
}

void Theme::paintService(QPainter& painter, const QString& serviceId, const QRectF& target, double zoom) const
{
    const QPaintEngine* engine = painter.paintEngine();
    if (engine && (engine->type() == QPaintEngine::SVG || engine->type() == QPaintEngine::Pdf)) {
        QByteArray svg = resource(QStringLiteral("icons/services/%1.svg").arg(serviceId));
        if (svg.isEmpty())
            svg = resource(QStringLiteral("icons/services/unknown.svg"));
        QSvgRenderer renderer{svg};
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(&painter, target);
        return;
    }
    // Rendered at the size it will have, in steps, so that the cache stays small.
    const qreal ratio = painter.device()->devicePixelRatioF() * std::clamp(zoom, 0.5, 4.0);
    const qreal step = std::ceil(ratio * 2) / 2;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(target, servicePixmap(serviceId, target.size().toSize(), step),
                       QRectF{QPointF{}, target.size() * step});
}

QPixmap Theme::servicePixmap(const QString& serviceId, QSize size, qreal pixelRatio) const
{
    // Thousands of cards ask at every frame: no text is put together to find the picture by.
    constexpr std::size_t kMost = 1024;
    static std::map<std::tuple<QString, int, int, qreal>, QPixmapCache::Key> keys;
    if (keys.size() > kMost)
        keys.clear();
    QPixmapCache::Key& key = keys[{serviceId, size.width(), size.height(), pixelRatio}];
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray svg = resource(QStringLiteral("icons/services/%1.svg").arg(serviceId));
    if (svg.isEmpty())
        svg = resource(QStringLiteral("icons/services/unknown.svg"));
    pixmap = rendered(svg, size, pixelRatio);
    key = QPixmapCache::insert(pixmap);
    return pixmap;
}

ThemeForPaper::ThemeForPaper(ThemeChoice choice)
    : m_choice{Theme::current().m_choice}, m_forPaper{Theme::current().m_forPaper}
{
    Theme& theme = Theme::current();
    theme.m_choice = choice;
    theme.m_forPaper = true;
    theme.load();
}

ThemeForPaper::~ThemeForPaper()
{
    Theme& theme = Theme::current();
    theme.m_choice = m_choice;
    theme.m_forPaper = m_forPaper;
    theme.load();
}

}  // namespace plimsoll
