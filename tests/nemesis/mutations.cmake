# SPDX-License-Identifier: GPL-3.0-or-later
# Rules that deskbell-mutant breaks on purpose, to show that the nemesis would see it: run as a script while building,
# it writes copies of product sources into OUT, in which `mutated(N)` decides between the rule and its opposite. What
# each number breaks stands in tests/nemesis/README.md and in mutanttest.cpp.
#   cmake -DOUT=folder -DTOP=repository -P mutations.cmake

function(open_source source)
  file(READ ${TOP}/${source} text)
  set(text "${text}" PARENT_SCOPE)
endfunction()

# What reads FIND reads REPLACE instead. A rule that is written differently today needs a new line here;
# until then its mutation breaks nothing, and mutanttest says so.
function(mutate number find replace)
  string(FIND "${text}" "${find}" at)
  if(at EQUAL -1)
    message(WARNING "mutation ${number} no longer applies: \"${find}\" is not to be found")
  endif()
  string(REPLACE "${find}" "${replace}" text "${text}")
  set(text "${text}" PARENT_SCOPE)
endfunction()

function(close_source name)
  set(whole "#include \"tests/nemesis/mutation.h\"\nusing deskbell::nemesis::mutated;\n${text}")
  if(EXISTS ${OUT}/${name})
    file(READ ${OUT}/${name} before)
  endif()
  if(NOT "${before}" STREQUAL "${whole}")
    file(WRITE ${OUT}/${name} "${whole}")
  endif()
endfunction()

open_source(core/engine/gate.cpp)
mutate(1 [[if (hasRefused(state, context))]] [[if (!mutated(1) && hasRefused(state, context))]])
mutate(3 [[if (state.holder.kind != HolderKind::Assistant || text->holderVersion != state.holder.version)]]
  [[if (!mutated(3) && (state.holder.kind != HolderKind::Assistant || text->holderVersion != state.holder.version))]])
mutate(3 [[if (isOutdated(order.id, state))]] [[if (!mutated(3) && isOutdated(order.id, state))]])
mutate(7 [[return inHours(order, *text, state, context);]] [[return mutated(7) ? Verdict{verdict::Send{}} : inHours(order, *text, state, context);]])
close_source(gate.cpp)

open_source(core/runtime/outboxexecutor.cpp)
mutate(2 [[case SendAnswer::Kind::Unclear: {]] [[case SendAnswer::Kind::Unclear: {
        if (mutated(2)) {
            notNow(order, answer);
            break;
        }]])
mutate(8 [[m_pausedUntil > m_loop.now() ? 0 : m_ports.texts.room();]] [[m_pausedUntil > m_loop.now() ? 0 : mutated(8) ? 6 : m_ports.texts.room();]])
close_source(outboxexecutor.cpp)

open_source(core/engine/screening.cpp)
mutate(4 [[if (conversationOpen(s, c))]] [[if (!mutated(4) && conversationOpen(s, c))]])
mutate(4 [[if (s.firstTextAt.isSet() && ]] [[if (!mutated(4) && s.firstTextAt.isSet() && ]])
close_source(screening.cpp)

open_source(core/store/outboxtable.cpp)
mutate(5 [[word(sending ? runtime::OrderStanding::Sending : runtime::OrderStanding::Ready)]]
  [[word(sending && !mutated(5) ? runtime::OrderStanding::Sending : runtime::OrderStanding::Ready)]])
close_source(outboxtable.cpp)

open_source(core/engine/saying.cpp)
mutate(6 [[text.outdated = true;]] [[if (mutated(6))
            continue;
        text.outdated = true;]])
mutate(1 [[{ withdraw(w, true); }]] [[{ if (!mutated(1)) withdraw(w, true); }]])
close_source(saying.cpp)

open_source(core/store/consenttable.cpp)
mutate(1 [[bool ConsentTable::hasRefused(const PhoneNumber &number)
{]] [[bool ConsentTable::hasRefused(const PhoneNumber &number)
{
    if (mutated(1))
        return false;]])
close_source(consenttable.cpp)

open_source(core/engine/greeting.cpp)
mutate(9 [[const OrderId id{u"first_text:" % call.value};]] [[const OrderId id{u"first_text:" % (mutated(9) ? s.id.value : call.value)};]])
close_source(greeting.cpp)

open_source(core/runtime/duetimer.cpp)
mutate(10 [[if (const auto next = m_loop.store().earliestDue(m_loop.now())]] [[if (mutated(10))
        return;
    if (const auto next = m_loop.store().earliestDue(m_loop.now())]])
close_source(duetimer.cpp)

open_source(core/runtime/outboxdoubt.cpp)
mutate(11 [[if (age >= schedule.personAfter &&]] [[if (!mutated(11) && age >= schedule.personAfter &&]])
mutate(12 [[if (proven >= schedule.resendAfter &&]] [[if (proven >= (mutated(12) ? Duration(60s) : schedule.resendAfter) &&]])
close_source(outboxdoubt.cpp)

open_source(core/store/booktable.cpp)
mutate(13 [[return !anyRow(m_visitInTheWay]] [[return mutated(13) || !anyRow(m_visitInTheWay]])
close_source(booktable.cpp)

open_source(core/engine/delivery.cpp)
mutate(14 [[if (from == Delivery::Failed)]] [[if (mutated(14))
        return true;
    if (from == Delivery::Failed)]])
close_source(delivery.cpp)
