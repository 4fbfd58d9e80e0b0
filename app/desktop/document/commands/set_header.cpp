// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/commands/set_header.h"

#include <QtCore/QCoreApplication>

namespace plimsoll {

SetHeader::SetHeader(DesignDocument& document, std::string title, std::string region)
    : QUndoCommand{region == document.design().region
                       ? QCoreApplication::translate("Commands", "Change title")
                       : QCoreApplication::translate("Commands", "Change region")},
      m_document{document},
      m_title{std::move(title)},
      m_region{std::move(region)}
{}

}  // namespace plimsoll
