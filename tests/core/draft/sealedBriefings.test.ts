import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../core/draft/applyEdit.ts';
import type { Draft } from '../../../core/draft/draft.ts';
import { draftFromManifest } from '../../../core/draft/draftFromManifest.ts';
import { lockedItemOf } from '../../../core/draft/editedItems.ts';
import { putBackSealed, takeOutSealed } from '../../../core/draft/sealedParts.ts';
import type { Manifest } from '../../../core/pack/manifest.ts';
import { publicBriefing } from '../../../core/sealing/sealedBriefing.ts';
import { draftId, sampleDraft, sampleFile, sampleSeal } from '../../support/draftBuilders.ts';
import { richManifest } from '../../support/richManifest.ts';
import { completeBriefing } from '../../support/sealedPack.ts';

const secret = 'Skyddsrum saknas';
const whole = completeBriefing(secret, Buffer.from('insatsplan'));
const [plan] = whole.documents;
const file = sampleFile('insatsplan.pdf', { sha256: plan?.sha256 ?? '', size: 10, pageCount: 3 });
const seal = sampleSeal({ entitled: [draftId('person', 1)] });
const open: Draft = { ...sampleDraft(), briefings: [whole], files: [file] };

const sealed = (): Draft => {
  const edited = applyEdit(open, { do: 'setBriefingSeal', briefingId: whole.id, seal });
  if (!edited.ok) throw new Error(JSON.stringify(edited.error));
  return edited.value;
};

describe('a sealed briefing of a draft', () => {
  it('is taken out with its files before the draft is written, and put back the same', () => {
    const draft = { ...sealed(), acceptedWarnings: [`cardMissing:${whole.id}:x`, 'noPlace'] };
    const taken = takeOutSealed(draft, new Set());
    const written = JSON.stringify(taken.open);
    for (const word of [secret, 'Räddningschefen', 'Insatsplan', 'insatsplan', draftId('person', 1)])
      expect(written).not.toContain(word);
    expect(taken.open.briefings).toMatchObject([{ id: whole.id, unit: whole.unit, seal: { entitled: [] } }]);
    expect(taken.parts).toMatchObject([{ itemId: whole.id, pageCount: 3, files: [{ sha256: file.sha256 }] }]);
    const back = putBackSealed(taken.open, taken.parts);
    expect({ ...back, acceptedWarnings: [...back.acceptedWarnings].toSorted() }).toEqual({
      ...draft,
      acceptedWarnings: [...draft.acceptedWarnings].toSorted(),
    });
  });

  it('stays as it is while it is locked, and its seal cannot be changed then', () => {
    const locked = takeOutSealed(sealed(), new Set()).open;
    expect(takeOutSealed(locked, new Set([whole.id])).parts).toEqual([]);
    const edit = { do: 'setBriefingSeal', briefingId: whole.id, seal: null } as const;
    expect(lockedItemOf(edit, new Set([whole.id]))).toBe(whole.id);
    expect(applyEdit(open, { ...edit, briefingId: draftId('item', 9) }).ok).toBe(false);
  });

  it('comes back whole from an issued revision that could be opened, and shut from one that could not', () => {
    const slug = '0123456789abcdef';
    const face = publicBriefing(whole, { slug, reason: 'secrecy', ground: null, pageCount: 3 });
    const manifest: Manifest = { ...richManifest, briefings: [face] };
    const begin = (opened: Parameters<typeof draftFromManifest>[0]['opened']) =>
      draftFromManifest({
        manifest,
        manifestSha256: 'c'.repeat(64),
        draftId: draftId('draft', 9),
        now: 0,
        opened,
      });
    const entitled = [draftId('person', 1)];
    const content = { type: 'briefing', briefing: whole } as const;
    const opened = begin(new Map([[whole.id, { content, files: [file], entitled }]]));
    expect(opened.briefings).toEqual([
      { ...whole, seal: { slug, reason: 'secrecy', ground: null, publicTitle: null, entitled } },
    ]);
    expect(opened.unopened ?? []).not.toContain(whole.id);
    const shut = begin(new Map());
    expect(shut.briefings).toMatchObject([{ id: whole.id, sections: [], sealed: null, seal: { slug } }]);
    expect(shut.unopened).toContain(whole.id);
  });
});
