// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
// moc before Qt 6.5.3 stops at <compare> when it is read ahead of Qt's own headers.
#pragma once
#include <QtCore/qglobal.h>
