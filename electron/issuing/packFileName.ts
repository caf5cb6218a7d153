import type { Draft } from '../../core/draft/draft.ts';
import { savableWords } from '../../core/files/savableName.ts';

const endings = { full: '', supplement: ' komplettering' } as const;

/** `Kommunstyrelsen 2026-12-01 rev 2 komplettering.beredd`: sorted by body and day, and telling which is newer. */
export function packFileName(draft: Pick<Draft, 'meeting' | 'base'>, carry: 'full' | 'supplement'): string {
  const { body, start, title } = draft.meeting;
  const stem = savableWords(body.name === '' ? title : body.name, 80);
  const day = start === null ? '' : ` ${start.slice(0, 10)}`;
  return `${stem === '' ? 'Beredd' : stem}${day} rev ${(draft.base?.revision ?? 0) + 1}${endings[carry]}.beredd`;
}
