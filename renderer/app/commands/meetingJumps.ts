import type { BriefingEntry, DocumentEntry, MeetingView, ReadingPlace } from '../../../core/library/views.ts';
import { agendaLines } from '../../features/agenda/agendaOrder.ts';
import type { PlacedNote } from '../../features/notes/placedNotes.ts';
import type { PaletteJump } from '../../features/palette/paletteTypes.ts';
import type { Messages } from '../../ui/messages.tsx';
import { headingName } from '../workspace/shownNotes.ts';
import { meetingIndex } from '../../features/notes/meetingIndex.ts';
import type { Workspace } from '../workspace/Workspace.ts';
import { meetingPlace } from '../workspace/workspacePlaces.ts';

type ThenRead = (jump: () => void) => () => void;

const longestNote = 160;

/** Every item, briefing, document and written note of a meeting, in the order of the meeting. */
export function meetingJumps(
  workspace: Workspace,
  view: MeetingView,
  notes: readonly PlacedNote[],
  thenRead: ThenRead,
  { t }: Messages,
): readonly PaletteJump[] {
  const show = (place: ReadingPlace) => thenRead(() => workspace.show(place));
  const document = (entry: DocumentEntry, place: ReadingPlace, owner: string): PaletteJump => ({
    id: `document:${entry.id}`,
    kind: 'document',
    title: entry.title,
    detail: owner,
    run: show({ ...place, documentId: entry.id }),
  });
  const items = agendaLines(view.agenda).flatMap(({ entry }) => {
    const place: ReadingPlace = { itemId: entry.id, briefingId: null, documentId: null };
    const owner = [entry.number, entry.title].filter((part) => part !== null).join(' ');
    const item: PaletteJump = {
      id: `item:${entry.id}`,
      kind: 'item',
      number: entry.number,
      title: entry.title,
      detail: entry.registryNumber ?? '',
      also: entry.presenter ?? '',
      isProtected: entry.unlocked === true,
      run: show(place),
    };
    return [item, ...entry.documents.map((one) => document(one, place, owner))];
  });
  const briefings = view.briefings.flatMap((entry) => {
    const place: ReadingPlace = { itemId: null, briefingId: entry.id, documentId: null };
    return [
      briefingJump(entry, show(place)),
      ...entry.documents.map((one) => document(one, place, entry.unit.name)),
    ];
  });
  return [
    {
      id: 'meeting',
      kind: 'item',
      title: t('agenda.meeting'),
      detail: view.meeting.title,
      run: show(meetingPlace),
    },
    ...items,
    ...briefings,
    ...noteJumps(workspace, view, notes, thenRead),
  ];
}

const briefingJump = (entry: BriefingEntry, run: () => void): PaletteJump => ({
  id: `briefing:${entry.id}`,
  kind: 'briefing',
  title: entry.unit.name,
  also: entry.presenter ?? '',
  isProtected: entry.unlocked === true,
  run,
});

function noteJumps(
  workspace: Workspace,
  view: MeetingView,
  notes: readonly PlacedNote[],
  thenRead: ThenRead,
): readonly PaletteJump[] {
  const index = meetingIndex(view);
  return notes.flatMap((placed) => {
    const { note, place } = placed;
    const words = (note.text.trim() === '' ? place.quote : note.text).replaceAll(/\s+/g, ' ').trim();
    if (words === '') return [];
    return [
      {
        id: `note:${note.id}`,
        kind: 'note' as const,
        title: words.length > longestNote ? `${words.slice(0, longestNote)}…` : words,
        detail: headingName(place.heading, index) ?? '',
        also: `${note.text} ${place.quote}`,
        run: thenRead(() => workspace.showNote(placed)),
      },
    ];
  });
}
