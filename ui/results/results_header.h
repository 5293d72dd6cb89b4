#pragma once

#include <QWidget>

#include <cstdint>

class QLabel;

namespace knockscape::ui
{

/// What the results are: title, how many rows are seen of how many, how many are filtered out, failed or selected, and
/// whether the job was cut short.
class ResultsHeader : public QWidget
{
    Q_OBJECT

public:
    explicit ResultsHeader(QWidget *parent = nullptr);

    void begin(const QString &title);
    void finish(bool complete);
    void setCounts(std::int64_t seen, std::int64_t total, std::int64_t failed);
    void setSelected(std::int64_t selected);

signals:
    void clearFilterRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class State { Running, Complete, Partial };
    void render();

    QLabel *title_ = nullptr;
    QLabel *badge_ = nullptr;
    QLabel *counts_ = nullptr;
    State state_ = State::Complete;
    std::int64_t seen_ = 0;
    std::int64_t total_ = 0;
    std::int64_t failed_ = 0;
    std::int64_t selected_ = 0;
};

} // namespace knockscape::ui
