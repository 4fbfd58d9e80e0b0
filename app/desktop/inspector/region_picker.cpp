// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/region_picker.h"

#include "app/desktop/document/commands/set_header.h"
#include "pricing/price_book.h"

#include <QtWidgets/QStylePainter>

#include <algorithm>
#include <array>
#include <utility>

namespace plimsoll {

namespace {

// AWS's own names for its regions; one without a name here shows its code alone.
constexpr std::array<std::pair<const char*, const char*>, 16> kNames{{
    {"us-east-1", "N. Virginia"},
    {"us-east-2", "Ohio"},
    {"us-west-1", "N. California"},
    {"us-west-2", "Oregon"},
    {"ca-central-1", "Canada"},
    {"sa-east-1", "S\u00e3o Paulo"},
    {"eu-west-1", "Ireland"},
    {"eu-west-2", "London"},
    {"eu-west-3", "Paris"},
    {"eu-central-1", "Frankfurt"},
    {"eu-north-1", "Stockholm"},
    {"ap-south-1", "Mumbai"},
    {"ap-southeast-1", "Singapore"},
    {"ap-southeast-2", "Sydney"},
    {"ap-northeast-1", "Tokyo"},
    {"ap-northeast-2", "Seoul"},
}};

QString nameOf(const QString& region)
{
    const auto at = std::find_if(kNames.begin(), kNames.end(),
                                 [&](const auto& each) { return region == QLatin1String{each.first}; });
    return at == kNames.end() ? region : QStringLiteral("%1 (%2)").arg(QString::fromUtf8(at->second), region);
}

}  // namespace

RegionPicker::RegionPicker(DesignDocument& document, QWidget* parent) : ComboBox{parent}, m_document{document}
{
    setAccessibleName(tr("Region"));
    setToolTip(tr("The AWS region the design is priced in"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    connect(&m_document, &DesignDocument::designReplaced, this, &RegionPicker::refresh);
    connect(&m_document, &DesignDocument::headerChanged, this, &RegionPicker::refresh);
    connect(this, &QComboBox::currentIndexChanged, this, [this](int index) {
        const std::string region = itemData(index).toString().toStdString();
        if (index >= 0 && region != m_document.design().region)
            m_document.undoStack().push(new SetHeader{m_document, m_document.design().title, region});
    });
    refresh();
}

void RegionPicker::refresh()
{
    const QSignalBlocker quiet{this};
    clear();
    // A study note prices one set of assumptions, not a region.
    for (const std::string& region : builtinRegions())
        addItem(nameOf(QString::fromStdString(region)), QString::fromStdString(region));
    const QString region = QString::fromStdString(m_document.design().region);
    if (findData(region) < 0)
        addItem(tr("%1, no prices").arg(nameOf(region)), region);
    setCurrentIndex(findData(region));
}

void RegionPicker::paintEvent(QPaintEvent*)
{
    // Where the name does not fit the region's code says it in full.
    QStylePainter painter{this};
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const QRect room =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    if (fontMetrics().horizontalAdvance(option.currentText) > room.width())
        option.currentText = currentData().toString();
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

}  // namespace plimsoll
