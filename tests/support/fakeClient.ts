import type { Client, EventName, EventPayloads } from '../../core/contract.ts';
import { failure, ok } from '../../core/errors.ts';
import type { IdentityView } from '../../core/exchange/identityViews.ts';
import type { PeopleView } from '../../core/exchange/peopleViews.ts';
import type { LibraryView } from '../../core/library/views.ts';
import type { PlanView } from '../../core/preparation/planView.ts';
import type { AppState } from '../../core/settings/settings.ts';
import { defaultLayout } from '../../core/settings/settings.ts';
import type { Bridge } from '../../renderer/client.ts';
import { createFakeDrafts } from './fakeDrafts.ts';

export type FakeAnswers = { readonly [D in keyof Client]?: Partial<Client[D]> };

export interface FakeBridge {
  readonly bridge: Bridge;
  /** What the window asked, in order: `{ name: 'library.confirmKey', args }`. */
  readonly calls: { readonly name: string; readonly args: unknown }[];
  /** Main tells something. */
  readonly emit: <N extends EventName>(name: N, payload: EventPayloads[N]) => void;
  /** Replaces answers while running. */
  readonly answer: (answers: FakeAnswers) => void;
}

export const sampleAppState = (changes: Partial<AppState> = {}): AppState => ({
  language: 'sv',
  theme: 'system',
  layout: defaultLayout,
  version: '0.1.0',
  platform: 'linux',
  profile: { ok: true, folder: '/home/maja/.config/beredd' },
  ...changes,
});

export const sampleLibraryView = (changes: Partial<LibraryView> = {}): LibraryView => ({
  meetings: [],
  watchedFolders: [],
  notices: [],
  ...changes,
});

export const sampleIdentityView = (changes: Partial<IdentityView> = {}): IdentityView => ({
  state: 'none',
  protection: null,
  systemProtects: false,
  person: null,
  candidates: [],
  receipts: [],
  ...changes,
});

export const samplePeopleView = (changes: Partial<PeopleView> = {}): PeopleView => ({
  people: [],
  members: [],
  keys: [],
  municipality: null,
  bodies: [],
  asksPassphrase: 'new',
  ...changes,
});

export const emptyPlan = (meetingId: string): PlanView => ({
  meetingId,
  words: {},
  isReading: false,
  speed: { wordsPerMinute: 238, isByHand: false, pageCount: 0 },
  deadlines: {},
  order: [],
});

/** Main's side of the contract without main: a first start with an empty library, until told otherwise. */
function firstStart(): Client {
  let state = sampleAppState();
  const nothing = () => Promise.resolve(ok(undefined));
  const unknown = () => Promise.resolve(failure('meetingUnknown'));
  return {
    app: {
      state: () => Promise.resolve(ok(state)),
      openAgain: () => Promise.resolve(ok(state)),
      setLanguage: ({ language }) => Promise.resolve(ok((state = { ...state, language }))),
      setTheme: ({ theme }) => Promise.resolve(ok((state = { ...state, theme }))),
      setLayout: nothing,
      setTextView: ({ textView }) => Promise.resolve(ok((state = { ...state, textView }))),
      setComfort: ({ comfort }) => Promise.resolve(ok((state = { ...state, comfort }))),
      keepAwake: nothing,
      firstPageDrawn: nothing,
    },
    library: {
      view: () => Promise.resolve(ok(sampleLibraryView())),
      choosePacks: () => Promise.resolve(ok([])),
      importFiles: () => Promise.resolve(ok([])),
      cancelImport: nothing,
      confirmKey: nothing,
      answerSuccession: nothing,
      addWatchedFolder: () => Promise.resolve(ok(null)),
      removeWatchedFolder: nothing,
      scanWatchedFolders: nothing,
      dismissNotice: nothing,
    },
    meeting: {
      open: unknown,
      markSeen: unknown,
      setPlace: nothing,
      setBeside: nothing,
      setPosition: nothing,
      addSeenPages: nothing,
      setReadState: unknown,
      verify: () => Promise.resolve(ok({ damaged: [], missing: [] })),
      cancelVerify: nothing,
    },
    notes: {
      list: ({ meetingId }) =>
        Promise.resolve(ok({ meetingId, annotations: [], canUndo: false, canRedo: false, damage: null })),
      add: () => Promise.resolve(failure('meetingUnknown')),
      edit: () => Promise.resolve(failure('noteUnknown')),
      remove: nothing,
      apply: ({ acts }) => Promise.resolve(ok({ count: acts.length })),
      undo: () => Promise.resolve(ok(null)),
      redo: () => Promise.resolve(ok(null)),
    },
    placements: {
      of: ({ meetingId }) => Promise.resolve(ok({ meetingId, revision: 1, placements: {}, looking: null })),
      cancel: nothing,
    },
    revisions: {
      whatsNew: () => Promise.resolve(ok(null)),
      compare: () => Promise.resolve(failure('documentMissing')),
      cancel: nothing,
      oldDocument: () => Promise.resolve(ok(null)),
    },
    find: {
      start: nothing,
      cancel: nothing,
      lines: ({ hits }) => Promise.resolve(ok(hits.map(() => null))),
    },
    print: {
      compose: () => Promise.resolve(failure('printEmpty')),
      cancel: nothing,
      save: () => Promise.resolve(ok(null)),
      open: nothing,
      discard: nothing,
    },
    drafts: createFakeDrafts().drafts,
    issuing: {
      plan: () => Promise.resolve(failure('draftUnknown')),
      issue: () => Promise.resolve(failure('draftUnknown')),
      cancel: nothing,
      issued: () => Promise.resolve(ok([])),
      publish: () => Promise.resolve(failure('issueUnknown')),
      addPlace: () => Promise.resolve(ok(null)),
      removePlace: () => Promise.resolve(ok([])),
      reveal: nothing,
      mail: () => Promise.resolve(failure('issueUnknown')),
      saveSummons: () => Promise.resolve(ok(null)),
      saveOpenVersion: () => Promise.resolve(ok(null)),
    },
    identity: {
      view: () => Promise.resolve(ok(sampleIdentityView())),
      make: () => Promise.resolve(ok(sampleIdentityView())),
      renew: () => Promise.resolve(ok(sampleIdentityView())),
      unlock: () => Promise.resolve(ok(sampleIdentityView())),
      lock: () => Promise.resolve(ok(sampleIdentityView())),
      changePassphrase: () => Promise.resolve(ok(sampleIdentityView())),
      startAnew: () => Promise.resolve(ok(sampleIdentityView())),
      saveCard: () => Promise.resolve(ok(null)),
      exportFile: () => Promise.resolve(ok(null)),
      importFile: () => Promise.resolve(ok(null)),
      chooseLetters: () => Promise.resolve(ok([])),
      takeLetters: () => Promise.resolve(ok([])),
      receiptState: unknown,
      agreeToReceipts: unknown,
      setReceipts: () => Promise.resolve(ok(sampleIdentityView())),
      saveReceipt: () => Promise.resolve(ok(null)),
      sealedShown: nothing,
      due: () => Promise.resolve(ok([])),
      disposalPlan: unknown,
      dispose: unknown,
    },
    people: {
      view: () => Promise.resolve(ok(samplePeopleView())),
      importFiles: () => Promise.resolve(ok([])),
      choose: () => Promise.resolve(ok([])),
      confirm: () => Promise.resolve(ok(samplePeopleView())),
      link: () => Promise.resolve(ok(samplePeopleView())),
      remove: () => Promise.resolve(ok(samplePeopleView())),
      meeting: unknown,
      markSent: unknown,
      saveCsv: () => Promise.resolve(ok(null)),
      writeLetter: () => Promise.resolve(ok(null)),
      makeKey: () => Promise.resolve(ok(samplePeopleView())),
      importKey: () => Promise.resolve(ok(null)),
      removeKey: () => Promise.resolve(ok(samplePeopleView())),
      makeRoot: () => Promise.resolve(ok(null)),
      setSigners: () => Promise.resolve(ok(null)),
      replaceRoot: () => Promise.resolve(ok(null)),
      saveSuccession: () => Promise.resolve(ok(null)),
    },
    preparation: {
      saveSheet: () => Promise.resolve(ok(null)),
      saveNotes: () => Promise.resolve(ok(null)),
      saveCopies: () => Promise.resolve(ok(null)),
      saveCalendar: () => Promise.resolve(ok(null)),
      plan: ({ meetingId }) => Promise.resolve(ok(emptyPlan(meetingId))),
      setDeadline: ({ meetingId }) => Promise.resolve(ok(emptyPlan(meetingId))),
      setPlanOrder: ({ meetingId }) => Promise.resolve(ok(emptyPlan(meetingId))),
      setReadingSpeed: ({ meetingId }) => Promise.resolve(ok(emptyPlan(meetingId))),
      forgetReading: ({ meetingId }) => Promise.resolve(ok(emptyPlan(meetingId))),
      addReading: () => Promise.resolve(ok(undefined)),
      digestChoice: () => Promise.resolve(ok(null)),
      composeDigest: ({ choice }) =>
        Promise.resolve(
          ok({ document: { title: choice.title, language: choice.language, blocks: [] }, warnings: [] }),
        ),
      saveDigest: () => Promise.resolve(ok(null)),
    },
    incoming: {
      read: () => Promise.resolve(ok(null)),
    },
    links: {
      ask: () => Promise.resolve(ok('cancelled')),
    },
    backup: {
      save: () => Promise.resolve(ok(null)),
      restore: () => Promise.resolve(ok(null)),
    },
  };
}

export function createFakeBridge(answers: FakeAnswers = {}): FakeBridge {
  const calls: { name: string; args: unknown }[] = [];
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const base = firstStart();
  let current = answers;

  const domain = <D extends keyof Client>(name: D): Client[D] =>
    new Proxy(base[name], {
      get: (own, entry) => {
        const method: unknown = Reflect.get({ ...own, ...current[name] }, entry);
        if (typeof method !== 'function') return method;
        return (args: unknown): unknown => {
          calls.push({ name: `${name}.${String(entry)}`, args });
          return Reflect.apply(method, own, [args]);
        };
      },
    });

  const bridge: Bridge = {
    client: {
      app: domain('app'),
      library: domain('library'),
      meeting: domain('meeting'),
      notes: domain('notes'),
      placements: domain('placements'),
      revisions: domain('revisions'),
      find: domain('find'),
      print: domain('print'),
      drafts: domain('drafts'),
      issuing: domain('issuing'),
      identity: domain('identity'),
      people: domain('people'),
      preparation: domain('preparation'),
      incoming: domain('incoming'),
      links: domain('links'),
      backup: domain('backup'),
    },
    on: (name, listener) => {
      const heard = listeners.get(name) ?? new Set();
      listeners.set(name, heard.add(listener));
      return () => void heard.delete(listener);
    },
    pathOfDropped: (file) => `/home/maja/Hämtningar/${file.name}`,
  };
  return {
    bridge,
    calls,
    emit: (name, payload) => {
      // The listeners of a name were put there by `on`, which takes no others.
      for (const listener of listeners.get(name) ?? []) listener(payload as never);
    },
    answer: (changed) => {
      current = { ...current, ...changed };
    },
  };
}

/** Puts the fake where preload would put the bridge. */
export function installFakeBridge(fake: FakeBridge): void {
  Object.defineProperty(window, 'beredd', { value: fake.bridge, configurable: true });
}
