// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandboxcommand.h"

#include <QCoreApplication>

/// `deskbell sandbox` without Deskbell: a phone company in its own process, for tests that kill the product, and for
/// measuring. Options and output as there; the base URL stands in the second line.
int main(int argc, char **argv)
{
    // Qt's own loop: the glib one costs a third of the requests when many sockets are open.
    qputenv("QT_NO_GLIB", "1");
    const QCoreApplication application(argc, argv);
    return deskbell::sandbox::runSandbox(QCoreApplication::arguments().mid(1));
}
