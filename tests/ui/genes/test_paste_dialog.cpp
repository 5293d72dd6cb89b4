#include "tests/ui/drop.h"
#include "tests/ui/genes/ui_fixture.h"

#include "tests/patience.h"
#include "tests/processor_timer.h"
#include "ui/genes/paste_dialog.h"
#include "ui/genes/undecided_name_row.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

class TestPasteDialog : public QObject
{
    Q_OBJECT

    std::unique_ptr<PasteDialog> open(PasteDialog::Purpose purpose, std::shared_ptr<const Cell> cell = smallCell())
    {
        auto dialog = std::make_unique<PasteDialog>(std::move(cell), purpose);
        dialog->show();
        return dialog;
    }
    static QPushButton *ok(PasteDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    static QString summary(PasteDialog &dialog)
    {
        return dialog.findChild<QLabel *>(QStringLiteral("pasteSummary"))->text();
    }
    static QToolButton *choice(PasteDialog &dialog, const QString &text)
    {
        for (QToolButton *button : dialog.findChildren<QToolButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }

    void resolvedNamesCanGo()
    {
        auto dialog = open(PasteDialog::Purpose::KnockoutSet);
        QVERIFY(!ok(*dialog)->isEnabled());
        dialog->setText(QStringLiteral("hxk2, YFR053C\npgi1 HXK2"));
        QVERIFY(ok(*dialog)->isEnabled());
        QCOMPARE(ok(*dialog)->text(), QStringLiteral("Knock out 3 genes"));
        QCOMPARE(dialog->genotypes(), std::vector<Genotype>{(Genotype{0, 1, 2})});
        QTest::mouseClick(ok(*dialog), Qt::LeftButton);
        QCOMPARE(dialog->result(), int(QDialog::Accepted));
    }

    void typingIsFollowed()
    {
        auto dialog = open(PasteDialog::Purpose::KnockoutSet);
        auto *edit = dialog->findChild<QPlainTextEdit *>();
        QTest::keyClicks(edit, QStringLiteral("zwf1"));
        // What was typed is not decided before it was looked up.
        QVERIFY(!ok(*dialog)->isEnabled());
        QTRY_VERIFY(ok(*dialog)->isEnabled());
        QCOMPARE(dialog->genotypes(), std::vector<Genotype>{Genotype{3}});
    }

    void ambiguousNamesAreChosen()
    {
        auto dialog = open(PasteDialog::Purpose::GenotypeList);
        dialog->setText(QStringLiteral("HXK1 shared\nSHARED PGI1\nWT"));
        QVERIFY(!ok(*dialog)->isEnabled());
        QVERIFY(dialog->genotypes().empty());
        QVERIFY2(summary(*dialog).contains("1 ambiguous"), qPrintable(summary(*dialog)));
        auto *combo = dialog->findChild<QComboBox *>();
        QVERIFY(combo != nullptr);
        QCOMPARE(combo->currentIndex(), -1);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
        QTRY_VERIFY(ok(*dialog)->isEnabled());
        const GeneIndex chosen = combo->currentData().toInt();
        QVERIFY(chosen == 5 || chosen == 6);
        QCOMPARE(dialog->genotypes(), (std::vector<Genotype>{Genotype{0, chosen}, Genotype{2, chosen}, Genotype{}}));
        QCOMPARE(ok(*dialog)->text(), QStringLiteral("Add 3 genotypes"));
    }

    void unknownNamesAreCorrectedOrLeftOut()
    {
        auto dialog = open(PasteDialog::Purpose::GenotypeList);
        dialog->setText(QStringLiteral("HXK3 PGI1\nNONSENSEGENE\nTPI1 HXK3"));
        QVERIFY(!ok(*dialog)->isEnabled());
        QVERIFY2(summary(*dialog).contains("2 unknown"), qPrintable(summary(*dialog)));
        shoot(*dialog, QStringLiteral("paste-list"));
        QToolButton *suggestion = choice(*dialog, QStringLiteral("HXK2"));
        QVERIFY(suggestion != nullptr);
        QTest::mouseClick(suggestion, Qt::LeftButton);
        QVERIFY(!ok(*dialog)->isEnabled());
        const auto rows = dialog->findChildren<UndecidedNameRow *>();
        QCOMPARE(rows.size(), 2);
        const auto buttons = rows.back()->findChildren<QToolButton *>();
        QCOMPARE(buttons.back()->text(), QStringLiteral("Leave out"));
        QTest::mouseClick(buttons.back(), Qt::LeftButton);
        QVERIFY(ok(*dialog)->isEnabled());
        // The line whose only name was left out is gone, not the wild type.
        QCOMPARE(dialog->genotypes(), (std::vector<Genotype>{Genotype{1, 2}, Genotype{1, 4}}));
        QVERIFY2(summary(*dialog).contains("1 name is left out"), qPrintable(summary(*dialog)));
    }

    void decisionsSurviveEditing()
    {
        auto dialog = open(PasteDialog::Purpose::KnockoutSet);
        dialog->setText(QStringLiteral("HXK3"));
        QTest::mouseClick(choice(*dialog, QStringLiteral("HXK1")), Qt::LeftButton);
        QVERIFY(ok(*dialog)->isEnabled());
        dialog->setText(QStringLiteral("hxk3 ZWF1"));
        QVERIFY(ok(*dialog)->isEnabled());
        QCOMPARE(dialog->genotypes(), std::vector<Genotype>{(Genotype{0, 3})});
    }

    void allUnknownNamesCanBeLeftOutAtOnce()
    {
        auto dialog = open(PasteDialog::Purpose::KnockoutSet);
        dialog->setText(QStringLiteral("FOO BAR BAZ HXK1"));
        auto *all = dialog->findChild<QPushButton *>(QStringLiteral("pasteLeaveOutAll"));
        QVERIFY(all->isVisible());
        QTest::mouseClick(all, Qt::LeftButton);
        QVERIFY(ok(*dialog)->isEnabled());
        QVERIFY(!all->isVisible());
        QCOMPARE(dialog->genotypes(), std::vector<Genotype>{Genotype{0}});
    }

    void filesAreReadByDrop()
    {
        QTemporaryDir folder;
        const QString good = folder.filePath(QStringLiteral("list.csv"));
        QFile file(good);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("knockouts,fitness\nYFR053C;YGL253W,0.5\nYBR196C,0.1\n");
        file.close();
        auto dialog = open(PasteDialog::Purpose::GenotypeList);
        auto *edit = dialog->findChild<QPlainTextEdit *>();
        drop(edit->viewport(), {good.toStdString()});
        QTRY_VERIFY(ok(*dialog)->isEnabled());
        QCOMPARE(dialog->genotypes(), (std::vector<Genotype>{Genotype{0, 1}, Genotype{2}}));
        // A file that is no text leaves the list alone and says so.
        const QString bad = folder.filePath(QStringLiteral("picture.png"));
        QFile binary(bad);
        QVERIFY(binary.open(QIODevice::WriteOnly));
        binary.write(QByteArray("\x89PNG\0\0\xff\xfe", 8));
        binary.close();
        drop(edit->viewport(), {bad.toStdString()});
        auto *message = dialog->findChild<QLabel *>(QStringLiteral("pasteMessage"));
        QVERIFY(message->isVisible());
        QVERIFY(message->text().contains("picture.png"));
        QVERIFY(edit->toPlainText().startsWith("knockouts"));
        drop(edit->viewport(), {folder.filePath(QStringLiteral("missing.txt")).toStdString()});
        QVERIFY(message->text().contains("missing.txt"));
    }

    void manyLinesStayResponsive()
    {
        const auto yeast = yeastGenes();
        const auto cell = yeast ? yeast : smallCell();
        QString text;
        const auto count = static_cast<GeneIndex>(cell->genes.size());
        for (int line = 0; line < 20000; ++line)
            text += QString::fromStdString(cell->genes[line % count].id) + QLatin1Char(' ') +
                    QString::fromStdString(cell->genes[(line * 7 + 3) % count].label()) + QLatin1Char('\n');
        text += QStringLiteral("unknown1 unknown2\n");
        auto dialog = open(PasteDialog::Purpose::GenotypeList, cell);
        ::knockscape::testing::ProcessorTimer timer(::knockscape::testing::ProcessorTimer::Of::Thread);
        timer.start();
        dialog->setText(text);
        const double blocked = double(timer.nsecsElapsed()) / 1e6;
        QTRY_VERIFY(summary(*dialog).contains("2 unknown"));
        qInfo("20,001 lines: window blocked %.0f ms, preview after %.0f ms", blocked,
              double(timer.nsecsElapsed()) / 1e6);
        QVERIFY2(blocked < 1500.0, qPrintable(QString::number(blocked)));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("pasteLeaveOutAll")), Qt::LeftButton);
        QVERIFY(ok(*dialog)->isEnabled());
        QCOMPARE(dialog->genotypes().size(), std::size_t{20000});
    }

    void closingDuringALookUpIsSafe()
    {
        QString text;
        for (int line = 0; line < 5000; ++line)
            text += QStringLiteral("hxk1 nothing%1\n").arg(line);
        for (int i = 0; i < 5; ++i) {
            auto dialog = open(PasteDialog::Purpose::GenotypeList);
            dialog->setText(text);
        }
        auto dialog = open(PasteDialog::Purpose::GenotypeList);
        dialog->setText(text);
        dialog->setText(QStringLiteral("HXK1"));
        QTest::qWait(1);
        QTRY_COMPARE(dialog->genotypes(), std::vector<Genotype>{Genotype{0}});
    }

    void withoutACellItSaysSo()
    {
        auto dialog = open(PasteDialog::Purpose::KnockoutSet, nullptr);
        dialog->setText(QStringLiteral("HXK1"));
        QVERIFY(!ok(*dialog)->isEnabled());
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("pasteMessage"))->text().contains("No cell"));
    }
};

QTEST_MAIN(TestPasteDialog)
#include "test_paste_dialog.moc"
