import { describe, expect, test } from 'vitest';
import type { AgendaEntry, MeetingView } from '../../../core/library/views.ts';
import { canonicalJson } from '../../../core/pack/canonicalJson.ts';
import { encodeUtf8 } from '../../../core/pack/utf8.ts';
import type { SealedItem } from '../../../core/sealing/sealedItem.ts';
import { parseSealedItem, sealedItemBytes, withSealedFiles } from '../../../core/sealing/sealedItem.ts';
import { unlockedView } from '../../../core/sealing/unlockedView.ts';
import { sampleMeeting } from '../../support/libraryBuilders.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { completeItem } from '../../support/sealedPack.ts';

const slug = '0123456789abcdef';
const { item: complete } = completeItem(
  {
    title: 'Hemligt',
    documents: [
      { title: 'Ett', pageCount: 3 },
      { title: 'Två', pageCount: 2 },
    ],
  },
  1,
);
const sealedItem: SealedItem = withSealedFiles(complete, (sha256) => ({
  path: `sealed/${slug}/${sha256.slice(0, 4)}.age`,
  size: 10,
  sha256,
  mediaType: 'application/pdf',
}));
const parse = (value: unknown) => parseSealedItem(encodeUtf8(canonicalJson(value)), complete.id, slug);

describe('the content of a sealed item', () => {
  test('is read back as it was written', () => {
    expect(valueOf(parseSealedItem(sealedItemBytes(sealedItem), complete.id, slug))).toEqual(sealedItem);
  });

  test('is refused when it is another item, sealed again, or names files of another item', () => {
    expect(failureOf(parse({ ...sealedItem, id: complete.documents[0]?.id })).detail).toMatchObject({
      rule: 'other-item',
    });
    const again = { slug, reason: 'secrecy', ground: null, pageCount: 0 };
    expect(failureOf(parse({ ...sealedItem, sealed: again })).code).toBe('sealedDamaged');
    const [document] = sealedItem.documents;
    const withPath = (path: string) =>
      parse({
        ...sealedItem,
        documents: [{ ...document, sealedFile: { ...document?.sealedFile, path } }],
      });
    for (const path of ['sealed/fedcba9876543210/0001.age', `docs/${slug}/a.pdf`, `sealed/${slug}/../x`]) {
      expect(failureOf(withPath(path)).detail).toMatchObject({ rule: 'path-form' });
    }
    expect(failureOf(parse({ ...sealedItem, title: 'a\u202eb' })).detail).toMatchObject({
      rule: 'string-invisible',
    });
    expect(failureOf(parseSealedItem(encodeUtf8('{'), complete.id, slug)).code).toBe('sealedDamaged');
  });
});

describe('the view of an entitled person', () => {
  const sealed = { slug, reason: 'secrecy', ground: null, pageCount: 5 } as const;
  const face: AgendaEntry = {
    ...complete,
    conflicts: [],
    title: 'Sekretessärende',
    itemKind: null,
    documents: [],
    children: [],
    sealed,
    change: 'none',
    previousNumber: null,
    readState: 'unread',
    pageCount: 5,
    firstPackPage: 41,
  };
  const view: MeetingView = {
    meeting: sampleMeeting(),
    webcast: null,
    returnBy: null,
    eraseAfter: null,
    agenda: [face],
    briefings: [],
    lastPlace: null,
  };

  test('has the same page numbers as everybody’s, on documents and items that stay marked as sealed', () => {
    const nested = { ...sealedItem, children: [{ ...sealedItem, id: sealedItem.documents[0]?.id ?? '' }] };
    const [entry] = unlockedView(view, {
      itemOf: () => nested,
      briefingOf: () => null,
      body: { roster: null },
      stateOf: () => ({ readState: 'unread', position: null, change: 'none' }),
    }).agenda;
    const pages = (each: AgendaEntry | undefined) =>
      each?.documents.map(({ firstPackPage }) => firstPackPage);
    expect([pages(entry), pages(entry?.children[0])]).toEqual([
      [41, 44],
      [46, 49],
    ]);
    expect([entry?.sealed, entry?.children[0]?.sealed]).toEqual([sealed, sealed]);
  });

  test('is the public one where no key fits', () => {
    const shut = unlockedView(view, {
      itemOf: () => null,
      briefingOf: () => null,
      body: { roster: null },
      stateOf: () => ({ readState: 'unread', position: null, change: 'none' }),
    });
    expect(shut.agenda).toEqual([face]);
  });
});
