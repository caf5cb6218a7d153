import type { BereddError } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { LibraryView } from '../../core/library/views.ts';
import type { AppState } from '../../core/settings/settings.ts';
import type { FakeAnswers, FakeBridge } from '../../tests/support/fakeClient.ts';
import { sampleLibraryView } from '../../tests/support/fakeClient.ts';
import { sampleIssuer, sampleMeeting, sampleOutcome, testId } from '../../tests/support/libraryBuilders.ts';
import { createFakeDrafts } from '../../tests/support/fakeDrafts.ts';
import { sampleBody, sampleDraft } from '../../tests/renderer/secretary/secretaryBuilders.ts';
import { go } from '../app/appStore.ts';
import { fullLibrary, noticedLibrary, overlongLibrary } from './sampleLibraries.ts';

export interface Scene {
  readonly name: string;
  readonly state?: Partial<AppState>;
  readonly answers?: FakeAnswers;
  /** What happens once the window stands. */
  readonly play?: (fake: FakeBridge) => void;
}

const never = <T>(): Promise<T> => new Promise(() => {});
const library = (view: LibraryView): FakeAnswers => ({
  library: { view: () => Promise.resolve(ok(view)) },
  meeting: {
    verify: () =>
      new Promise((resolve) => setTimeout(() => resolve(ok({ damaged: [], missing: ['Bilaga 3'] })), 1500)),
  },
});
const refused = (error: BereddError) =>
  ({ file: error.file ?? 'fil', result: { kind: 'refused', error } }) as const;
const stranger = sampleIssuer({ keyState: 'notConfirmed', confirmedAt: null, key: 'RWfirst' });
const firstPack = sampleMeeting({ issuer: stranger, lastOpenedAt: null, noteCount: 0, revision: 1 });

export const scenes: readonly Scene[] = [
  { name: 'library-full', answers: library(fullLibrary) },
  { name: 'library-empty' },
  { name: 'library-loading', answers: { library: { view: never } } },
  {
    name: 'library-failing',
    answers: { library: { view: () => Promise.resolve(failure('diskDenied', { file: 'library.json' })) } },
  },
  { name: 'library-overlong', answers: library(overlongLibrary) },
  { name: 'library-notices', answers: library(noticedLibrary) },
  { name: 'drafts-empty', play: () => go({ name: 'drafts' }) },
  {
    name: 'drafts-loading',
    answers: { drafts: { list: never } },
    play: () => go({ name: 'drafts' }),
  },
  {
    name: 'drafts-list',
    answers: { drafts: createFakeDrafts([sampleDraft()], [sampleBody]).drafts },
    play: () => go({ name: 'drafts' }),
  },
  {
    name: 'draft-editor',
    answers: { drafts: createFakeDrafts([sampleDraft()], [sampleBody]).drafts },
    play: () => go({ name: 'draft', draftId: sampleDraft().id }),
  },
  {
    name: 'bodies',
    answers: { drafts: createFakeDrafts([], [sampleBody]).drafts },
    play: () => go({ name: 'bodies', bodyId: sampleBody.body.id }),
  },
  { name: 'settings', answers: library(fullLibrary), play: () => go({ name: 'settings' }) },
  { name: 'settings-empty', play: () => go({ name: 'settings' }) },
  {
    name: 'profile-refused',
    state: {
      profile: {
        ok: false,
        error: { code: 'profileLocked', file: '/home/maja/.config/beredd', detail: { pid: 4711 } },
      },
    },
  },
  {
    name: 'import-running',
    answers: library(fullLibrary),
    play: ({ emit }) => {
      const progress = {
        job: 'a',
        file: 'ks-2026-12-02.beredd',
        bytesDone: 61_000_000,
        bytesTotal: 148_000_000,
      };
      emit('library.importProgress', { ...progress, phase: 'verifying' });
      emit('library.importProgress', {
        ...progress,
        job: 'b',
        file: 'bun.beredd',
        phase: 'opening',
        bytesTotal: 0,
      });
    },
  },
  {
    name: 'import-toast',
    answers: library(fullLibrary),
    play: ({ emit }) =>
      emit('library.imported', {
        byWatchedFolder: true,
        outcomes: [sampleOutcome({ kind: 'updated', revision: 2 })],
      }),
  },
  {
    name: 'import-results',
    answers: library(fullLibrary),
    play: ({ emit }) =>
      emit('library.imported', {
        byWatchedFolder: false,
        outcomes: [
          sampleOutcome({ kind: 'updated', revision: 2 }),
          sampleOutcome({ kind: 'known' }, 'ks-kopia.beredd'),
          sampleOutcome({ kind: 'keptApart', title: 'Kommunfullmäktiges sammanträde' }, 'kf.beredd'),
          refused({ code: 'packIsHtml', file: 'Logga in.beredd' }),
          refused({
            code: 'packContainer',
            file: 'omzippad.beredd',
            detail: { rule: 'method', entry: 'docs/01/a.pdf' },
          }),
        ],
      }),
  },
  {
    name: 'compare-words',
    answers: library(sampleLibraryView({ meetings: [firstPack] })),
    play: ({ emit }) =>
      emit('library.imported', { byWatchedFolder: false, outcomes: [sampleOutcome({ issuer: stranger })] }),
  },
  {
    name: 'bug',
    answers: library(fullLibrary),
    play: () => go({ name: 'meeting', meetingId: testId(1) }),
  },
];
