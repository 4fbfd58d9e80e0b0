// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/render/picture_export.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QComboBox;
class QLabel;

namespace plimsoll {

/// Asks what a picture shall be: its kind, size, colours, and whether it shows the page looked at, all pages or the selection.
class PictureDialog final : public QDialog {
    Q_OBJECT
public:
    explicit PictureDialog(CanvasScene& scene, QWidget* parent = nullptr);
    PictureOptions options() const;
    /// What the choices made so far would show: one, or one for each page.
    std::vector<Drawing> drawings() const;
    QString suffix() const;
    /// For a file dialog: "PNG (*.png)".
    QString filter() const;

private:
    void showSize();
    Drawing shown() const;

    CanvasScene& m_scene;
    QStringList m_selected;
    QComboBox* m_kind;
    QComboBox* m_scale;
    QComboBox* m_part;
    QComboBox* m_colours;
    QCheckBox* m_transparent;
    QLabel* m_size;
};

}  // namespace plimsoll
