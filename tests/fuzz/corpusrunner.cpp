// SPDX-License-Identifier: GPL-3.0-or-later
// Gives a fuzz target every file of the folders named on the command line. Ends by abort() like the fuzzer when one breaks it.
#include "tests/fuzz/fuzztarget.h"

#include <QDirIterator>
#include <QFile>
#include <QTextStream>

int main(int argc, char **argv)
{
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        QDirIterator it(QString::fromLocal8Bit(argv[i]), QDir::Files);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                return 1;
            QTextStream(stdout) << file.fileName() << Qt::endl; // the last line names the one that broke it
            const QByteArray bytes = file.readAll();
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
            ++files;
        }
    }
    return files > 0 ? 0 : 1; // an empty corpus proves nothing
}
