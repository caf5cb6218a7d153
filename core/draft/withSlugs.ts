import type { Uuid } from '../pack/manifest.ts';
import { changeItems } from './agendaTree.ts';
import type { Draft } from './draft.ts';

/** The draft with the slugs its sealed items and briefings were issued under, by their ids: they stay in later revisions. */
export const withSlugs = (draft: Draft, slugs: ReadonlyMap<Uuid, string>): Draft => ({
  ...draft,
  items: changeItems(draft.items, new Set(slugs.keys()), (item) => {
    const slug = slugs.get(item.id);
    return item.seal === null || slug === undefined ? item : { ...item, seal: { ...item.seal, slug } };
  }),
  briefings: draft.briefings.map((briefing) => {
    const slug = slugs.get(briefing.id);
    return briefing.seal == null || slug === undefined
      ? briefing
      : { ...briefing, seal: { ...briefing.seal, slug } };
  }),
});
