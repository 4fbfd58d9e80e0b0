// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"

#include <QtGui/QUndoCommand>

#include <string>

namespace plimsoll {

/// Title and region of the design.
class SetHeader final : public QUndoCommand {
public:
    SetHeader(DesignDocument& document, std::string title, std::string region);
    void redo() override { m_document.exchangeHeader(m_title, m_region); }
    void undo() override { m_document.exchangeHeader(m_title, m_region); }

private:
    DesignDocument& m_document;
    std::string m_title, m_region;  ///< the ones not in the document at present
};

}  // namespace plimsoll
