// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/run_session.h"
#include "app/report/document.h"
#include "model/support/error.h"

#include <QtCore/QString>
#include <QtGui/QImage>

namespace plimsoll {

/// The report of a finished run, in the words and order of the command line's.
Document documentOf(const RunResult& result, const Design& design);

/// One file without scripts or other files, readable in a browser and on paper. A picture of the design goes first
/// where there is one.
QString reportHtml(const Document& document, const QImage& diagram = {});

/// Writes HTML or, when the name ends in .pdf, PDF on A4.
Status saveReport(const Document& document, const QString& file, const QImage& diagram = {});

}  // namespace plimsoll
