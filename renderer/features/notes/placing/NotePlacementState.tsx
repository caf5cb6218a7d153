import { Archive, ArrowRightLeft, Check, Eye, MapPinned, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { NotePlacement } from '../../../../core/annotation/anchoring/notePlacement.ts';
import { quoteOf } from '../../../../core/annotation/noteList.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import type { Messages } from '../../../ui/messages.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { pageSelectorsOf } from '../notePlace.ts';
import type { PlacingActions, ShownNote } from '../shownNote.ts';
import './placing.css';

/** Longer quotes are cut; the note's own card shows them in full. */
const longestQuote = 240;

/** What a revision did to the place of a note, and what the person can say about it. Nothing for a certain place. */
export function NotePlacementState({
  shown,
  actions,
}: {
  shown: ShownNote;
  actions: PlacingActions;
}): ReactNode {
  const { placement } = shown.place;
  if (placement === null) return null;
  if (placement.kind === 'tray') return <InTray shown={shown} placement={placement} actions={actions} />;
  return placement.kind === 'found' ? null : (
    <ToCheck shown={shown} placement={placement} actions={actions} />
  );
}

function ToCheck({
  shown,
  placement,
  actions,
}: {
  shown: ShownNote;
  placement: Extract<NotePlacement, { kind: 'found' | 'check' }>;
  actions: PlacingActions;
}): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const old = cut(quoteOf(shown.note));
  return (
    <div className="note-placing" data-state="check">
      <Badge tone="warning" icon={<TriangleAlert size={12} aria-hidden />}>
        {t('placing.check.label')}
      </Badge>
      <p className="note-placing__why">{whyToCheck(messages, placement)}</p>
      {old !== '' && <p className="note-placing__quote">{t('placing.oldQuote', { quote: old })}</p>}
      <div className="note-placing__actions">
        <Button
          size="small"
          variant="primary"
          icon={<Check size={14} aria-hidden />}
          onPress={() => actions.onConfirm(shown)}
        >
          {t('placing.confirm')}
        </Button>
        <MoveButton shown={shown} actions={actions} />
        <Button
          size="small"
          icon={<Archive size={14} aria-hidden />}
          onPress={() => actions.onTray(shown, true)}
        >
          {t('placing.toTray')}
        </Button>
        <OldButton shown={shown} actions={actions} />
      </div>
    </div>
  );
}

function InTray({
  shown,
  placement,
  actions,
}: {
  shown: ShownNote;
  placement: Extract<NotePlacement, { kind: 'tray' }>;
  actions: PlacingActions;
}): ReactNode {
  const { t } = useMessages();
  return (
    <div className="note-placing" data-state="tray">
      <Badge tone="neutral" icon={<Archive size={12} aria-hidden />}>
        {t('placing.tray.label')}
      </Badge>
      <p className="note-placing__why">{t(`placing.tray.${placement.why}`)}</p>
      <div className="note-placing__actions">
        <MoveButton shown={shown} actions={actions} />
        {placement.why === 'byPerson' && (
          <Button
            size="small"
            icon={<MapPinned size={14} aria-hidden />}
            onPress={() => actions.onTray(shown, false)}
          >
            {t('placing.fromTray')}
          </Button>
        )}
        <OldButton shown={shown} actions={actions} />
      </div>
    </div>
  );
}

interface ActionProps {
  readonly shown: ShownNote;
  readonly actions: PlacingActions;
}

function MoveButton({ shown, actions }: ActionProps): ReactNode {
  const { t } = useMessages();
  return (
    <Button
      size="small"
      icon={<ArrowRightLeft size={14} aria-hidden />}
      onPress={() => actions.onMove(shown)}
    >
      {t('placing.move')}
    </Button>
  );
}

/** Only what was made on a page has an old page to show. */
function OldButton({ shown, actions }: ActionProps): ReactNode {
  const { t } = useMessages();
  const { target } = shown.note;
  if (target.source.type !== 'document' || pageSelectorsOf(target).length === 0) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      icon={<Eye size={14} aria-hidden />}
      onPress={() => actions.onShowOld(shown)}
    >
      {t('placing.showOld')}
    </Button>
  );
}

function whyToCheck(
  messages: Messages,
  { why, score }: Extract<NotePlacement, { kind: 'found' | 'check' }>,
): string {
  const { t } = messages;
  if (why === 'samePage') return t('placing.check.samePage');
  return why === 'page'
    ? t('placing.check.page', { percent: Math.floor(score * 100) })
    : t('placing.check.words', { likeness: likeness(messages, score) });
}

/** How alike the words are, in words. */
export function likeness({ t }: Messages, score: number): string {
  const percent = Math.floor(score * 100);
  if (score >= 0.995) return t('placing.likeness.same');
  if (score >= 0.95) return t('placing.likeness.nearly', { percent });
  return score >= 0.8 ? t('placing.likeness.much', { percent }) : t('placing.likeness.partly', { percent });
}

const cut = (quote: string): string =>
  quote.length > longestQuote ? `${quote.slice(0, longestQuote)}…` : quote;
