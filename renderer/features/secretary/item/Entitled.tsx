import { IdCard } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { DraftSeal } from '../../../../core/draft/draft.ts';
import { readersOf } from '../../../../core/draft/draft.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { useFocusField } from '../editor/useEditor.ts';
import { useDraft, useDraftState } from '../session/useDraft.ts';
import type { RosterPerson } from './personName.ts';
import { personName, rosterOf } from './personName.ts';
import type { Sealable } from './Seal.tsx';
import './itemSecrecy.css';

/** Whom a sealed item opens for, person by person. Whoever has no card yet is told of: the item opens for all others. */
export function Entitled({
  what,
  seal,
  onChange,
}: {
  what: Pick<Sealable, 'id' | 'conflicts'>;
  seal: DraftSeal;
  onChange: (entitled: string[]) => void;
}): ReactNode {
  const { t } = useMessages();
  const people = rosterOf(useDraft((draft) => draft.meeting));
  const withoutCard = usePeopleWithoutCard(what.id);
  const first = useFocusField<HTMLButtonElement>('entitled');
  const chosen = new Set(readersOf(seal, what.conflicts));
  const conflicted = new Set(what.conflicts.map(({ person }) => person));
  const hidden = new Set(
    what.conflicts.filter(({ policy }) => policy === 'hide').map(({ person }) => person),
  );
  const inOrder = (ids: ReadonlySet<string>): string[] =>
    people.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  const toggle = (id: string, isEntitled: boolean): void => {
    const changed = new Set(chosen);
    if (isEntitled) changed.add(id);
    else changed.delete(id);
    onChange(inOrder(changed));
  };
  const members = people.filter(({ role }) => role !== 'substitute');
  if (people.length === 0) return <p className="sec-section__none">{t('secretary.entitled.noRoster')}</p>;
  const groups = [
    { name: t('secretary.roster.members'), people: members },
    { name: t('secretary.roster.substitutes'), people: people.filter(({ role }) => role === 'substitute') },
  ].filter((group) => group.people.length > 0);
  return (
    <fieldset className="sec-entitled">
      <legend className="ui-field__label">{t('secretary.entitled')}</legend>
      <div className="sec-entitled__tools">
        <Button
          ref={first}
          size="small"
          onPress={() => onChange(people.filter(({ id }) => !conflicted.has(id)).map(({ id }) => id))}
        >
          {t('secretary.entitled.all')}
        </Button>
        <Button
          size="small"
          onPress={() => onChange(members.filter(({ id }) => !conflicted.has(id)).map(({ id }) => id))}
        >
          {t('secretary.entitled.members')}
        </Button>
        <Button size="small" onPress={() => onChange([])}>
          {t('secretary.entitled.none')}
        </Button>
        <span className="sec-entitled__count">
          {t('secretary.entitled.count', { count: chosen.size, all: people.length })}
        </span>
      </div>
      {chosen.size === 0 && (
        <p className="ui-field__error" role="alert">
          {t('secretary.entitled.nobody')}
        </p>
      )}
      {groups.map((group) => (
        <div key={group.name} className="sec-entitled__group">
          <p className="sec-entitled__name">{group.name}</p>
          <ul>
            {group.people.map((person) => (
              <EntitledPerson
                key={person.id}
                person={person}
                isEntitled={chosen.has(person.id)}
                isConflicted={conflicted.has(person.id)}
                isHidden={hidden.has(person.id)}
                hasNoCard={withoutCard.has(person.id)}
                onChange={(isEntitled) => toggle(person.id, isEntitled)}
              />
            ))}
          </ul>
        </div>
      ))}
    </fieldset>
  );
}

function EntitledPerson({
  person,
  isEntitled,
  isConflicted,
  isHidden,
  hasNoCard,
  onChange,
}: {
  person: RosterPerson;
  isEntitled: boolean;
  isConflicted: boolean;
  /** By the body's policy the person is not to see it: nothing can entitle them. */
  isHidden: boolean;
  hasNoCard: boolean;
  onChange: (isEntitled: boolean) => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <li>
      <Checkbox isSelected={isEntitled} isDisabled={isHidden} onChange={onChange}>
        <span className="sec-entitled__person">
          {personName(person)}
          {isConflicted && <Badge tone="alarm">{t('agenda.sealed.conflict')}</Badge>}
          {isEntitled && hasNoCard && (
            <Badge tone="warning" icon={<IdCard size={12} aria-hidden />}>
              {t('secretary.entitled.noCard')}
            </Badge>
          )}
        </span>
      </Checkbox>
    </li>
  );
}

/** As pre-flight found it. */
function usePeopleWithoutCard(itemId: string): ReadonlySet<string> {
  const findings = useDraftState(({ view }) => view?.findings);
  return useMemo(
    () =>
      new Set(
        (findings ?? []).flatMap((finding) =>
          finding.code === 'cardMissing' && finding.itemId === itemId && finding.person !== null
            ? [finding.person]
            : [],
        ),
      ),
    [findings, itemId],
  );
}
