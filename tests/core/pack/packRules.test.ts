import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { containerRules, manifestRules, signatureRules } from '../../../core/pack/packRules.ts';

const texts = (language: string): Record<string, string> =>
  JSON.parse(
    readFileSync(new URL(`../../../assets/messages/${language}/packRules.json`, import.meta.url), 'utf8'),
  );

describe.each(['sv', 'en'])('every rule that a pack can break has its sentence in %s', (language) => {
  test('and no sentence is without its rule', () => {
    const rules = [...containerRules, ...signatureRules, ...manifestRules].map((rule) => `packRules.${rule}`);
    expect(Object.keys(texts(language)).sort()).toEqual(rules.sort());
    expect(Object.values(texts(language)).filter((text) => !text.endsWith('.'))).toEqual([]);
  });
});
