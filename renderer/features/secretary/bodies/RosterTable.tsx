import { ArrowDown, ArrowUp, ClipboardPaste, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { MemberRole } from '../../../../core/pack/manifest.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Roster } from './newBody.ts';
import { RosterImportDialog } from './RosterImportDialog.tsx';

const roles: readonly MemberRole[] = ['chair', 'viceChair', 'member', 'substitute'];
type Person = Roster['members'][number];

/** Members and substitutes, in the order they are listed. */
export function RosterTable({
  roster,
  onChange,
}: {
  roster: Roster;
  onChange: (roster: Roster) => void;
}): ReactNode {
  const { t } = useMessages();
  const [isImporting, setIsImporting] = useState(false);
  const { members } = roster;
  const set = (changed: readonly Person[]): void => onChange({ ...roster, members: [...changed] });
  const add = (): void => set([...members, { id: crypto.randomUUID(), name: '', party: '', role: 'member' }]);
  const move = (at: number, to: number): void => {
    const person = members[at];
    if (person !== undefined) set(members.toSpliced(at, 1).toSpliced(to, 0, person));
  };
  return (
    <section className="sec-section" aria-label={t('secretary.roster')}>
      <div className="sec-section__head">
        <h2>
          {t('secretary.roster')}
          <span className="roster__count">{members.length}</span>
        </h2>
        <span className="roster__acts">
          <Button
            size="small"
            icon={<ClipboardPaste size={15} aria-hidden />}
            onPress={() => setIsImporting(true)}
          >
            {t('secretary.roster.import')}
          </Button>
          <Button size="small" icon={<Plus size={15} aria-hidden />} onPress={add}>
            {t('secretary.roster.add')}
          </Button>
        </span>
      </div>
      {members.length === 0 ? (
        <p className="sec-section__none">{t('secretary.roster.none')}</p>
      ) : (
        <table className="roster">
          <thead>
            <tr>
              <th scope="col">{t('secretary.roster.name')}</th>
              <th scope="col">{t('secretary.roster.party')}</th>
              <th scope="col">{t('secretary.roster.role')}</th>
              <th scope="col">{t('secretary.roster.order')}</th>
            </tr>
          </thead>
          <tbody>
            {members.map((person, at) => (
              <PersonRow
                key={person.id}
                person={person}
                isFirst={at === 0}
                isLast={at === members.length - 1}
                onChange={(changed) => set(members.with(at, { ...person, ...changed }))}
                onMove={(step) => move(at, at + step)}
                onRemove={() => set(members.filter(({ id }) => id !== person.id))}
              />
            ))}
          </tbody>
        </table>
      )}
      {isImporting && (
        <RosterImportDialog
          known={members}
          onTake={(people) => {
            setIsImporting(false);
            set(people);
          }}
          onClose={() => setIsImporting(false)}
        />
      )}
    </section>
  );
}

function PersonRow({
  person,
  isFirst,
  isLast,
  onChange,
  onMove,
  onRemove,
}: {
  person: Person;
  isFirst: boolean;
  isLast: boolean;
  onChange: (changed: Partial<Person>) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
}): ReactNode {
  const { t } = useMessages();
  const name = person.name.trim() === '' ? t('secretary.roster.unnamed') : person.name;
  return (
    <tr>
      <td>
        <TextField
          label={t('secretary.roster.name')}
          hidesLabel
          value={person.name}
          onChange={(written) => onChange({ name: written })}
          autoFocus={person.name === ''}
          error={person.name.trim() === '' ? t('secretary.roster.nameMissing') : null}
        />
      </td>
      <td className="roster__party">
        <TextField
          label={t('secretary.roster.partyOf', { name })}
          hidesLabel
          value={person.party}
          onChange={(party) => onChange({ party })}
        />
      </td>
      <td className="roster__role">
        <Select
          label={t('secretary.roster.roleOf', { name })}
          hidesLabel
          value={person.role}
          choices={roles.map((role) => ({ value: role, label: t(`secretary.role.${role}`) }))}
          onChange={(role) => onChange({ role })}
        />
      </td>
      <td className="roster__order">
        <IconButton
          size="small"
          label={t('secretary.roster.up', { name })}
          icon={<ArrowUp size={15} aria-hidden />}
          isDisabled={isFirst}
          onPress={() => onMove(-1)}
        />
        <IconButton
          size="small"
          label={t('secretary.roster.down', { name })}
          icon={<ArrowDown size={15} aria-hidden />}
          isDisabled={isLast}
          onPress={() => onMove(1)}
        />
        <IconButton
          size="small"
          label={t('secretary.roster.remove', { name })}
          icon={<Trash2 size={15} aria-hidden />}
          onPress={onRemove}
        />
      </td>
    </tr>
  );
}
