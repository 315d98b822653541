// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/courtesy.h"

#include "core/language/wordset.h"

#include <algorithm>

namespace deskbell::language {

bool isOnlyCourtesy(const Tokens &tokens)
{
    static const QSet<QString> courtesies = wordSet("thanks thank you ty ok okay k great perfect cool awesome good sounds "
                                                    "alright all right got it i appreciate much so very bye see then soon "
                                                    "later have a nice day will do");
    return !tokens.empty() && std::all_of(tokens.begin(), tokens.end(),
        [](const Token &token) { return !token.question && courtesies.contains(token.word); });
}

} // namespace deskbell::language
