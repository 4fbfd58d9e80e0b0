// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/flow/flow_rate.h"
#include "simulator/traffic/key_hashes.h"

#include <functional>
#include <vector>

namespace plimsoll {

/// The share of the records that each of `lanes` equal hash ranges holds. Where the sources say how popular their keys
/// are, the popular ones fall where their hash puts them and the many others evenly; else the hottest key lies on one
/// lane and the rest is even.
std::vector<double> laneShares(const FlowRate& rate, std::uint32_t lanes, KeyHashes& hashes);
/// The same where `laneOf` says which lane a key takes.
std::vector<double> laneShares(const FlowRate& rate, std::uint32_t lanes,
                               const std::function<std::size_t(std::uint32_t key)>& laneOf);

}  // namespace plimsoll
