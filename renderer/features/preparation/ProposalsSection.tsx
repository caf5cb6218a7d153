import type { ReactNode } from 'react';
import { proposalKinds } from '../../../core/annotation/noteDetails.ts';
import type { ItemSheet, SheetProposal } from '../../../core/preparation/sheet.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Select } from '../../ui/Select.tsx';
import { OwnText } from './OwnText.tsx';
import { usePreparation } from './PreparationContext.ts';
import type { EntryPlace } from './SheetEntry.tsx';
import { SheetEntry } from './SheetEntry.tsx';
import { SheetSection } from './SheetSection.tsx';

/** Proposals to make, each with the parts that its kind needs, and a recorded dissent. */
export function ProposalsSection({ sheet }: { readonly sheet: ItemSheet }): ReactNode {
  const { t } = useMessages();
  const { session } = usePreparation();
  const { proposals, item } = sheet;
  const among = proposals.map(({ note }) => note);
  return (
    <SheetSection
      title={t('preparation.proposals')}
      addLabel={t('preparation.proposals.add')}
      onAdd={() =>
        void session.add(item.id, 'proposal', { proposalKind: 'amendment', order: proposals.length })
      }
      empty={proposals.length === 0 && t('preparation.proposals.empty')}
    >
      <ol className="prep-list">
        {proposals.map((proposal, at) => (
          <Proposal key={proposal.note.id} proposal={proposal} place={{ among, at }} />
        ))}
      </ol>
      <Reservation sheet={sheet} />
    </SheetSection>
  );
}

function Proposal({
  proposal,
  place,
}: {
  readonly proposal: SheetProposal;
  readonly place: EntryPlace;
}): ReactNode {
  const { t } = useMessages();
  const { session } = usePreparation();
  const { note, missing } = proposal;
  const kind = proposal.kind ?? 'amendment';
  return (
    <SheetEntry note={note} place={place}>
      <Select
        label={t('preparation.proposal.kind')}
        value={kind}
        onChange={(proposalKind) => void session.edit(note.id, { proposalKind })}
        choices={proposalKinds.map((value) => ({ value, label: t(`preparation.proposal.${value}`) }))}
      />
      <OwnText
        label={t('preparation.part.text')}
        rows={2}
        value={proposal.text}
        onType={(text) => session.type(note.id, { text })}
      />
      {kind === 'referBack' && (
        <OwnText
          label={t('preparation.part.addressee')}
          rows={1}
          value={proposal.addressee ?? ''}
          onType={(addressee) => session.type(note.id, { addressee })}
        />
      )}
      <OwnText
        label={t('preparation.part.reason')}
        rows={2}
        value={proposal.reason}
        onType={(reason) => session.type(note.id, { reason })}
      />
      {missing.length > 0 && (
        <p className="prep-missing">
          {t('preparation.missing')} {missing.map((part) => t(`preparation.part.${part}`)).join(', ')}
        </p>
      )}
    </SheetEntry>
  );
}

function Reservation({ sheet: { reservation, item } }: { readonly sheet: ItemSheet }): ReactNode {
  const { t } = useMessages();
  const { session } = usePreparation();
  if (reservation === null) {
    return (
      <Button size="small" variant="quiet" onPress={() => void session.add(item.id, 'reservation')}>
        {t('preparation.reservation.add')}
      </Button>
    );
  }
  return (
    <SheetEntry note={reservation} isListed={false}>
      <OwnText
        key={reservation.id}
        label={t('preparation.reservation')}
        rows={3}
        value={reservation.text}
        onType={(text) => session.type(reservation.id, { text })}
      />
      <p className="prep-quiet">{t('preparation.reservation.rule')}</p>
    </SheetEntry>
  );
}
