// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/render/drawing.h"
#include "app/desktop/run/run_session.h"
#include "app/report/run_documents.h"
#include "model/support/error.h"

#include <QtCore/QString>

class QIODevice;

namespace plimsoll {

/// What a finished run has to say, in the words and order of the command line.
Report reportOf(const RunResult& result, const Design& design);

/// The report with its charts, as the drawn formats show it.
Document drawnDocumentOf(const Report& report);

/// One file without scripts or other files: drawing and charts as shapes, light or dark as the reader's system is.
QString reportHtml(const Document& document, const Drawing& diagram = {},
                   const QString& language = QStringLiteral("en"));

/// A4 pages with text that can be selected, the drawing and charts as shapes, page numbers. False when the device
/// refuses.
bool writeReportPdf(const Document& document, QIODevice& device, const Drawing& diagram = {});

/// Writes the format of the file's suffix: html, pdf, md, csv, json or xlsx. With the catalog the drawn formats call services
/// and parameters by their names, not by their ids.
Status saveReport(const Report& report, const QString& file, const Drawing& diagram = {},
                  const ServiceCatalog* catalog = nullptr);

}  // namespace plimsoll
