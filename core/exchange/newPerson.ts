import * as v from 'valibot';
import { listOf, uuid } from '../pack/manifestValues.ts';
import { shortName } from './exchangeValues.ts';

/** Who the person says to be when making an identity. `person` is the id in rosters; null when they stand in none. */
export const newPersonSchema = v.object({
  person: v.nullable(uuid),
  name: v.pipe(v.string(), v.trim(), shortName),
  bodies: v.pipe(listOf(uuid), v.maxLength(200)),
  roles: v.pipe(listOf(shortName), v.maxLength(200)),
});
export type NewPerson = v.InferOutput<typeof newPersonSchema>;
