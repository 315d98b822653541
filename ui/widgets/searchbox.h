// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace deskbell::ui {

/// Text box with a glass at its left and its key at its right while empty. Words in it are the caller's business:
/// what to search is the page's.
class SearchBox : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchBox(const QString &hint, const QString &key = {}, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Esc: the text is cleared first; on an empty box the page gives focus back.
    void left();
    /// Down or Enter: the first hit, please.
    void entered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeRoom();

    QString m_key;
};

} // namespace deskbell::ui
