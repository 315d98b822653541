// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/screeningfields.h"

namespace deskbell::profile {
namespace {

constexpr PointField points[] = {
    {"enough_points", &ScreeningRules::enough, 1, 1000},
    {"many_complaints", &ScreeningRules::manyComplaints, -100, 100},
    {"some_complaints", &ScreeningRules::someComplaints, -100, 100},
    {"short_ring", &ScreeningRules::shortRing, -100, 100},
    {"repeats", &ScreeningRules::repeats, -100, 100},
    {"sequential_numbers", &ScreeningRules::sequential, -100, 100},
    {"neighbour_number", &ScreeningRules::neighbour, -100, 100},
    {"poor_attestation", &ScreeningRules::poorAttestation, -100, 100},
    {"voicemail", &ScreeningRules::voicemail, -100, 100},
    {"full_attestation", &ScreeningRules::fullAttestation, -100, 100},
    {"many_complaints_from", &ScreeningRules::manyFrom, 1, 100'000},
    {"some_complaints_from", &ScreeningRules::someFrom, 1, 100'000},
    {"complaint_days", &ScreeningRules::complaintDays, 1, 3650},
    {"repeats_from", &ScreeningRules::repeatsFrom, 2, 1000},
    {"sequential_from", &ScreeningRules::sequentialFrom, 1, 1000},
    {"first_texts_per_hour", &ScreeningRules::firstTextsPerHour, 0, 1'000'000},
    {"late_alerts", &ScreeningRules::lateAlerts, 0, 1000},
};
constexpr MissedField rows[] = {
    {"no_answer", &MissedRules::noAnswer},
    {"busy", &MissedRules::busy},
    {"abandoned", &MissedRules::abandoned},
    {"voicemail", &MissedRules::voicemail},
    {"while_closed", &MissedRules::whileClosed},
};

} // namespace

std::span<const PointField> pointFields()
{
    return points;
}
std::span<const MissedField> missedFields()
{
    return rows;
}

} // namespace deskbell::profile
