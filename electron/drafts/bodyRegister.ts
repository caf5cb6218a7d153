import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import type { Uuid } from '../../core/pack/manifest.ts';
import type { BodySettings, DraftBodyEntry, DraftTemplate } from '../../core/draft/draftViews.ts';
import { draftBodyEntrySchema } from '../../core/draft/draftViews.ts';
import { withCleanTexts } from '../../core/draft/cleanText.ts';
import { openStore } from '../storage/store.ts';

const registerSchema = v.object({ bodies: v.array(draftBodyEntrySchema) });
type Register = v.InferOutput<typeof registerSchema>;

/** The bodies that this office makes packs for, with their rules and templates: `bodies.json`. */
export interface BodyRegister {
  readonly all: () => readonly DraftBodyEntry[];
  readonly find: (bodyId: Uuid) => DraftBodyEntry | null;
  /** Adds the body or changes it; its templates stay. */
  readonly save: (
    body: DraftBodyEntry['body'],
    settings: BodySettings,
  ) => Promise<Result<readonly DraftBodyEntry[]>>;
  /** Adds those that are not here; the others stay as they are. */
  readonly add: (bodies: readonly DraftBodyEntry[]) => Promise<Result<readonly DraftBodyEntry[]>>;
  readonly remove: (bodyId: Uuid) => Promise<Result<readonly DraftBodyEntry[]>>;
  /** Keeps the template, in place of one of the same name. A body that is not there is added with `settings`. */
  readonly saveTemplate: (
    body: DraftBodyEntry['body'],
    settings: BodySettings,
    template: DraftTemplate,
  ) => Promise<Result<readonly DraftBodyEntry[]>>;
  readonly removeTemplate: (bodyId: Uuid, templateId: Uuid) => Promise<Result<readonly DraftBodyEntry[]>>;
  /** Full paths of damaged files that were set aside. */
  readonly setAside: readonly string[];
  readonly flush: () => Promise<void>;
}

/** Fails as `openStore` does. A register that cannot be read is set aside: bodies are made again from drafts and packs. */
export async function openBodyRegister(file: string, now: () => number): Promise<Result<BodyRegister>> {
  const store = await openStore<Register>({
    file,
    kind: 'bodies',
    version: 1,
    schema: registerSchema,
    initial: { bodies: [] },
    whenUnreadable: 'setAside',
    now,
  });
  if (!store.ok) return store;
  const { read, update, flush, report } = store.value;
  const change = async (
    by: (bodies: readonly DraftBodyEntry[]) => readonly DraftBodyEntry[],
  ): Promise<Result<readonly DraftBodyEntry[]>> => {
    const saved = await update(({ bodies }) => ({ bodies: [...by(bodies)] }));
    return saved.ok ? ok(saved.value.bodies) : saved;
  };
  return ok({
    all: () => read().bodies,
    find: (bodyId) => read().bodies.find(({ body }) => body.id === bodyId) ?? null,
    save: (body, settings) =>
      change((bodies) =>
        withEntry(bodies, withCleanTexts({ body, settings, templates: templatesOf(bodies, body.id) })),
      ),
    add: (added) =>
      change((bodies) => [
        ...bodies,
        ...added.filter(({ body }) => !bodies.some((here) => here.body.id === body.id)),
      ]),
    remove: (bodyId) => change((bodies) => bodies.filter(({ body }) => body.id !== bodyId)),
    saveTemplate: (body, settings, template) =>
      change((bodies) => {
        const known = bodies.find((entry) => entry.body.id === body.id);
        const others = templatesOf(bodies, body.id).filter(({ name }) => name !== template.name);
        const entry = known ?? { body, settings, templates: [] };
        return withEntry(bodies, { ...entry, templates: [...others, template] });
      }),
    removeTemplate: (bodyId, templateId) =>
      change((bodies) =>
        bodies.map((entry) =>
          entry.body.id === bodyId
            ? { ...entry, templates: entry.templates.filter(({ id }) => id !== templateId) }
            : entry,
        ),
      ),
    setAside: report.setAside,
    flush,
  });
}

const templatesOf = (bodies: readonly DraftBodyEntry[], bodyId: Uuid): DraftTemplate[] =>
  bodies.find(({ body }) => body.id === bodyId)?.templates ?? [];

function withEntry(bodies: readonly DraftBodyEntry[], entry: DraftBodyEntry): readonly DraftBodyEntry[] {
  const isKnown = bodies.some(({ body }) => body.id === entry.body.id);
  if (!isKnown) return [...bodies, entry];
  return bodies.map((each) => (each.body.id === entry.body.id ? entry : each));
}
