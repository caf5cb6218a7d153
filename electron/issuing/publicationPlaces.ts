import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import type { PublicationPlace } from '../../core/issuing/issuing.ts';
import type { DurableStore } from '../storage/store.ts';
import type { IssuedRegister } from './issuedRegister.ts';

/** Folders that packs are published to, with whether they can be written to now. */
export class PublicationPlaces {
  readonly #register: DurableStore<IssuedRegister>;

  constructor(register: DurableStore<IssuedRegister>) {
    this.#register = register;
  }

  async list(): Promise<readonly PublicationPlace[]> {
    const { places } = this.#register.read();
    return await Promise.all(
      places.map(async ({ id, folder }) => ({ id, folder, state: await stateOf(folder) })),
    );
  }

  async add(folder: string): Promise<Result<readonly PublicationPlace[]>> {
    const saved = await this.#register.update((register) =>
      register.places.some((place) => place.folder === folder)
        ? register
        : { ...register, places: [...register.places, { id: randomUUID(), folder }] },
    );
    return saved.ok ? ok(await this.list()) : saved;
  }

  async remove(placeId: string): Promise<Result<readonly PublicationPlace[]>> {
    const saved = await this.#register.update((register) => ({
      ...register,
      places: register.places.filter(({ id }) => id !== placeId),
    }));
    return saved.ok ? ok(await this.list()) : saved;
  }
}

async function stateOf(folder: string): Promise<PublicationPlace['state']> {
  const isThere = await fs.stat(folder).then(
    (stat) => stat.isDirectory(),
    () => false,
  );
  if (!isThere) return 'gone';
  return await fs.access(folder, fs.constants.W_OK).then(
    () => 'ready' as const,
    () => 'readOnly' as const,
  );
}
