// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QRectF>
#include <QtCore/QStandardPaths>
#include <QtCore/QXmlStreamReader>

#include <vector>

namespace plimsoll::tests {

struct PdfWord {
    QString text;
    QRectF box;  ///< points from the upper left corner
};
struct PdfPage {
    QSizeF size;  ///< points
    std::vector<PdfWord> words;
};

/// The words of a PDF as a reader selects them, by poppler's pdftotext; no page when that is not installed.
inline std::vector<PdfPage> pdfPages(const QString& file)
{
    std::vector<PdfPage> pages;
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (program.isEmpty())
        return pages;
    QProcess process;
    process.start(program, {QStringLiteral("-bbox"), file, QStringLiteral("-")});
    process.waitForFinished();
    QXmlStreamReader xml{process.readAllStandardOutput()};
    const auto number = [&](const char* name) {
        return xml.attributes().value(QLatin1String{name}).toDouble();
    };
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String{"page"})
            pages.push_back({{number("width"), number("height")}, {}});
        if (xml.name() == QLatin1String{"word"} && !pages.empty()) {
            const QRectF box{QPointF{number("xMin"), number("yMin")},
                             QPointF{number("xMax"), number("yMax")}};
            pages.back().words.push_back({xml.readElementText(), box});
        }
    }
    return pages;
}

}  // namespace plimsoll::tests
