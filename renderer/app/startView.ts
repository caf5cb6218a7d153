import type { StartView } from '../../core/library/startView.ts';

/** What main wrote into the page; null where there is no main that does (tests, gallery). */
export function startView(): StartView | null {
  const written = document.getElementById('start-view')?.textContent.trim() ?? '';
  if (!written.startsWith('{')) return null;
  const view: StartView = JSON.parse(written);
  return view;
}
