// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/run_documents.h"
#include "model/design/design.h"
#include "model/support/error.h"

#include <string>
#include <vector>

namespace plimsoll {

/// A picture that the command line asked for.
struct PictureOrder {
    std::string file;  ///< .svg, .png or .pdf
    int scale = 2;     ///< of a PNG: pixels per unit of the drawing
    bool dark = false;
    bool transparent = false;
    std::string overlay = "traffic";  ///< the figures on the cards: traffic | limits | delay | cost
    std::vector<std::string> only;    ///< ids; empty = the whole drawing
};

/// What the command line cannot do itself, because it knows no fonts and no colours.
class Renderer {
public:
    virtual ~Renderer() = default;
    /// The design with its live estimate in the scenario.
    virtual Status writePicture(const Design& design, const ScenarioId& scenario,
                                const PictureOrder& order) = 0;
    /// The report with drawing and charts, as .html or .pdf.
    virtual Status writeReport(const Report& report, const Design& design, const std::string& file) = 0;
};

}  // namespace plimsoll
