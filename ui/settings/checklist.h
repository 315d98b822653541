// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingsvalues.h"

#include <QWidget>

class QVBoxLayout;

namespace deskbell::ui {

/// What a test found: a mark with its word, what was tried, what came of it, and what to do.
class CheckList : public QWidget
{
    Q_OBJECT
public:
    explicit CheckList(QWidget *parent = nullptr);

    void show(const QVector<CheckLine> &lines);

private:
    QVBoxLayout *m_column;
};

} // namespace deskbell::ui
