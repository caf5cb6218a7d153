import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { AskedAct } from '../../../core/annotation/noteActs.ts';
import { ok } from '../../../core/errors.ts';
import type { ForeignComment } from '../../../renderer/features/notes/foreign/foreignComments.ts';
import { meetingIndex } from '../../../renderer/features/notes/meetingIndex.ts';
import { NotesPane } from '../../../renderer/features/notes/NotesPane.tsx';
import { NoteTextSaver } from '../../../renderer/features/notes/noteTextSaver.ts';
import { everything, placeNotes } from '../../../renderer/features/notes/placedNotes.ts';
import { MessagesProvider } from '../../../renderer/ui/messages.tsx';
import { testId } from '../../support/libraryBuilders.ts';
import { sampleBriefing, sampleDocument, sampleItem, sampleView } from '../workspace/meetingBuilders.ts';

const view = sampleView({
  agenda: [sampleItem(1, { documents: [sampleDocument(1), sampleDocument(11)] }), sampleItem(2)],
  briefings: [sampleBriefing(1)],
});

export const onItem = (n: number): Annotation['target'] => ({
  meeting: testId(1),
  source: { type: 'item', item: testId(500 + n) },
  selectors: [],
});

/** What was asked of the pane's surroundings. */
export const asked: string[] = [];
export const acts: AskedAct[][] = [];

interface Shown {
  readonly notes: readonly Annotation[];
  /** What others wrote in the documents. */
  readonly foreign?: readonly ForeignComment[];
  readonly damage?: { setAside: string; keptOperations: number } | null;
}

/** The list of all notes. */
export function show(
  notes: Shown['notes'],
  damage: Shown['damage'] = null,
  foreign: readonly ForeignComment[] = [],
): void {
  render(<Pane notes={notes} damage={damage} foreign={foreign} />);
}

/** What Alva Ek wrote on page 2 of the first document of an item. */
export const foreignComment = (text: string): ForeignComment => ({
  key: text,
  heading: { type: 'item', item: testId(501) },
  document: sampleDocument(1),
  page: 2,
  comment: {
    kind: 'text',
    author: 'Alva Ek',
    time: null,
    text,
    box: { left: 0, bottom: 0, right: 9, top: 9 },
  },
});

function Pane({ notes, damage = null, foreign = [] }: Shown): ReactNode {
  const [choice, setChoice] = useState(everything);
  const tell =
    (what: string) =>
    (...args: unknown[]): void =>
      void asked.push(`${what} ${JSON.stringify(args)}`);
  return (
    <MessagesProvider language="sv">
      <NotesPane
        scope="all"
        onScope={tell('scope')}
        here={[]}
        hereTitle="Ärende 1"
        all={placeNotes(notes, view, meetingIndex(view)).map((placed) => ({
          ...placed,
          key: placed.note.id,
        }))}
        foreign={{ here: [], all: foreign, onGoTo: ({ key }) => asked.push(`goTo comment ${key}`) }}
        titleOf={(heading) => (heading.type === 'item' ? `Ärende ${heading.item.slice(-1)}` : heading.type)}
        state={{
          activeKey: null,
          editingKey: null,
          saver: new NoteTextSaver(() => Promise.resolve(ok(undefined))),
          actions: {
            onGoTo: (note) => asked.push(`goTo ${note.key}`),
            onStartEditing: tell('edit'),
            onStopEditing: tell('stop'),
            onChange: tell('change'),
            onRemove: tell('remove'),
          },
          several: {
            onAct: (done, said) => {
              acts.push([...done]);
              asked.push(said);
            },
            onCopy: (chosen) => asked.push(`copy ${chosen.map(({ key }) => key.slice(-1)).join()}`),
            onSave: (chosen, as) => asked.push(`save ${as} ${chosen.length}`),
          },
        }}
        choice={choice}
        onChoose={setChoice}
        canUndo={false}
        canRedo={false}
        onUndo={tell('undo')}
        onRedo={tell('redo')}
        shortcuts={{ undo: 'Ctrl+Z', redo: 'Ctrl+Shift+Z' }}
        damage={damage}
        error={null}
        onTryAgain={tell('try again')}
        addButton={null}
      />
    </MessagesProvider>
  );
}
