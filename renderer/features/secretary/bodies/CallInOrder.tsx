import { ArrowDown, ArrowUp, ListOrdered, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Roster } from './newBody.ts';
import { partiesOf } from './newBody.ts';

type Order = Roster['callIn'][number];

/** Whose substitutes are called in, party by party, and where that is decided. */
export function CallInOrder({
  roster,
  onChange,
}: {
  roster: Roster;
  onChange: (roster: Roster) => void;
}): ReactNode {
  const { t } = useMessages();
  const parties = partiesOf(roster);
  const missing = parties.filter((party) => !roster.callIn.some((order) => order.party === party));
  const set = (callIn: readonly Order[]): void => onChange({ ...roster, callIn: [...callIn] });
  /** Each party first calls in its own; the rest is for the body to decide. */
  const begin = (): void =>
    set([
      ...roster.callIn,
      ...missing.map((party) => ({ party, then: parties.filter((other) => other !== party) })),
    ]);
  return (
    <section className="sec-section" aria-label={t('secretary.callIn')}>
      <div className="sec-section__head">
        <h2>{t('secretary.callIn')}</h2>
        {missing.length > 0 && (
          <Button size="small" icon={<ListOrdered size={15} aria-hidden />} onPress={begin}>
            {t('secretary.callIn.begin')}
          </Button>
        )}
      </div>
      {roster.callIn.length === 0 && (
        <p className="sec-section__none">
          {t(parties.length === 0 ? 'secretary.callIn.noParties' : 'secretary.callIn.none')}
        </p>
      )}
      {roster.callIn.map((order) => (
        <PartyOrder
          key={order.party}
          order={order}
          onChange={(changed) => set(roster.callIn.map((each) => (each === order ? changed : each)))}
          onRemove={() => set(roster.callIn.filter((each) => each !== order))}
        />
      ))}
      {roster.callIn.length > 0 && (
        <TextField
          label={t('secretary.callIn.source')}
          placeholder={t('secretary.callIn.sourceExample')}
          value={roster.source ?? ''}
          onChange={(source) => onChange({ ...roster, source: source === '' ? null : source })}
          error={(roster.source ?? '').trim() === '' ? t('secretary.callIn.sourceMissing') : null}
        />
      )}
    </section>
  );
}

function PartyOrder({
  order,
  onChange,
  onRemove,
}: {
  order: Order;
  onChange: (order: Order) => void;
  onRemove: () => void;
}): ReactNode {
  const { t } = useMessages();
  const { party, then } = order;
  const move = (at: number, step: 1 | -1): void => {
    const moved = then[at];
    if (moved !== undefined)
      onChange({ ...order, then: then.toSpliced(at, 1).toSpliced(at + step, 0, moved) });
  };
  return (
    <div className="call-in" role="group" aria-label={t('secretary.callIn.for', { party })}>
      <p className="call-in__party">{t('secretary.callIn.for', { party })}</p>
      <ol className="call-in__order">
        <li className="call-in__own">{party}</li>
        {then.map((other, at) => (
          <li key={other}>
            <span>{other}</span>
            <IconButton
              size="small"
              label={t('secretary.callIn.up', { party: other })}
              icon={<ArrowUp size={14} aria-hidden />}
              isDisabled={at === 0}
              onPress={() => move(at, -1)}
            />
            <IconButton
              size="small"
              label={t('secretary.callIn.down', { party: other })}
              icon={<ArrowDown size={14} aria-hidden />}
              isDisabled={at === then.length - 1}
              onPress={() => move(at, 1)}
            />
          </li>
        ))}
      </ol>
      <IconButton
        size="small"
        label={t('secretary.callIn.remove', { party })}
        icon={<Trash2 size={15} aria-hidden />}
        onPress={onRemove}
      />
    </div>
  );
}
