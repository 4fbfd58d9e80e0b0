// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/commands/set_note_text.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace plimsoll {

SetNoteText::SetNoteText(DesignDocument& document, const Id& note, std::string text)
    : ExchangeItems{document, QCoreApplication::translate("Commands", "Edit note")}
{
    const std::vector<Note>& notes = document.design().notes;
    const auto at =
        std::find_if(notes.begin(), notes.end(), [&](const Note& each) { return each.id == note; });
    if (at == notes.end())
        return;
    Note edited = *at;
    edited.text = std::move(text);
    put<Note>(note, std::move(edited));
}

}  // namespace plimsoll
