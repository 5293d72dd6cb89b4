#pragma once

#include "tests/ui/mainwindow/window_fixture.h"

#include "ui/training/training_panel.h"

#include <QAbstractButton>
#include <QFile>
#include <QPushButton>
#include <QSpinBox>

namespace knockscape::ui::tests
{

/// The window with what tests of training do in it.
class TrainingFixture : public WindowFixture
{
public:
    /// Labels and models are written to `workFolder`.
    TrainingFixture(const QString &settingsFolder, QString workFolder)
        : WindowFixture(settingsFolder), work_(std::move(workFolder))
    {
    }

    template <typename Widget>
    Widget *find(const char *name)
    {
        auto *widget = window->findChild<Widget *>(QString::fromLatin1(name));
        if (widget == nullptr) {
            qFatal("no %s", name);
        }
        return widget;
    }
    TrainingPanel *panel() { return window->training(); }
    TrainingService *service() { return window->trainingService(); }
    void click(const char *name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }

    void setSpin(const char *name, int value)
    {
        auto *box = find<QSpinBox>(name);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QString::number(value));
        QTest::keyClick(box, Qt::Key_Tab);
        QCOMPARE(box->value(), value);
    }

    QString labelsFile(const QByteArray &content)
    {
        QFile file(newFile(QStringLiteral("labels-%1.tsv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("labels were not written");
        }
        return file.fileName();
    }

    /// A part of the demo's labels, so that an epoch takes moments.
    QString smallLabels()
    {
        QFile demo(QStringLiteral(KNOCKSCAPE_RESOURCES_DIR "/demo/labels.tsv"));
        if (!demo.open(QIODevice::ReadOnly)) {
            qFatal("no demo labels");
        }
        QByteArray content = demo.readLine();
        for (int line = 0; !demo.atEnd(); ++line) {
            const QByteArray row = demo.readLine();
            content += line % 12 == 0 ? row : QByteArray();
        }
        return labelsFile(content);
    }

    QString newModel() { return newFile(QStringLiteral("trained-%1.safetensors")); }

    void openTrain()
    {
        openDemo();
        showTrain();
    }

    void showTrain()
    {
        QTest::keyClick(window.get(), Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(panel()->isVisible());
    }

    /// The panel with labels read and a place to write to.
    void prepare(const QString &output, int epochs)
    {
        openTrain();
        panel()->load({smallLabels().toStdString()});
        QTRY_VERIFY_WITH_TIMEOUT(panel()->plan().labels != nullptr, patience);
        setSpin("trainEpochs", epochs);
        auto *field = find<QLineEdit>("trainOutput");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, output);
        QTRY_VERIFY(find<QPushButton>("trainStart")->isEnabled());
    }

private:
    /// A name that is not taken, also by another process.
    QString newFile(const QString &pattern) const
    {
        int number = 1;
        while (QFile::exists(QDir(work_).filePath(pattern.arg(number)))) {
            ++number;
        }
        return QDir(work_).filePath(pattern.arg(number));
    }

    QString work_;
};

} // namespace knockscape::ui::tests
