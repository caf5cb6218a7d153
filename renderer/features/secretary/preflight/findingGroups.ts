import type { Finding } from '../../../../core/preflight/finding.ts';
import type { FindingWords } from './findingWords.ts';

export interface WordedFinding {
  readonly finding: Finding;
  readonly words: FindingWords;
}

/** Findings that say the same of several places. */
export interface FindingGroup {
  readonly key: string;
  readonly words: FindingWords;
  readonly findings: readonly WordedFinding[];
}

/** What is said of many items is said once, with its places; in the order in which each is first said. */
export function findingGroups(worded: readonly WordedFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, WordedFinding[]>();
  for (const one of worded) {
    // Each person is a place of the same thing.
    const said = one.finding.person === null ? one.words.what : '';
    const key = `${one.finding.code} ${said} ${one.words.mend}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].flatMap(([key, findings]) => {
    const [first] = findings;
    return first === undefined ? [] : [{ key, words: first.words, findings }];
  });
}
