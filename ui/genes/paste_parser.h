#pragma once

#include "ui/genes/paste_review.h"

#include <QObject>

#include <memory>

namespace knockscape::ui
{

/// Resolves pasted text in a background thread, so that a list of 20,000 lines does not stop the window. Only the
/// answer to the latest text arrives.
class PasteParser : public QObject
{
    Q_OBJECT

public:
    explicit PasteParser(QObject *parent = nullptr);
    ~PasteParser() override;

    /// Answers by `parsed` or `failed` from the event loop.
    void start(const QString &text, std::shared_ptr<const Cell> cell);
    /// Parses here and now, for short texts. Throws InputError.
    static std::shared_ptr<const PasteReview> parse(const QString &text, const Cell &cell);
    /// Drops an answer that is still to come.
    void cancel();

signals:
    void parsed(std::shared_ptr<const knockscape::ui::PasteReview> review);
    void failed(const QString &message);

private:
    struct Link;
    std::shared_ptr<Link> link_;
    int generation_ = 0;
};

} // namespace knockscape::ui
