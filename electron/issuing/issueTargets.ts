import path from 'node:path';
import type { Draft } from '../../core/draft/draft.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { IssueOrder, Publication } from '../../core/issuing/issuing.ts';
import type { DurableStore } from '../storage/store.ts';
import type { IssuedRecord, IssuedRegister } from './issuedRegister.ts';
import { packFileName } from './packFileName.ts';
import type { IssuingDialogs } from './ports.ts';
import type { PublishOptions } from './publishPack.ts';
import { publishPack } from './publishPack.ts';

/** Where a pack goes. */
export interface Target {
  readonly placeId: string | null;
  readonly folder: string;
  readonly name: string;
  /** The person agreed in the system's dialog to replace what has the name. */
  readonly replaces: boolean;
}

/** From what the person ordered to folders and names. */
export class IssueTargets {
  readonly #register: DurableStore<IssuedRegister>;
  readonly #dialogs: Pick<IssuingDialogs, 'choosePackToSave'>;

  constructor(register: DurableStore<IssuedRegister>, dialogs: Pick<IssuingDialogs, 'choosePackToSave'>) {
    this.#register = register;
    this.#dialogs = dialogs;
  }

  /** Null when the person chose no file in the dialog. Fails with invalidArgument when nothing was ordered. */
  async ofOrder(draft: Draft, order: IssueOrder): Promise<Result<readonly Target[] | null>> {
    const name = packFileName(draft, order.carry);
    const places = this.#register.read().places.filter(({ id }) => order.places.includes(id));
    const targets: Target[] = places.map(({ id, folder }) => ({
      placeId: id,
      folder,
      name,
      replaces: false,
    }));
    if (order.saveAs) {
      const chosen = await this.#chosen(name);
      if (chosen === null) return ok(null);
      targets.unshift(chosen);
    }
    return targets.length === 0 ? failure('invalidArgument') : ok(targets);
  }

  /** One more place for a pack that was issued: a publication place, or where the person says (null). */
  async ofPack(record: IssuedRecord, placeId: string | null): Promise<Result<Target | null>> {
    const [known] = record.files;
    const name = known === undefined ? `${record.title}.beredd` : path.basename(known);
    if (placeId === null) return ok(await this.#chosen(name));
    const place = this.#register.read().places.find(({ id }) => id === placeId);
    return place === undefined
      ? failure('invalidArgument')
      : ok({ placeId, folder: place.folder, name, replaces: false });
  }

  async #chosen(name: string): Promise<Target | null> {
    const file = await this.#dialogs.choosePackToSave(name);
    if (file === null) return null;
    const { dir, base } = path.parse(file);
    return { placeId: null, folder: dir, name: base, replaces: true };
  }
}

/** Publishes to each target; one that fails does not keep the others from it. */
export async function publishTo(
  source: string,
  targets: readonly Target[],
  options: Pick<PublishOptions, 'signal' | 'onProgress'>,
): Promise<readonly Publication[]> {
  const publications: Publication[] = [];
  for (const { placeId, folder, name, replaces } of targets) {
    const published = await publishPack(source, folder, name, { ...options, replaces });
    publications.push({
      placeId,
      file: published.ok ? published.value.file : path.join(folder, name),
      error: published.ok ? null : published.error,
    });
  }
  return publications;
}
