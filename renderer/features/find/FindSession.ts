import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { Client } from '../../../core/contract.ts';
import { queryFrom } from '../../../core/find/findInText.ts';
import type { Found } from '../../../core/find/found.ts';
import { maxWords } from '../../../core/find/found.ts';
import type { FindGroup } from '../../../core/find/meetingParts.ts';
import { findGroups } from '../../../core/find/meetingParts.ts';
import type { DocumentEntry, MeetingView, ReadingPlace } from '../../../core/library/views.ts';
import type { TextRange } from '../../../core/text/textRanges.ts';
import { initialFind, isTroubled } from './findState.ts';
import type { FindState } from './findState.ts';
import { HitList } from './HitList.ts';
import type { Hit, HitPlace } from './HitList.ts';

/** After the last key before the search begins. */
const pauseMs = 120;

/** What is searched, and where the reader is. */
export interface FindSurroundings {
  readonly view: MeetingView;
  readonly notes: readonly Annotation[];
  readonly place: ReadingPlace;
}

export interface FindParts {
  readonly meetingId: string;
  readonly client: Pick<Client, 'find'>;
  readonly newId: () => string;
  /** The document's own page that is in view. */
  readonly pageInView: (documentId: string) => number;
  /** Goes to a hit. `isTyping`: the person is still writing in the field. */
  readonly onGo: (hit: Hit, isTyping: boolean) => void;
}

interface Anchor {
  readonly documentId: string;
  readonly page: number;
  readonly start: number;
}

type Choice = Partial<Pick<FindState, 'words' | 'matchesCase' | 'wholeWords' | 'scope'>>;

/** Searching in one open meeting: what is asked, what is found so far, and which hit one is at. */
export class FindSession {
  readonly store: StoreApi<FindState> = createStore(() => initialFind);
  readonly #parts: FindParts;
  #surroundings: FindSurroundings | null = null;
  #search: string | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Which first hit is to be come to by itself: one in what is open, any, or the one that one was at. */
  #showsFirst: 'here' | 'anywhere' | 'same' | null = null;
  #searchedKey = '';
  /** Where looking for the first hit begins: the hit one was at, else the page in view. */
  #anchor: Anchor | null = null;

  constructor(parts: FindParts) {
    this.#parts = parts;
  }

  /** The meeting, its notes or the place that is open changed: what is searched may be something else now. */
  surround(surroundings: FindSurroundings): void {
    this.#surroundings = surroundings;
    const { isOpen, phase } = this.store.getState();
    if (!isOpen || phase === 'nothing' || phase === 'waiting') return;
    if (keyOf(this.#groups()) !== this.#searchedKey) this.#begin('again');
  }

  open(): void {
    const { isOpen } = this.store.getState();
    this.store.setState((state) => ({ isOpen: true, focusRequest: state.focusRequest + 1 }));
    if (isOpen) return;
    this.#readAhead();
    this.#begin('again');
  }

  close(): void {
    this.#stop();
    this.store.setState((state) => ({
      isOpen: false,
      phase: 'nothing',
      hits: new HitList([], null),
      version: state.version + 1,
      current: null,
      error: null,
    }));
  }

  /** Other words, or the same looked for in another way or elsewhere. */
  choose(choice: Choice): void {
    const words = choice.words?.slice(0, maxWords);
    this.store.setState({ ...choice, ...(words === undefined ? {} : { words }), phase: 'waiting' });
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#begin('new'), choice.words === undefined ? 0 : pauseMs);
  }

  /** Asks for the same once more after it could not be searched. */
  tryAgain(): void {
    this.#begin('again');
  }

  readonly found = (found: Found): void => {
    if (found.search !== this.#search) return;
    const { hits, troubled } = this.store.getState();
    const list = found.isFirst ? this.#newList() : hits;
    const documents = list.documents();
    const news = found.documents.filter(isTroubled).flatMap((report) => {
      const document = documents[report.index];
      return document ? [{ ...report, document }] : [];
    });
    list.add(found.hits);
    this.store.setState((state) => ({
      hits: list,
      version: state.version + 1,
      phase: found.isDone ? 'done' : 'searching',
      pagesRead: found.pagesRead,
      pagesTotal: found.pagesTotal,
      isCut: found.isCut,
      troubled: [...(found.isFirst ? [] : troubled), ...news].toSorted((a, b) => a.index - b.index),
    }));
    this.#settle(found);
  };

  /** To the next hit, or the one before; after the last comes the first. */
  step(step: 1 | -1): void {
    const { hits, current, phase } = this.store.getState();
    if (phase === 'waiting' || (phase === 'searching' && hits.total === 0)) {
      // Asked for before there is anything: it comes with the first hit.
      if (phase === 'waiting') this.#begin('new');
      this.#showsFirst = 'anywhere';
      return;
    }
    const { total } = hits;
    if (total === 0) return;
    if (current !== null) {
      const number = (hits.numberOf(current.place) + step + total) % total;
      return this.#go(hits.numbered(number), false);
    }
    const from = this.#fromHere(hits) ?? hits.numbered(0);
    if (from === null || step === 1) return this.#go(from, false);
    this.#go(hits.numbered((hits.numberOf(from) - 1 + total) % total), false);
  }

  goTo(hit: Hit): void {
    this.#go(hit.place, false);
  }

  /** For the reader: the hits on a page; the same list as long as they are the same. */
  readonly hitsOn = (documentId: string, page: number): readonly TextRange[] =>
    this.store.getState().hits.onPage(documentId, page);

  readonly currentOn = (documentId: string, page: number): TextRange | null => {
    const { current } = this.store.getState();
    if (current?.part.type !== 'document') return null;
    return current.part.document.id === documentId && current.page === page ? current.range : null;
  };

  readonly subscribe = (listener: () => void): (() => void) => this.store.subscribe(listener);

  #groups(): readonly FindGroup[] {
    if (this.#surroundings === null) return [];
    const { view, notes, place } = this.#surroundings;
    return findGroups(view, notes, this.store.getState().scope, place);
  }

  #newList(): HitList {
    const { words, matchesCase, wholeWords } = this.store.getState();
    return new HitList(this.#groups(), queryFrom(words, { matchesCase, wholeWords }));
  }

  /** `again`: the same words; the hit one is at stays. */
  #begin(why: 'new' | 'again'): void {
    this.#stop();
    const { words, matchesCase, wholeWords, current } = this.store.getState();
    this.#anchor = this.#anchorAt(current);
    this.#showsFirst = why === 'new' ? 'here' : current === null ? null : 'same';
    const hits = this.#newList();
    this.#searchedKey = keyOf(hits.groups);
    const isAsking = queryFrom(words, { matchesCase, wholeWords }) !== null && this.store.getState().isOpen;
    const documents = hits.documents();
    this.store.setState((state) => ({
      // What was found before stays in view until there is something newer, so that nothing flickers.
      ...(isAsking && documents.length > 0 ? {} : { hits, version: state.version + 1, troubled: [] }),
      phase: !isAsking ? 'nothing' : documents.length > 0 ? 'searching' : 'done',
      current: null,
      pagesRead: 0,
      pagesTotal: 0,
      isCut: false,
      error: null,
    }));
    if (isAsking && documents.length > 0) void this.#ask(hits, { words, matchesCase, wholeWords });
  }

  async #ask(
    hits: HitList,
    words: { readonly words: string; readonly matchesCase: boolean; readonly wholeWords: boolean },
  ): Promise<void> {
    const search = this.#parts.newId();
    this.#search = search;
    const documents = hits.documents().map(({ id }) => id);
    const startAt = Math.max(0, documents.indexOf(this.#anchor?.documentId ?? ''));
    const { meetingId, client } = this.#parts;
    const asked = await client.find.start({ search, meetingId, words, documents, startAt });
    if (asked.ok || this.#search !== search) return;
    this.store.setState((state) => ({ error: asked.error, phase: 'done', hits, version: state.version + 1 }));
  }

  /** The meeting's text is read while the person still writes. */
  #readAhead(): void {
    if (this.#surroundings === null) return;
    const { view, notes, place } = this.#surroundings;
    const documents = findGroups(view, notes, 'meeting', place).flatMap(documentsIn);
    const { meetingId, client, newId } = this.#parts;
    const startAt = Math.max(
      0,
      documents.findIndex(({ id }) => id === place.documentId),
    );
    void client.find.start({
      search: newId(),
      meetingId,
      words: null,
      documents: documents.map(({ id }) => id),
      startAt,
    });
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#search !== null) void this.#parts.client.find.cancel({ search: this.#search });
    this.#search = null;
  }

  #anchorAt(current: Hit | null): Anchor | null {
    if (current?.part.type === 'document' && current.page !== null)
      return { documentId: current.part.document.id, page: current.page, start: current.range.start };
    const documentId = this.#surroundings?.place.documentId ?? null;
    return documentId === null ? null : { documentId, page: this.#parts.pageInView(documentId), start: 0 };
  }

  #fromHere(hits: HitList): HitPlace | null {
    const { documentId, page, start } = this.#anchor ?? { documentId: '', page: 1, start: 0 };
    return hits.from(documentId, page, start);
  }

  /** While writing, the first hit from where one is comes into view, as long as it is among what is open. */
  #settle(found: Found): void {
    const wanted = this.#showsFirst;
    if (wanted === null) return;
    const { hits } = this.store.getState();
    const place = this.#fromHere(hits) ?? (found.isDone ? hits.numbered(0) : null);
    const hit = place && hits.at(place);
    if (found.isDone) this.#showsFirst = null;
    if (!hit) return;
    const isInDocument = hit.part.type === 'document' && hit.part.document.id === this.#anchor?.documentId;
    if (wanted === 'same') {
      if (isInDocument && hit.page === this.#anchor?.page && hit.range.start === this.#anchor?.start)
        this.store.setState({ current: hit });
    } else if (isInDocument || (found.isDone && (wanted === 'anywhere' || this.#isOpenHere(hit))))
      this.#go(hit.place, wanted === 'here');
  }

  #isOpenHere({ group, part }: Hit): boolean {
    const place = this.#surroundings?.place;
    const { heading } = group;
    if (part.type !== 'document') return false;
    return heading.type === 'item'
      ? heading.item === place?.itemId
      : heading.type === 'briefing' && heading.briefing === place?.briefingId;
  }

  #go(place: HitPlace | null, isTyping: boolean): void {
    const hit = place && this.store.getState().hits.at(place);
    if (!hit) return;
    this.#showsFirst = null;
    this.store.setState({ current: hit });
    this.#parts.onGo(hit, isTyping);
  }
}

const documentsIn = ({ parts }: FindGroup): readonly DocumentEntry[] =>
  parts.flatMap((part) => (part.type === 'document' ? [part.document] : []));

/** The same as long as the same is searched. */
const keyOf = (groups: readonly FindGroup[]): string =>
  JSON.stringify(
    groups.map(({ parts }) =>
      parts.map((part) =>
        part.type === 'document'
          ? [part.document.id, part.document.sha256, part.document.available]
          : part.text,
      ),
    ),
  );
