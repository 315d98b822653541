// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/desk.h"
#include "ui/threads/leadwords.h"

#include <QScrollArea>

class QVBoxLayout;

namespace deskbell::ui {

class Button;
class Card;
class Label;
class ReasonLog;
class SectionHeading;

/// Right of the conversation: what to do next, what is known, why the AI did what it did, why we may text. No tabs,
/// all in one column.
class LeadPanel : public QScrollArea
{
    Q_OBJECT
public:
    explicit LeadPanel(QWidget *parent = nullptr);

    void showThread(const runtime::ThreadView &view, const Profile &profile, Instant now);
    /// Why one text was said: rule and sources. A line without either takes the card away.
    void explain(const engine::HistoryLine &line);
    void clear();
    void tick(Instant now);
    void setWholeLog(bool whole);
    [[nodiscard]] bool wholeLog() const;

Q_SIGNALS:
    void consentWanted(); ///< the caller told a person about texts

private:
    void addCard(QVBoxLayout &column);
    void showCard(Instant now);
    void showFacts();
    void showTexting(Instant now);

    runtime::ThreadView m_view;
    Profile m_profile;
    QString m_explained; ///< id of the line
    std::vector<FactLine> m_facts;
    std::vector<TextingLine> m_texting;

    QWidget *m_body;
    Card *m_card;
    Label *m_head;
    Label *m_title;
    Label *m_detail;
    Card *m_whyCard;
    Label *m_whyLines;
    QVBoxLayout *m_factRows;
    ReasonLog *m_reasons;
    QVBoxLayout *m_textingRows;
    Button *m_consent;
};

} // namespace deskbell::ui
