#pragma once

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QTest>
#include <QUrl>
#include <QWidget>

#include <filesystem>
#include <vector>

namespace knockscape::ui::tests
{

/// Drops files on a widget as a file manager does.
inline void drop(QWidget *target, const std::vector<std::filesystem::path> &files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const std::filesystem::path &file : files) {
        urls << QUrl::fromLocalFile(QString::fromStdString(file.string()));
    }
    data.setUrls(urls);
    const QPoint where = target->rect().center();
    QDragEnterEvent enter(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
}

} // namespace knockscape::ui::tests
