import { Lock, LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DraftItem } from '../../../../core/draft/draft.ts';
import { publicTitleOf } from '../../../../core/draft/publicItem.ts';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { SegmentedControl } from '../../../ui/RadioGroup.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDraft, useDraftSession } from '../session/useDraft.ts';
import { useFieldText } from '../session/useFieldText.ts';
import { Entitled } from './Entitled.tsx';
import { rosterOf } from './personName.ts';
import { sealFor } from './sealFor.ts';

type DraftSeal = NonNullable<DraftItem['seal']>;

/** Whether the item is closed to some, why, and whom it opens for. */
export function Seal({ item }: { item: DraftItem }): ReactNode {
  const { t } = useMessages();
  const session = useDraftSession();
  const people = rosterOf(useDraft((draft) => draft.meeting));
  const { seal } = item;
  const set = (changed: DraftSeal | null): void =>
    void session.edit({ do: 'setSeal', itemId: item.id, seal: changed });
  const close = (): void => set(sealFor(item, people));
  return (
    <section
      className="sec-section"
      aria-label={t('secretary.seal')}
      data-sealed={seal !== null || undefined}
    >
      <div className="sec-section__head">
        <h3>{t('secretary.seal')}</h3>
        {seal === null ? (
          <Button size="small" variant="quiet" icon={<Lock size={15} aria-hidden />} onPress={close}>
            {t('secretary.seal.close')}
          </Button>
        ) : (
          <Button
            size="small"
            variant="quiet"
            icon={<LockOpen size={15} aria-hidden />}
            onPress={() => set(null)}
          >
            {t('secretary.seal.open')}
          </Button>
        )}
      </div>
      {seal === null ? (
        <p className="sec-section__none">{t('secretary.seal.none')}</p>
      ) : (
        <div className="sec-seal">
          <SegmentedControl
            label={t('secretary.seal.reason')}
            value={seal.reason}
            choices={[
              { value: 'secrecy', label: t('agenda.sealed.secrecy') },
              { value: 'conflict', label: t('agenda.sealed.conflict') },
            ]}
            onChange={(reason) => set({ ...seal, reason })}
          />
          {seal.reason === 'secrecy' && <GroundField item={item} seal={seal} />}
          <PublicTitleField item={item} seal={seal} />
          <Entitled item={item} seal={seal} onChange={(entitled) => set({ ...seal, entitled })} />
        </div>
      )}
    </section>
  );
}

function GroundField({ item, seal }: { item: DraftItem; seal: DraftSeal }): ReactNode {
  const { t } = useMessages();
  const text = useFieldText(`item:${item.id}:ground`, seal.ground ?? '', (typed) => ({
    do: 'setSeal',
    itemId: item.id,
    seal: { ...seal, ground: typed.trim() === '' ? null : typed.trim() },
  }));
  return (
    <TextField
      label={t('secretary.seal.ground')}
      placeholder="OSL 26 kap. 1 §"
      description={t('secretary.seal.groundHint')}
      {...text}
    />
  );
}

function PublicTitleField({ item, seal }: { item: DraftItem; seal: DraftSeal }): ReactNode {
  const { t } = useMessages();
  const text = useFieldText(`item:${item.id}:publicTitle`, seal.publicTitle ?? '', (typed) => ({
    do: 'setSeal',
    itemId: item.id,
    seal: { ...seal, publicTitle: typed.trim() === '' ? null : typed.trim() },
  }));
  return (
    <TextField
      label={t('secretary.seal.publicTitle')}
      placeholder={publicTitleOf(item, { ...seal, publicTitle: null })}
      description={t('secretary.seal.publicTitleHint')}
      {...text}
    />
  );
}
