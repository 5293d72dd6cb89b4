#pragma once

#include "tests/patience.h"
#include "ui/genes/gene_list_dock.h"
#include "ui/genes/gene_list_model.h"
#include "ui/mainwindow/file_kind.h"
#include "ui/mainwindow/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

namespace knockscape::ui::tests
{

using ::knockscape::testing::patience;

/// A main window on the shipped demo, with settings and run database of its own.
class WindowFixture
{
public:
    explicit WindowFixture(const QString &settingsFolder)
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settingsFolder);
        QSettings().clear();
    }

    void open()
    {
        Preferences preferences;
        preferences.databasePath = database();
        window = std::make_unique<MainWindow>(preferences);
        window->resize(1280, 800);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }

    void openDemo()
    {
        QVERIFY2(demoFiles().cell && !demoFiles().models.empty(), "the demo cell and model are part of the program");
        open();
        window->openFiles({});
        QTRY_VERIFY_WITH_TIMEOUT(bench()->modelState() == ModelState::Ready, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!bench()->inference()->busy(), patience);
    }

    Workbench *bench() { return window->workbench(); }
    Session *session() { return window->workbench()->session(); }
    QString database() const { return dataFolder + QStringLiteral("/runs.sqlite"); }
    GeneIndex gene(const char *name) { return session()->cell()->genes.resolve(name).gene; }

    /// Types a name into the search field of the gene list and clicks the tick box of the gene.
    void tick(const char *name)
    {
        auto *search = window->findChild<QLineEdit *>(QStringLiteral("geneSearch"));
        auto *list = window->findChild<QTreeView *>(QStringLiteral("geneList"));
        search->setFocus();
        search->selectAll();
        QTest::keyClicks(search, QString::fromLatin1(name));
        const QModelIndex row = rowOf(list, QString::fromLatin1(name));
        QVERIFY(row.isValid());
        list->scrollTo(row);
        QStyleOptionViewItem option;
        option.initFrom(list);
        option.widget = list;
        option.rect = list->visualRect(row);
        option.features = QStyleOptionViewItem::HasCheckIndicator;
        const QRect box = list->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, list);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, box.center());
    }

    /// A million genotypes of up to three genes as the list to predict: more than is done before a person can cancel.
    void listManyGenotypes()
    {
        const auto genes = static_cast<GeneIndex>(session()->cell()->genes.size());
        std::vector<Genotype> many;
        for (GeneIndex n = 0; n < 1'000'000; ++n) {
            many.push_back(Genotype{n % genes, n / genes % genes, n / 3 % genes});
        }
        session()->setGenotypes(many, QStringLiteral("many"));
    }

    QTemporaryDir folder;
    /// Of the run database; another one where tests share it between windows.
    QString dataFolder = folder.path();
    std::unique_ptr<MainWindow> window;

private:
    static QModelIndex rowOf(const QTreeView *list, const QString &name)
    {
        const QAbstractItemModel *model = list->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, GeneListModel::Name).data().toString() == name) {
                return model->index(row, GeneListModel::Tick);
            }
        }
        return {};
    }
};

/// A test that has a fresh fixture in each of its functions, which open the window themselves.
class WindowTest : public QObject
{
    Q_OBJECT

protected:
    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(fixture_->folder.path().toStdString()) / name;
    }

    std::unique_ptr<WindowFixture> fixture_;

private slots:
    void init() { fixture_ = std::make_unique<WindowFixture>(settings_.path()); }
    void cleanup() { fixture_.reset(); }

private:
    QTemporaryDir settings_;
};

} // namespace knockscape::ui::tests
