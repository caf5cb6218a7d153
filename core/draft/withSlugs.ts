import type { Uuid } from '../pack/manifest.ts';
import { changeItems } from './agendaTree.ts';
import type { Draft } from './draft.ts';

/** The draft with the slugs its sealed items were issued under, by item id: they stay in later revisions. */
export const withSlugs = (draft: Draft, slugs: ReadonlyMap<Uuid, string>): Draft => ({
  ...draft,
  items: changeItems(draft.items, new Set(slugs.keys()), (item) => {
    const slug = slugs.get(item.id);
    return item.seal === null || slug === undefined ? item : { ...item, seal: { ...item.seal, slug } };
  }),
});
