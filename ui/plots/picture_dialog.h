#pragma once

#include "ui/plots/picture_export.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace knockscape::ui
{

/// Asks how large a picture is to be, shows what it will look like, and writes or copies it. One dialog for every plot,
/// map and network; what was chosen is proposed again for the next picture of its kind. GUI thread.
class PictureDialog : public QDialog
{
    Q_OBJECT

public:
    /// The source must outlive the dialog. One without anything to draw says so and writes nothing.
    explicit PictureDialog(PictureSource source, QWidget *parent = nullptr);

    const PictureLayout &layoutChosen() const noexcept { return layout_; }
    void setLayoutChosen(const PictureLayout &layout);

    /// Writes the picture and closes; ended() tells how it went.
    void saveTo(const QString &file);
    void copy();

signals:
    /// `error` says why where it was not written.
    void ended(bool written, const QString &file, const QString &error);

private:
    void build();
    void showLayout();
    void read();
    void choosePreset(int index);
    void chooseFile();
    void drawPreview();

    PictureSource source_;
    PictureLayout layout_;
    bool showing_ = false;
    QTimer pause_;
    QComboBox *preset_ = nullptr;
    QDoubleSpinBox *width_ = nullptr;
    QDoubleSpinBox *height_ = nullptr;
    QComboBox *unit_ = nullptr;
    QSpinBox *dpi_ = nullptr;
    QDoubleSpinBox *text_ = nullptr;
    QLabel *preview_ = nullptr;
    QLabel *facts_ = nullptr;
    QLabel *remark_ = nullptr;
    QPushButton *save_ = nullptr;
    QPushButton *copy_ = nullptr;
};

} // namespace knockscape::ui
