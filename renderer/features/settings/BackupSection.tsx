import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { RestoreBackupDialog } from './RestoreBackupDialog.tsx';
import { SaveBackupDialog } from './SaveBackupDialog.tsx';
import { Section, SectionRow } from '../../ui/Section.tsx';

/** Everything of mine in one file, out and in. */
export function BackupSection(): ReactNode {
  const { t } = useMessages();
  const [open, setOpen] = useState<'save' | 'restore' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <Section title={t('settings.backup')} text={t('settings.backup.text')}>
      <SectionRow name={t('settings.backup.save')} text={t('settings.backup.saveText')}>
        <Button onPress={() => setOpen('save')}>{t('settings.backup.saveButton')}</Button>
      </SectionRow>
      <SectionRow name={t('settings.backup.restore')} text={t('settings.backup.restoreText')}>
        <Button onPress={() => setOpen('restore')}>{t('settings.backup.restoreButton')}</Button>
      </SectionRow>
      {open === 'save' && <SaveBackupDialog onClose={close} />}
      {open === 'restore' && <RestoreBackupDialog onClose={close} />}
    </Section>
  );
}
