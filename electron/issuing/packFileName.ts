import type { Draft } from '../../core/draft/draft.ts';

// Characters that Windows refuses in names, and all controls.
const refused = /[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu;
const endings = { full: '', supplement: ' komplettering' } as const;

/** `Kommunstyrelsen 2026-12-01 rev 2 komplettering.beredd`: sorted by body and day, and telling which is newer. */
export function packFileName(draft: Pick<Draft, 'meeting' | 'base'>, carry: 'full' | 'supplement'): string {
  const { body, start, title } = draft.meeting;
  const name = (body.name === '' ? title : body.name).replace(refused, ' ').replace(/\s+/g, ' ').trim();
  const day = start === null ? '' : ` ${start.slice(0, 10)}`;
  const stem = name.replace(/^\.+|[. ]+$/g, '').slice(0, 80);
  return `${stem === '' ? 'Beredd' : stem}${day} rev ${(draft.base?.revision ?? 0) + 1}${endings[carry]}.beredd`;
}
