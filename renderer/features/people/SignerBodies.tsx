import type { ReactNode } from 'react';
import type { PeopleView } from '../../../core/exchange/peopleViews.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';

/** What a signer may issue packs for: everything, or the bodies ticked. */
export function SignerBodies({
  bodies,
  chosen,
  onChange,
}: {
  bodies: PeopleView['bodies'];
  /** Null: all. */
  chosen: readonly string[] | null;
  onChange: (chosen: readonly string[] | null) => void;
}): ReactNode {
  const { t } = useMessages();
  // A body that is not registered here any more stays ticked until somebody takes it away.
  const unknown = (chosen ?? []).filter((id) => !bodies.some((body) => body.id === id));
  const shown = [...bodies, ...unknown.map((id) => ({ id, name: t('people.bodyUnknown') }))];
  return (
    <>
      <RadioGroup
        label={t('people.signerFor')}
        value={chosen === null ? 'all' : 'some'}
        onChange={(value) => onChange(value === 'all' ? null : [])}
        choices={[
          { value: 'all', label: t('people.signerAll') },
          { value: 'some', label: t('people.signerSome'), description: t('people.signerSomeHint') },
        ]}
      />
      {chosen !== null && (
        <div role="group" aria-label={t('people.signerSome')} className="people__bodies">
          {shown.length === 0 && <p className="people__faint">{t('people.noBodies')}</p>}
          {shown.map(({ id, name }) => (
            <Checkbox
              key={id}
              isSelected={chosen.includes(id)}
              onChange={(isSelected) =>
                onChange(isSelected ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            >
              {name}
            </Checkbox>
          ))}
        </div>
      )}
    </>
  );
}
