import { UserX, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DraftItem } from '../../../../core/draft/draft.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../../ui/Menu.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useFocusField } from '../editor/useEditor.ts';
import { useOwnBody } from '../editor/useOwnBody.ts';
import { useDraft, useDraftSession } from '../session/useDraft.ts';
import { CalledIn } from './CalledIn.tsx';
import { personName, rosterOf } from './personName.ts';

/** Who may not take part in this item, and what becomes of it for them. */
export function Conflicts({ item }: { item: DraftItem }): ReactNode {
  const { t } = useMessages();
  const session = useDraftSession();
  const people = rosterOf(useDraft((draft) => draft.meeting));
  const policy = useOwnBody()?.settings.conflictPolicy ?? 'warn';
  const ref = useFocusField<HTMLButtonElement>('conflicts');
  const set = (conflicts: DraftItem['conflicts']): void =>
    void session.edit({ do: 'setItem', itemId: item.id, patch: { conflicts } });
  const others = people.filter(({ id }) => !item.conflicts.some(({ person }) => person === id));
  return (
    <section className="sec-section" aria-label={t('secretary.conflicts')}>
      <div className="sec-section__head">
        <h3>{t('secretary.conflicts')}</h3>
        {others.length > 0 && (
          <Menu
            label={t('secretary.conflicts.add')}
            trigger={
              <Button ref={ref} size="small" variant="quiet" icon={<UserX size={15} aria-hidden />}>
                {t('secretary.conflicts.add')}
              </Button>
            }
          >
            {others.map((person) => (
              <MenuItem
                key={person.id}
                onAction={() => set([...item.conflicts, { person: person.id, policy }])}
              >
                {personName(person)}
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
      {item.conflicts.length === 0 && (
        <p className="sec-section__none">
          {t(people.length === 0 ? 'secretary.conflicts.noRoster' : 'secretary.conflicts.none')}
        </p>
      )}
      {item.conflicts.length > 0 && (
        <ul className="sec-conflicts">
          {item.conflicts.map((conflict) => {
            const person = people.find(({ id }) => id === conflict.person);
            const name = person === undefined ? t('secretary.unknownPerson') : personName(person);
            return (
              <li key={conflict.person} className="sec-conflict">
                <span className="sec-conflict__name">
                  {name}
                  <CalledIn item={item} person={conflict.person} />
                </span>
                <Select
                  label={t('secretary.conflicts.policy', { name })}
                  hidesLabel
                  value={conflict.policy}
                  choices={[
                    { value: 'warn', label: t('secretary.conflicts.warn') },
                    { value: 'hide', label: t('secretary.conflicts.hide') },
                  ]}
                  onChange={(chosen) =>
                    set(
                      item.conflicts.map((each) => (each === conflict ? { ...each, policy: chosen } : each)),
                    )
                  }
                />
                <IconButton
                  size="small"
                  label={t('secretary.conflicts.remove', { name })}
                  icon={<X size={15} aria-hidden />}
                  onPress={() => set(item.conflicts.filter((each) => each !== conflict))}
                />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
