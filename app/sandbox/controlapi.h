// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/httpanswer.h"
#include "app/sandbox/httprequest.h"

class QJsonObject;

namespace deskbell::sandbox {

class PhoneCompany;

/// `/control/…`: the methods of PhoneCompany for other programs. Parameters are a JSON object in the body, or the
/// query. Wrong ones get 400 and `{"error": plain words}`.
///
/// POST ring {from, to, result, ring_s, talk_s, voicemail_s, ago_s, line_type} -> {sid} · hangup {sid} ·
/// answer {sid} · text {from, to, body} -> {sid} · line {number, type} · burst {count, rate, from_base, to} ·
/// faults {name, times, …} or [ … ] · reset. GET texts?to= · state?numbers=0 · counters · faults.
class ControlApi {
public:
    explicit ControlApi(PhoneCompany& company)
        : m_company(company)
    {
    }

    [[nodiscard]] HttpAnswer serve(const HttpRequest& request);

private:
    HttpAnswer ring(const QJsonObject& wish);
    HttpAnswer text(const QJsonObject& wish);
    HttpAnswer burst(const QJsonObject& wish);
    HttpAnswer setFaults(const QByteArray& body);
    HttpAnswer texts(const QJsonObject& wish);
    HttpAnswer act(std::string_view what, const QJsonObject& wish);

    PhoneCompany& m_company;
};

} // namespace deskbell::sandbox
