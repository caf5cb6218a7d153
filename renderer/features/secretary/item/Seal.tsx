import { Lock, LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DraftBriefing, DraftItem, DraftSeal } from '../../../../core/draft/draft.ts';
import type { DraftEdit } from '../../../../core/draft/draftEdit.ts';
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
import './itemSecrecy.css';

/** What is, or may be, closed to some. */
export interface Sealable {
  readonly id: string;
  readonly seal: DraftSeal | null;
  readonly conflicts: DraftItem['conflicts'];
  /** The title that everyone sees when none is chosen; null where none can be chosen. */
  readonly publicTitle: ((seal: DraftSeal) => string) | null;
  readonly edit: (seal: DraftSeal | null) => DraftEdit;
  /** What is said while it is open to all, and what closes and opens it. */
  readonly words: { readonly none: string; readonly close: string; readonly open: string };
}

/** Whether the item is closed to some, why, and whom it opens for. */
export function Seal({ item }: { item: DraftItem }): ReactNode {
  const { t } = useMessages();
  return (
    <SealSection
      what={{
        id: item.id,
        seal: item.seal,
        conflicts: item.conflicts,
        publicTitle: (seal) => publicTitleOf(item, { ...seal, publicTitle: null }),
        edit: (seal) => ({ do: 'setSeal', itemId: item.id, seal }),
        words: {
          none: t('secretary.seal.none'),
          close: t('secretary.seal.close'),
          open: t('secretary.seal.open'),
        },
      }}
    />
  );
}

/** The same of a unit briefing. Everyone sees which unit it is of. */
export function BriefingSeal({ briefing }: { briefing: DraftBriefing }): ReactNode {
  const { t } = useMessages();
  return (
    <SealSection
      what={{
        id: briefing.id,
        seal: briefing.seal ?? null,
        conflicts: [],
        publicTitle: null,
        edit: (seal) => ({ do: 'setBriefingSeal', briefingId: briefing.id, seal }),
        words: {
          none: t('secretary.seal.noneOfBriefing'),
          close: t('secretary.seal.closeBriefing'),
          open: t('secretary.seal.openBriefing'),
        },
      }}
    />
  );
}

function SealSection({ what }: { what: Sealable }): ReactNode {
  const { t } = useMessages();
  const session = useDraftSession();
  const people = rosterOf(useDraft((draft) => draft.meeting));
  const { seal } = what;
  const set = (changed: DraftSeal | null): void => void session.edit(what.edit(changed));
  return (
    <section
      className="sec-section"
      aria-label={t('secretary.seal')}
      data-sealed={seal !== null || undefined}
    >
      <div className="sec-section__head">
        <h3>{t('secretary.seal')}</h3>
        {seal === null ? (
          <Button
            size="small"
            variant="quiet"
            icon={<Lock size={15} aria-hidden />}
            onPress={() => set(sealFor(what, people))}
          >
            {what.words.close}
          </Button>
        ) : (
          <Button
            size="small"
            variant="quiet"
            icon={<LockOpen size={15} aria-hidden />}
            onPress={() => set(null)}
          >
            {what.words.open}
          </Button>
        )}
      </div>
      {seal === null ? (
        <p className="sec-section__none">{what.words.none}</p>
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
          {seal.reason === 'secrecy' && <GroundField what={what} seal={seal} />}
          {what.publicTitle !== null && (
            <PublicTitleField what={what} seal={seal} instead={what.publicTitle(seal)} />
          )}
          <Entitled what={what} seal={seal} onChange={(entitled) => set({ ...seal, entitled })} />
        </div>
      )}
    </section>
  );
}

function GroundField({ what, seal }: { what: Sealable; seal: DraftSeal }): ReactNode {
  const { t } = useMessages();
  const text = useFieldText(`seal:${what.id}:ground`, seal.ground ?? '', (typed) =>
    what.edit({ ...seal, ground: typed.trim() === '' ? null : typed.trim() }),
  );
  return (
    <TextField
      label={t('secretary.seal.ground')}
      placeholder="OSL 26 kap. 1 §"
      description={t('secretary.seal.groundHint')}
      {...text}
    />
  );
}

function PublicTitleField({
  what,
  seal,
  instead,
}: {
  what: Sealable;
  seal: DraftSeal;
  instead: string;
}): ReactNode {
  const { t } = useMessages();
  const text = useFieldText(`seal:${what.id}:publicTitle`, seal.publicTitle ?? '', (typed) =>
    what.edit({ ...seal, publicTitle: typed.trim() === '' ? null : typed.trim() }),
  );
  return (
    <TextField
      label={t('secretary.seal.publicTitle')}
      placeholder={instead}
      description={t('secretary.seal.publicTitleHint')}
      {...text}
    />
  );
}
