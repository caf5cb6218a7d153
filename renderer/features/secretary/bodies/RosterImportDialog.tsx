import { FileUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { parseRoster } from '../../../../core/roster/parseRoster.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import type { Roster } from './newBody.ts';

type Person = Roster['members'][number];

const sameName = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('sv') === other.trim().toLocaleLowerCase('sv');

/** Spreadsheets write lists in UTF-8 or, in Swedish settings still, in the old code page of Windows. */
function decodedText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: every byte is a letter in the other.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A roster from pasted text or CSV. Mistakes are told line by line before anything is taken; those known keep who they are. */
export function RosterImportDialog({
  known,
  onTake,
  onClose,
}: {
  known: readonly Person[];
  onTake: (people: readonly Person[]) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const [text, setText] = useState('');
  const [how, setHow] = useState<'add' | 'replace'>('add');
  const { people, faults } = useMemo(() => parseRoster(text), [text]);
  const take = (): void => {
    const read = people.map((person): Person => {
      const same = known.find(({ name }) => sameName(name, person.name));
      return { id: same?.id ?? crypto.randomUUID(), ...person };
    });
    const stay = known.filter(({ id }) => !read.some((person) => person.id === id));
    onTake(how === 'replace' ? read : [...stay, ...read]);
  };
  return (
    <Dialog
      title={t('secretary.roster.importTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <p className="sec-cut__count" aria-live="polite">
            {text.trim() !== '' && t('secretary.roster.read', { count: people.length })}
          </p>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" isDisabled={people.length === 0} onPress={take}>
            {t('secretary.roster.importDo')}
          </Button>
        </>
      }
    >
      <div className="sec-dialog">
        <FileTrigger
          acceptedFileTypes={['.csv', '.txt', 'text/csv', 'text/plain']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file !== undefined) void file.arrayBuffer().then((bytes) => setText(decodedText(bytes)));
          }}
        >
          <Button size="small" icon={<FileUp size={15} aria-hidden />}>
            {t('secretary.roster.file')}
          </Button>
        </FileTrigger>
        <TextArea
          label={t('secretary.roster.paste')}
          description={t('secretary.roster.pasteHint')}
          rows={9}
          value={text}
          onChange={setText}
          autoFocus
        />
        {faults.length > 0 && (
          <ul className="roster-faults" aria-label={t('secretary.roster.faults')}>
            {faults.map(({ line, kind, text: words }) => (
              <li key={`${line}:${kind}`}>
                <span className="roster-faults__line">{t('secretary.roster.line', { line })}</span>
                {t(`secretary.roster.fault.${kind}`, { text: words })}
              </li>
            ))}
          </ul>
        )}
        {known.length > 0 && (
          <RadioGroup
            label={t('secretary.roster.how')}
            value={how}
            choices={[
              { value: 'add', label: t('secretary.roster.howAdd') },
              { value: 'replace', label: t('secretary.roster.howReplace') },
            ]}
            onChange={setHow}
          />
        )}
      </div>
    </Dialog>
  );
}
