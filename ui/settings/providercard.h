// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingscard.h"
#include "ui/settings/settingsvalues.h"

#include <QTimer>

class QCheckBox;

namespace deskbell::ui {

class Button;
class CheckList;
class Field;

/// The connection to the phone provider: what is typed, what is kept, how it is. The secret goes one way only.
class ProviderCard : public SettingsCard
{
    Q_OBJECT
public:
    explicit ProviderCard(QWidget *parent = nullptr);

    /// What is kept. Typed changes that are not saved yet are lost: call it at the start and after saving.
    void showFields(const ProviderFields &fields, bool secretKept);
    /// Leaves what is typed.
    void showSecretKept(bool kept);
    void showState(const ProviderState &state);
    /// Each sentence below its field; the first of them gets the focus.
    void showFaults(const ProviderFaults &faults);
    [[nodiscard]] ProviderFields fields() const;

Q_SIGNALS:
    /// An empty secret means: the one that is kept.
    void saveWanted(const deskbell::ui::ProviderFields &fields, const QString &secret);
    /// With what stands in the fields, saved or not. The secret stays in its field for saving.
    void testWanted(const deskbell::ui::ProviderFields &fields, const QString &secret);
    void disconnectWanted();

private:
    void addFields();
    void addActs();
    void refresh();
    void save();
    void disconnectPressed();
    void settleDisconnect();

    ProviderFields m_kept;
    bool m_secretKept = false;
    ProviderState::Kind m_kind = ProviderState::Kind::NotSetUp;
    QHash<ProviderField, Field *> m_fields;
    QCheckBox *m_push = nullptr;
    Button *m_save = nullptr;
    Button *m_test = nullptr;
    Button *m_disconnect = nullptr;
    CheckList *m_checks = nullptr;
    QTimer m_sure; ///< while it runs, a second press disconnects
};

} // namespace deskbell::ui
