// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/commands/move_items.h"

#include <QtCore/QStringList>

#include <vector>

namespace plimsoll {

// Where items go when they are put in order; MoveItems takes them there in one step.

/// Groups and notes as wide and as high as the largest of them. Nothing for fewer than two.
std::vector<ItemPlace> sameSized(const Design& design, const QStringList& ids);

/// Components in layers along the way of the work, frames around their members and parts without connections below
/// each other; of these items only, unless `ids` is empty. The upper left corner of it all stays where it is, and so does what is
/// pinned or locked: the rest is laid out round it.
std::vector<ItemPlace> tidied(const Design& design, const QStringList& ids = {});

enum class Alignment { Left, Centre, Right, Top, Middle, Bottom };
/// The items on a common line, that of their common bounds.
std::vector<ItemPlace> aligned(const Design& design, const QStringList& ids, Alignment alignment);

/// The items with equal gaps between them; the outermost stay. Nothing for fewer than three.
std::vector<ItemPlace> distributed(const Design& design, const QStringList& ids, Qt::Orientation orientation);

}  // namespace plimsoll
