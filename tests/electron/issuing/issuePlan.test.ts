import { expect, test } from 'vitest';
import type { Draft } from '../../../core/draft/draft.ts';
import { issuePlan } from '../../../electron/issuing/issuePlan.ts';
import { sampleDraft, sampleFile } from '../../support/draftBuilders.ts';
import { itemWith, sealed } from './issuingScene.ts';

const [plan, secret] = [
  sampleFile('plan.pdf', { sha256: 'a'.repeat(64), size: 1000 }),
  sampleFile('hemligt.pdf', { sha256: 'b'.repeat(64), size: 500 }),
];
const base = { revision: 1, manifestSha256: 'c'.repeat(64), issued: '2026-11-20T08:00:00+01:00' };
const draft: Draft = {
  ...sampleDraft(),
  base,
  items: [itemWith(1, plan), itemWith(2, secret, { seal: sealed }), itemWith(3, secret)],
  files: [plan, secret],
};
const planOf = (of: Draft, sealedBefore: ReadonlyMap<string, ReadonlySet<string>>) =>
  issuePlan({
    draft: of,
    findings: [],
    keys: [],
    lastKeyId: null,
    places: [],
    baseContents: new Set([plan.sha256, secret.sha256]),
    sealedBefore,
    withoutCard: [],
  });
const sizes = (sealedBefore: ReadonlyMap<string, ReadonlySet<string>>) => {
  const { full, supplement, sealedItemCount } = planOf(draft, sealedBefore);
  return { full: full.bytes, supplement: supplement?.bytes, sealedItemCount };
};

test('a supplement counts what is sealed for the first time, though the same document went out openly', () => {
  expect(sizes(new Map())).toEqual({ full: 2000, supplement: 500, sealedItemCount: 1 });
  const id = draft.items[1]?.id ?? '';
  expect(sizes(new Map([[id, new Set([secret.sha256])]]))).toMatchObject({ full: 2000, supplement: 0 });
});

test('documents are counted, not files: two may be pages of one, whose bytes count once', () => {
  const merged: Draft = { ...draft, items: [itemWith(1, plan), itemWith(2, plan)] };
  expect(planOf(merged, new Map()).full).toEqual({ bytes: 1000, documents: 2 });
});
