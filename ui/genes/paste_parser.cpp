#include "ui/genes/paste_parser.h"

#include <QMutex>
#include <QMutexLocker>
#include <QThreadPool>

#include <exception>

namespace knockscape::ui
{

// What a running parse holds on to: the parser may be gone before the answer is there.
struct PasteParser::Link {
    QMutex mutex;
    PasteParser *parser = nullptr;
};

PasteParser::PasteParser(QObject *parent) : QObject(parent), link_(std::make_shared<Link>())
{
    link_->parser = this;
}

PasteParser::~PasteParser()
{
    const QMutexLocker lock(&link_->mutex);
    link_->parser = nullptr;
}

std::shared_ptr<const PasteReview> PasteParser::parse(const QString &text, const Cell &cell)
{
    // A pasted text has no encoding, and what stands above a header is in sight.
    std::vector<Issue> said;
    return std::make_shared<const PasteReview>(
        parseKnockoutList(text.toStdString(), cell.genes, tr("pasted text").toStdString(), said));
}

void PasteParser::cancel()
{
    ++generation_;
}

void PasteParser::start(const QString &text, std::shared_ptr<const Cell> cell)
{
    const int generation = ++generation_;
    QThreadPool::globalInstance()->start([link = link_, text, cell = std::move(cell), generation] {
        std::shared_ptr<const PasteReview> review;
        QString error;
        try {
            review = parse(text, *cell);
        } catch (const std::exception &problem) {
            error = QString::fromUtf8(problem.what());
        }
        const QMutexLocker lock(&link->mutex);
        PasteParser *parser = link->parser;
        if (parser == nullptr)
            return;
        QMetaObject::invokeMethod(
            parser,
            [parser, generation, review, error] {
                if (generation != parser->generation_)
                    return;
                if (review)
                    emit parser->parsed(review);
                else
                    emit parser->failed(error);
            },
            Qt::QueuedConnection);
    });
}

} // namespace knockscape::ui
