// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/commands/add_items.h"

#include <QtCore/QPointF>
#include <QtCore/QRectF>
#include <QtCore/QStringList>

#include <string_view>

namespace plimsoll {

// What several views put together before they push a command.

/// A new component of the service with a free id, a free label and sizing left to "auto". A source also gets traffic
/// in the current scenario (made when there is none), because a source without any would do nothing.
ItemSet newComponent(const DesignDocument& document, const ServiceSpec& spec, QPointF position);

/// The traffic a new source starts with: 100 records of 1 KB a second.
inline constexpr double kFirstRatePerSecond = 100;
inline constexpr std::int64_t kFirstRecordBytes = 1024;

/// What Run needs first on a design without load: a source in front of the entry component, or a rate for a source
/// that has none. Empty when there is load, or nothing to put load on.
struct FirstLoad {
    ItemSet items;
    QString select;  ///< the source
};
FirstLoad firstLoad(const DesignDocument& document);

/// The items as the text of a design file: what goes to the clipboard.
std::string copyItems(const DesignDocument& document, const QStringList& ids);
/// The copied items with fresh ids, moved by `offset`; the ids in the order of the set's vectors.
Result<ItemSet> pastedItems(const DesignDocument& document, std::string_view text, QPointF offset);
QStringList idsOf(const ItemSet& items);
/// What the items cover on the canvas; null when they lie nowhere.
QRectF boundsOf(const ItemSet& items);

/// Coordinates beyond this, or no numbers at all, cannot be drawn: the canvas ends there.
inline constexpr double kFarthestCoordinate = 30'000;
/// Brings what lies beyond it back to a row below the rest. One sentence for each item moved.
std::vector<std::string> bringBack(Design& design);

}  // namespace plimsoll
