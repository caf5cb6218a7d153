import { createHash } from 'node:crypto';
import { keyWords, parseKeyWordList } from '../../core/pack/keyWords.ts';
import { parsePublicKeyLine } from '../../core/pack/minisign.ts';
import wordListText from '../../assets/words-sv.txt?raw';

const wordList = parseKeyWordList(wordListText);

/** The six words to compare for a minisign public key line. Throws when it is none. */
export function wordsOfKey(keyLine: string): readonly string[] {
  const key = parsePublicKeyLine(keyLine);
  if (key === null) throw new Error('not a minisign public key line');
  return keyWords(createHash('sha256').update(key.key).digest(), wordList);
}
