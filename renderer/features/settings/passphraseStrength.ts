export type PassphraseStrength = 'tooShort' | 'weak' | 'fair' | 'strong';

export const shortestPassphrase = 10;

/**
 * A hint, not a lock: the file is protected by scrypt, so length and several words count, and symbols do not.
 * A passphrase that repeats few characters is weak however long it is.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const length = [...passphrase].length;
  if (length < shortestPassphrase) return 'tooShort';
  const different = new Set(passphrase).size;
  const words = passphrase.split(/[\s\-_.]+/).filter((word) => word.length >= 3);
  const differentWords = new Set(words).size;
  if (different < 6) return 'weak';
  if (differentWords >= 4 || length >= 24) return 'strong';
  return length >= 14 ? 'fair' : 'weak';
}
