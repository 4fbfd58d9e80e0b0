// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/error.h"

#include <QtCore/QString>

namespace plimsoll {

/// What is said when a file could not be written.
inline Error cannotWrite(const QString& file, const QString& why)
{
    return {file.toStdString(), why.toStdString(), "choose another folder or name"};
}

}  // namespace plimsoll
