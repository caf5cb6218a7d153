import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AnnotationSource } from '../../../core/annotation/annotation.ts';
import type { BriefingEntry } from '../../../core/library/views.ts';
import { SealedNotice } from '../../features/agenda/ItemPage.tsx';
import { BriefingCard } from '../../features/briefings/BriefingCard.tsx';
import { SealedGuard } from '../../features/identity/SealedGuard.tsx';
import { SealedWay } from '../../features/identity/SealedWay.tsx';
import type { BriefingNotes } from '../../features/briefings/briefingNotes.ts';
import { AddNoteMenu } from '../../features/notes/AddNoteMenu.tsx';
import { NoteChips } from '../../features/notes/NoteChips.tsx';
import type { ShownNote } from '../../features/notes/shownNote.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { go } from '../appStore.ts';
import { DocumentReader } from './DocumentReader.tsx';
import { draftOn } from './markDrafts.ts';
import type { MiddlePaneProps } from './MiddlePane.tsx';
import { useWorkspaceState } from './useWorkspace.ts';

/** A briefing as a card, or one of its documents with the way back to the card. */
export function BriefingPlace(props: MiddlePaneProps & { briefing: BriefingEntry }): ReactNode {
  const shown = <OpenBriefingPlace {...props} />;
  return props.briefing.unlocked === true ? (
    <SealedGuard key={props.briefing.id}>{shown}</SealedGuard>
  ) : (
    shown
  );
}

function OpenBriefingPlace(props: MiddlePaneProps & { briefing: BriefingEntry }): ReactNode {
  const { workspace, place, briefing } = props;
  const { t } = useMessages();
  const notes = useBriefingNotes(props);
  const open = (documentId: string | null): void =>
    workspace.show({ itemId: null, briefingId: briefing.id, documentId });
  if (place.documentId !== null && briefing.documents.some((document) => document.id === place.documentId))
    return (
      <div className="middle">
        <header className="item-header middle__briefing-head">
          <Button size="small" icon={<ArrowLeft size={15} aria-hidden />} onPress={() => open(null)}>
            {t('briefings.backToCard')}
          </Button>
          <h2 className="item-heading">{briefing.unit.name}</h2>
        </header>
        <DocumentReader {...props} />
      </div>
    );
  return (
    <div key={briefing.id} className="middle__briefing">
      <BriefingCard
        entry={briefing}
        notes={notes}
        onOpenDocument={open}
        sealedNotice={
          briefing.sealed !== null && (
            <SealedNotice
              sealed={briefing.sealed}
              isOpen={briefing.unlocked === true}
              way={<SealedWay onShowIdentity={() => go({ name: 'settings' })} />}
            />
          )
        }
      />
    </div>
  );
}

function useBriefingNotes({ workspace, notes }: MiddlePaneProps): BriefingNotes {
  const activeKey = useWorkspaceState(workspace, (state) => state.activeKey);
  const on = (source: AnnotationSource): readonly ShownNote[] =>
    notes.here.filter((shown) => isSameSource(shown.note.target.source, source));
  return {
    highlightOf: (source) =>
      on(source).findLast((shown) => shown.note.kind === 'highlight')?.note.colour ?? null,
    controls: (source, what) => (
      <>
        <NoteChips notes={on(source)} activeKey={activeKey} onShow={(key) => workspace.showNoteInPane(key)} />
        <AddNoteMenu
          what={what}
          canHighlight={source.type !== 'briefing'}
          onAdd={(kind, colour) =>
            void workspace.notes.make(
              draftOn(workspace.meetingId, source, kind, colour, source.type === 'briefing' ? '' : what),
            )
          }
        />
      </>
    ),
  };
}

function isSameSource(one: AnnotationSource, other: AnnotationSource): boolean {
  if (one.type !== other.type) return false;
  if (one.type === 'point' && other.type === 'point') return one.point === other.point;
  if (one.type === 'keyFigure' && other.type === 'keyFigure') return one.keyFigure === other.keyFigure;
  if (one.type === 'commitment' && other.type === 'commitment') return one.commitment === other.commitment;
  return one.type === 'briefing' && other.type === 'briefing' && one.briefing === other.briefing;
}
