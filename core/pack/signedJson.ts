import * as v from 'valibot';
import type { Result } from '../errors.ts';
import { ok } from '../errors.ts';
import type { ManifestRule } from './packRules.ts';
import { manifestFailure, manifestRules } from './packRules.ts';

const isManifestRule = (message: string): message is ManifestRule =>
  manifestRules.some((rule) => rule === message);

/**
 * Checks a value against a schema whose messages are rule names. Fails with packManifest naming the rule and the way
 * to the first value that breaks one.
 */
export function checkShape<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Result<T> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  const rule = isManifestRule(issue.message) ? issue.message : 'kind-of-value';
  return manifestFailure(rule, v.getDotPath(issue) ?? '');
}
