import { cleanup, render, screen } from '@testing-library/react';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { EventName, EventPayloads } from '../../../core/contract.ts';
import { ok } from '../../../core/errors.ts';
import type { MeetingView } from '../../../core/library/views.ts';
import { MeetingWorkspace } from '../../../renderer/app/workspace/MeetingWorkspace.tsx';
import { MessagesProvider } from '../../../renderer/ui/messages.tsx';
import { ToastRegion } from '../../../renderer/ui/ToastRegion.tsx';
import type { FakeAnswers } from '../../support/fakeClient.ts';
import { createFakeBridge, installFakeBridge } from '../../support/fakeClient.ts';
import { addMissingBrowserParts } from './browserParts.ts';
import { FakeNotes } from './fakeNotes.ts';
import { readerSeen } from './ReaderStandIn.tsx';
import { sampleView } from './meetingBuilders.ts';

export interface OpenedWorkspace {
  readonly notes: FakeNotes;
  readonly calls: { readonly name: string; readonly args: unknown }[];
  readonly emit: <N extends EventName>(name: N, payload: EventPayloads[N]) => void;
  /** Replaces answers while running. */
  readonly answer: (answers: FakeAnswers) => void;
  readonly closed: () => number;
}

/** Opens a meeting in the workspace, with main replaced by its fake and the reader by its stand-in. */
export async function openWorkspace({
  view = sampleView(),
  annotations = [],
  answers = {},
}: {
  view?: MeetingView;
  annotations?: readonly Annotation[];
  answers?: FakeAnswers;
} = {}): Promise<OpenedWorkspace> {
  cleanup();
  addMissingBrowserParts();
  readerSeen.went = [];
  const fake = createFakeBridge();
  const notes = new FakeNotes(annotations, (told) => fake.emit('notes.changed', told));
  fake.answer({
    meeting: {
      open: () => Promise.resolve(ok(view)),
      markSeen: () =>
        Promise.resolve(ok({ ...view, meeting: { ...view.meeting, newItemCount: 0, changedItemCount: 0 } })),
      setReadState: () => Promise.resolve(ok(view)),
    },
    notes: { ...notes.client, ...answers.notes },
  });
  installFakeBridge(fake);
  let closed = 0;
  render(
    <MessagesProvider language="sv">
      <MeetingWorkspace
        meetingId={view.meeting.meetingId}
        onPrepare={() => undefined}
        onDigest={() => undefined}
        onClose={() => (closed += 1)}
      />
      <ToastRegion />
    </MessagesProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
  return { notes, calls: fake.calls, emit: fake.emit, answer: fake.answer, closed: () => closed };
}
