// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/demoprofile.h"

#include "core/profile/profilereader.h"

#include <QFile>

// Outside every namespace: the macro declares a function. Needed because the linker drops unused parts of a library.
static void keepResource()
{
    Q_INIT_RESOURCE(profile);
}

namespace deskbell::profile {

QByteArray demoProfileJson()
{
    keepResource();
    QFile file(QStringLiteral(":/profiles/demo-detailing.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Profile demoProfile()
{
    const Result<Profile> read = readProfile(demoProfileJson());
    Q_ASSERT(read); // compiled in and tested: it cannot be wrong in the field
    return *read;
}

} // namespace deskbell::profile
