// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/renderer.h"

#include <memory>

class QApplication;

namespace plimsoll {

class ServiceLibrary;

/// Draws for the command line, on a display of its own that nobody sees.
class CommandRenderer final : public Renderer {
public:
    explicit CommandRenderer(const ServiceLibrary& library);
    ~CommandRenderer() override;
    Status writePicture(const Design& design, const ScenarioId& scenario, const PictureOrder& order) override;
    Status writeReport(const Report& report, const Design& design, const std::string& file) override;

private:
    void needApplication();

    const ServiceLibrary& m_library;
    std::unique_ptr<QApplication> m_application;
};

}  // namespace plimsoll
