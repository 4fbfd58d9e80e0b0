// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plimsoll {

/// QUndoCommand::id() of the commands that merge with their predecessor.
enum CommandId { MoveItemsId = 1, SetParameterId, RenameItemId, SetScenarioId };

}  // namespace plimsoll
