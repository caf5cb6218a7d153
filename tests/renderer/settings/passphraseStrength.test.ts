import { describe, expect, it } from 'vitest';
import { passphraseStrength } from '../../../renderer/features/settings/passphraseStrength.ts';

describe('the strength of a passphrase', () => {
  it.each([
    ['', 'tooShort'],
    ['kort', 'tooShort'],
    ['sommar2026', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['ko ko ko ko ko ko ko', 'weak'],
    ['Blåbärspaj!1974', 'fair'],
    ['lingon brygga norrsken tegel', 'strong'],
    ['lingon lingon lingon', 'fair'],
  ])('of "%s" is %s', (passphrase, strength) => {
    expect(passphraseStrength(passphrase)).toBe(strength);
  });
});
