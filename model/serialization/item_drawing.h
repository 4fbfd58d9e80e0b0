// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"
#include "model/support/id.h"

#include <string>
#include <vector>

namespace plimsoll {

/// How a line is drawn; `Inherited`: as the design says.
enum class DrawnLine { Inherited, RightAngled, Curved, Straight };

/// What a note is drawn as; `Note`: a sticky note. Lines, arrows and pen strokes have points.
enum class DrawnShape { Note, Text, Rectangle, Ellipse, Diamond, Line, Arrow, Pen, Frame };

/// What an item or the design says about how it is drawn and handled. No number depends on any of it, so it lives
/// among the optional members of the file (`extraJson`) and is read only where items are drawn.
struct ItemDrawing {
    bool pinned = false;     ///< stays where it is when the design is laid out
    bool locked = false;     ///< neither moves nor goes
    bool collapsed = false;  ///< a group shown as one card
    int z = 0;               ///< in front of (> 0) or behind (< 0) items of its kind
    DrawnLine line = DrawnLine::Inherited;
    std::vector<Position> bends;          ///< corners of a line that the user put there, from its start on
    DrawnShape shape = DrawnShape::Note;  ///< of notes
    std::string colour;                   ///< of notes: "yellow", "blue", ...; empty: as usual
    std::vector<Position> points;         ///< of notes that are strokes, from the note's position on
    Id page;                              ///< of components, groups and notes; empty or unknown: the first
    friend bool operator==(const ItemDrawing&, const ItemDrawing&) = default;
};

/// A page of the drawing: a set of items that are seen together. What is simulated is always the whole design.
struct DrawnPage {
    Id id;
    std::string label;
    std::string extraJson{};  ///< unknown members of the file
    friend bool operator==(const DrawnPage&, const DrawnPage&) = default;
};

inline constexpr std::size_t kMostPages = 100;
inline constexpr std::size_t kLongestPageLabel = 200;
inline constexpr std::size_t kMostBends = 64;
inline constexpr std::size_t kMostPoints = 2000;
inline constexpr std::size_t kLongestColour = 16;

/// What `extraJson` says; members of a wrong type or beyond their range count as not given.
ItemDrawing drawingOf(const std::string& extraJson);
/// `extraJson` with these members instead of its own; what says nothing is left out, all else stays.
std::string withDrawing(const std::string& extraJson, const ItemDrawing& drawing);

/// The pages that the design's `extraJson` lists, in their order; none when it lists none, or is no list of pages.
std::vector<DrawnPage> pagesOf(const std::string& designExtraJson);
/// `designExtraJson` with these pages instead of its own.
std::string withPages(const std::string& designExtraJson, const std::vector<DrawnPage>& pages);

}  // namespace plimsoll
