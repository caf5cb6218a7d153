import type { ReactNode } from 'react';
import { useState } from 'react';
import type { PeopleView } from '../../../core/exchange/peopleViews.ts';
import type { SigningKeyEntry } from '../../../core/issuing/issuing.ts';
import { client } from '../../client.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { AlertDialog } from '../../ui/Dialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Section, SectionRow } from '../../ui/Section.tsx';
import { SixWords } from '../../ui/SixWords.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { KeyDialog } from './KeyDialog.tsx';
import { takePeople } from './usePeople.ts';

/** The office's signing keys on this computer. */
export function KeysSection({ view }: { view: PeopleView }): ReactNode {
  const { t } = useMessages();
  const [open, setOpen] = useState<'make' | 'import' | null>(null);
  const [removing, setRemoving] = useState<SigningKeyEntry | null>(null);
  const report = useReportFailure();
  const remove = async (keyId: string): Promise<void> => {
    setRemoving(null);
    const answer = await client.people.removeKey({ keyId });
    if (answer.ok) takePeople(answer);
    else report(answer.error);
  };
  const copy = (keyId: string): void => {
    if (copyText(keyId)) showToast({ tone: 'good', title: (words) => words.t('people.keyCopied') });
  };
  return (
    <Section title={t('people.keys')} text={t('people.keysText')}>
      {view.keys.length === 0 && <p className="ui-section__empty">{t('people.keysNone')}</p>}
      {view.keys.map((key) => (
        <SectionRow key={key.keyId} name={key.name} text={<SixWords words={key.words} />}>
          <Button variant="quiet" size="small" onPress={() => copy(key.keyId)}>
            {t('people.copyKey')}
          </Button>
          <Button variant="quiet" size="small" onPress={() => setRemoving(key)}>
            {t('people.removeKey')}
          </Button>
        </SectionRow>
      ))}
      <div className="ui-section__foot">
        <Button variant={view.keys.length === 0 ? 'primary' : 'secondary'} onPress={() => setOpen('make')}>
          {t('people.makeKey')}
        </Button>
        <Button onPress={() => setOpen('import')}>{t('people.importKey')}</Button>
      </div>
      {open !== null && (
        <KeyDialog what={open} asksPassphrase={view.asksPassphrase} onClose={() => setOpen(null)} />
      )}
      <AlertDialog
        title={t('people.removeKeyTitle', { name: removing?.name ?? '' })}
        isOpen={removing !== null}
        onClose={() => setRemoving(null)}
        confirmLabel={t('people.removeKey')}
        isDanger
        onConfirm={() => void remove(removing?.keyId ?? '')}
      >
        {t('people.removeKeyText')}
      </AlertDialog>
    </Section>
  );
}
