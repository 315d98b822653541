// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/engine/rows.h"
#include "ui/widgets/pill.h"

namespace deskbell::ui {

/// What every row of the list is told against.
struct ListScene {
    Instant now;
    QString seat; ///< ours
    Profile profile;
    QHash<ThreadId, QString> drafts; ///< unsent text of this seat
};

/// One row of the list in words and meanings, ready to paint. Pure: same row and scene, same words.
struct RowWords {
    // Clock column: a running time with its limit, or an age with an icon.
    QString clock;
    bool running = false;
    double limitShare = 0; ///< of the limit, 0 to 1
    QString clockWord; ///< "waiting", "overdue", "to reply"
    Token clockToken = Token::Text2;
    Token limitToken = Token::WarnFill;
    Icon icon = Icon::None;
    Token iconToken = Token::Text2;

    QString name;
    Icon channel = Icon::Sms;
    int unread = 0;

    QString text;
    Token textToken = Token::Text2;

    QString pill;
    Icon pillIcon = Icon::None;
    Tone pillTone = Tone::Neutral;
    QString third;
    Icon thirdIcon = Icon::None;
    Token thirdToken = Token::Text2;
    bool thirdBold = false;

    bool urgent = false;
    Token barToken = Token::Surface; ///< of the state bar; Surface: none
};

[[nodiscard]] RowWords rowWords(const engine::ThreadRow &row, const ListScene &scene);
/// A full sentence for screen readers.
[[nodiscard]] QString spokenRow(const engine::ThreadRow &row, const ListScene &scene);
[[nodiscard]] QString spokenHeading(engine::Section section, int count);
[[nodiscard]] Token headingToken(engine::Section section);

} // namespace deskbell::ui
