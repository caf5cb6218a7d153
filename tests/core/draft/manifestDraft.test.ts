import { describe, expect, it } from 'vitest';
import { allDraftItems } from '../../../core/draft/agendaTree.ts';
import { draftFromManifest } from '../../../core/draft/draftFromManifest.ts';
import { draftPages } from '../../../core/draft/draftPages.ts';
import { draftToManifest, originalId } from '../../../core/draft/draftToManifest.ts';
import type { Draft } from '../../../core/draft/draft.ts';
import type { Manifest } from '../../../core/pack/manifest.ts';
import { packPages } from '../../../core/pack/pageNumbers.ts';
import {
  agendaDraft,
  draftId,
  sampleDocument,
  sampleDraft,
  sampleFile,
  sampleItem,
  sampleSeal,
} from '../../support/draftBuilders.ts';
import { richManifest } from '../../support/richManifest.ts';

const issued = '2026-11-25T09:00:00+01:00';
const begun = (manifest: Manifest): Draft =>
  draftFromManifest({
    manifest,
    manifestSha256: 'c'.repeat(64),
    draftId: draftId('draft', 9),
    now: 0,
    opened: new Map(),
  });

function manifestOf(draft: Draft, supplement = false) {
  const sealed = new Map(
    [...allDraftItems(draft.items), ...draft.briefings].flatMap(({ id, seal }) =>
      seal == null ? [] : [[id, { slug: seal.slug ?? 'a'.repeat(16), pageCount: 7 }] as const],
    ),
  );
  const made = draftToManifest(draft, { issued, supplement, sealed });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

describe('an issued revision as a draft and back', () => {
  const draft = begun(richManifest);
  const { manifest } = manifestOf(draft);

  it('says the same of the meeting, its items and briefings', () => {
    expect(manifest.meeting).toEqual(richManifest.meeting);
    expect(manifest.issuer).toEqual(richManifest.issuer);
    const openBriefings = ({ briefings }: Pick<Manifest, 'briefings'>) =>
      briefings.filter(({ sealed }) => sealed === null);
    expect(openBriefings(manifest)).toEqual(openBriefings(richManifest));
    expect(manifest.extensions).toEqual(richManifest.extensions);
    const open = (agenda: Manifest['agenda']): Manifest['agenda'] =>
      agenda.filter(({ sealed }) => sealed === null);
    expect(open(manifest.agenda)).toEqual(open(richManifest.agenda));
  });

  it('has sealed items and briefings openly as everyone saw them, under the slugs they had', () => {
    const sealed = ({ agenda, briefings }: Pick<Manifest, 'agenda' | 'briefings'>) =>
      [...agenda, ...briefings].flatMap((holder) =>
        holder.sealed === null ? [] : [{ ...holder, sealed: { ...holder.sealed, pageCount: 0 } }],
      );
    expect(richManifest.briefings.some((briefing) => briefing.sealed !== null)).toBe(true);
    expect(sealed(richManifest).length).toBeGreaterThan(0);
    expect(sealed(manifest)).toEqual(sealed(richManifest));
  });

  it('is the next revision of the same pack', () => {
    expect(manifest.pack).toMatchObject({
      id: richManifest.pack.id,
      revision: richManifest.pack.revision + 1,
      previous: 'c'.repeat(64),
      supplementTo: null,
      note: '',
    });
    const base = { revision: richManifest.pack.revision, manifest: 'c'.repeat(64) };
    expect(manifestOf(draft, true).manifest.pack.supplementTo).toEqual(base);
  });

  it('puts every content under one name that the pack allows', () => {
    const { contents } = manifestOf(draft);
    const names = contents.map(({ path }) => path);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names)
      expect(name).toMatch(/^docs\/[a-z0-9][a-z0-9-]{0,63}\/[a-z0-9][a-z0-9._-]{0,95}$/);
    const open = new Set(contents.map(({ sha256 }) => sha256));
    expect([...open].toSorted()).toEqual(draft.files.map(({ sha256 }) => sha256).toSorted());
  });
});

describe('a draft as a manifest', () => {
  it('has the same pack pages as the draft told, also of sealed items', () => {
    const base = agendaDraft();
    const sealed = {
      ...base,
      items: base.items.map((item, at) => (at === 1 ? { ...item, seal: sampleSeal() } : item)),
    };
    for (const draft of [base, sealed]) {
      const made = draftToManifest(draft, {
        issued,
        supplement: false,
        sealed: new Map([[draftId('item', 2), { slug: 'a'.repeat(16), pageCount: 4 }]]),
      });
      if (!made.ok) throw new Error('no manifest');
      const pages = packPages(made.value.manifest);
      const told = draftPages(draft);
      expect(pages.total).toBe(told.total);
      for (const [id, range] of pages.documents) expect(told.documents.get(id)).toEqual(range);
    }
  });

  it('says nothing openly of a sealed item but what everyone may see', () => {
    const secret = sampleItem(1, {
      title: 'Hemlig rubrik',
      number: '1',
      presenter: 'Hemlig',
      documents: [sampleDocument(1)],
      seal: sampleSeal(),
    });
    const { manifest, contents } = manifestOf(sampleDraft({ items: [secret], files: [sampleFile('1.pdf')] }));
    expect(JSON.stringify(manifest)).not.toMatch(/[Hh]emlig/);
    expect(manifest.agenda[0]?.title).toBe('Sekretessärende');
    expect(contents).toEqual([]);
  });

  it('calls an item sealed for a conflict of interest by its own title, unless another is chosen', () => {
    const item = sampleItem(1, { title: 'Taxa', seal: sampleSeal({ reason: 'conflict' }) });
    expect(manifestOf(sampleDraft({ items: [item] })).manifest.agenda[0]?.title).toBe('Taxa');
    const chosen = { ...item, seal: sampleSeal({ reason: 'conflict', publicTitle: 'Ett ärende' }) };
    expect(manifestOf(sampleDraft({ items: [chosen] })).manifest.agenda[0]?.title).toBe('Ett ärende');
  });

  it('carries the original of a converted document under an id that stays', () => {
    const original = 'd'.repeat(64);
    const file = sampleFile('1.pdf', {
      converted: { name: 'Förslag.DOCX', by: 'libreOffice', version: '24', original },
    });
    const item = sampleItem(1, { documents: [sampleDocument(1, { withOriginal: true })] });
    const { manifest, contents } = manifestOf(sampleDraft({ items: [item], files: [file] }));
    expect(manifest.agenda[0]?.documents).toMatchObject([
      { id: draftId('document', 1) },
      { id: originalId(draftId('document', 1)), sha256: original, pageCount: 0 },
    ]);
    expect(contents[1]).toMatchObject({ sha256: original, path: expect.stringMatching(/\/forslag\.docx$/) });
    const again = begun({ ...richManifest, agenda: manifest.agenda, briefings: [] });
    expect(again.items[0]?.documents.map(({ id }) => id)).toEqual(
      manifest.agenda[0]?.documents.map(({ id }) => id),
    );
  });

  it('needs a time and every file, and never leaves a sealed item out of the sealing', () => {
    const draft = agendaDraft();
    const options = { issued, supplement: false, sealed: new Map() };
    expect(draftToManifest({ ...draft, meeting: { ...draft.meeting, start: null } }, options)).toMatchObject({
      error: { code: 'draftEdit', detail: { rule: 'noStart' } },
    });
    expect(draftToManifest({ ...draft, files: [] }, options)).toMatchObject({
      error: { detail: { rule: 'fileUnknown' } },
    });
    const sealed = { ...draft, items: [sampleItem(1, { seal: sampleSeal() })] };
    expect(() => draftToManifest(sealed, options)).toThrow('not sealed');
  });
});
