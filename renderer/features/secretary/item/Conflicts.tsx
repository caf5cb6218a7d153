import { Lock, UserX, X } from 'lucide-react';
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
import { sealFor } from './sealFor.ts';
import './itemSecrecy.css';

/** Who may not take part in this item, and what becomes of it for them. */
export function Conflicts({ item }: { item: DraftItem }): ReactNode {
  const { t } = useMessages();
  const session = useDraftSession();
  const people = rosterOf(useDraft((draft) => draft.meeting));
  const policy = useOwnBody()?.settings.conflictPolicy ?? 'warn';
  const ref = useFocusField<HTMLButtonElement>('conflicts');
  const set = async (conflicts: DraftItem['conflicts']): Promise<void> => {
    const { seal } = item;
    const hidden = new Set(conflicts.filter(({ policy: own }) => own === 'hide').map(({ person }) => person));
    const entitled = seal?.entitled.filter((id) => !hidden.has(id)) ?? [];
    // Whoever is not to see the item may not open it either.
    if (seal !== null && entitled.length < seal.entitled.length)
      await session.edit({ do: 'setSeal', itemId: item.id, seal: { ...seal, entitled } });
    await session.edit({ do: 'setItem', itemId: item.id, patch: { conflicts } });
  };
  const isOpenToHidden = item.seal === null && item.conflicts.some(({ policy: own }) => own === 'hide');
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
                onAction={() => void set([...item.conflicts, { person: person.id, policy }])}
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
                    void set(
                      item.conflicts.map((each) => (each === conflict ? { ...each, policy: chosen } : each)),
                    )
                  }
                />
                <IconButton
                  size="small"
                  label={t('secretary.conflicts.remove', { name })}
                  icon={<X size={15} aria-hidden />}
                  onPress={() => void set(item.conflicts.filter((each) => each !== conflict))}
                />
              </li>
            );
          })}
        </ul>
      )}
      {isOpenToHidden && (
        <p className="sec-rule">
          <span>{t('secretary.conflicts.sealText')}</span>
          <Button
            size="small"
            icon={<Lock size={14} aria-hidden />}
            onPress={() => void session.edit({ do: 'setSeal', itemId: item.id, seal: sealFor(item, people) })}
          >
            {t('secretary.conflicts.seal')}
          </Button>
        </p>
      )}
    </section>
  );
}
