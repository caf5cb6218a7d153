import { escapeHtml } from '../html/escapeHtml.ts';
import type { AgendaItem, DocumentKind, ItemKind, Manifest, UnitBriefing, Uuid } from '../pack/manifest.ts';

/** Words of the page in its language. */
export interface AgendaPageWords {
  /** BCP 47, `sv`. */
  readonly language: string;
  readonly summons: string;
  readonly agenda: string;
  readonly briefings: string;
  readonly time: string;
  readonly place: string;
  readonly cancelled: string;
  readonly registryNumber: string;
  readonly presenter: string;
  readonly proposedDecision: string;
  readonly documents: string;
  readonly sealed: string;
  readonly members: string;
  readonly substitutes: string;
  readonly itemKinds: Readonly<Record<ItemKind, string>>;
  readonly documentKinds: Readonly<Record<DocumentKind, string>>;
  /** "Revidering 2, utgiven 24 november 2026". */
  readonly issued: string;
  /** The meeting's time in words. */
  readonly when: string;
}

type Shown = Pick<Manifest, 'issuer' | 'meeting' | 'agenda' | 'briefings' | 'pack'>;

export interface AgendaPageOptions {
  /** Where a document lies; without an address its title stands alone. */
  readonly addressOf: (documentId: Uuid) => string | null;
  readonly withRoster: boolean;
}

/**
 * Summons and agenda as one HTML page: for a tagged PDF and for the web. Headings, lists and language are marked, so
 * that a screen reader can go through it (EN 301 549 clauses 9 and 10). Holds no script and loads nothing.
 */
export function agendaPage(manifest: Shown, words: AgendaPageWords, options: AgendaPageOptions): string {
  const { meeting, issuer } = manifest;
  const title = `${words.summons}: ${meeting.title}`;
  const body = [
    `<header><p class="issuer">${escapeHtml(issuer.municipality)} · ${escapeHtml(issuer.office)}</p>`,
    `<h1>${escapeHtml(meeting.title)}</h1>`,
    meeting.state === 'cancelled'
      ? `<p class="cancelled"><strong>${escapeHtml(words.cancelled)}</strong></p>`
      : '',
    `<dl class="facts">${fact(words.time, words.when)}${fact(words.place, meeting.place)}</dl>`,
    `<p class="issued">${escapeHtml(words.issued)}</p></header>`,
    manifest.pack.note === '' ? '' : `<p class="note">${lines(manifest.pack.note)}</p>`,
    `<main><h2>${escapeHtml(words.agenda)}</h2>${itemList(manifest.agenda, words, options, 3)}`,
    manifest.briefings.length === 0 ? '' : briefingList(manifest.briefings, words, options),
    '</main>',
    options.withRoster ? rosterLists(manifest, words) : '',
  ].join('\n');
  return page(title, words.language, body);
}

const page = (title: string, language: string, body: string): string =>
  `<!doctype html>
<html lang="${escapeHtml(language)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body>
${body}
</body></html>
`;

const style = `
:root { color-scheme: light; }
body { font: 1rem/1.5 "Source Serif 4", Georgia, "Times New Roman", serif; color: #1c1b19; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, h4, .issuer, .issued, .kind { font-family: Inter, "Segoe UI", Arial, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.2rem 0 0.8rem; }
h2 { font-size: 1.2rem; margin: 1.6rem 0 0.6rem; border-bottom: 1px solid #c9c5bc; padding-bottom: 0.2rem; }
h3, h4, h5 { font-size: 1rem; margin: 0; }
.issuer, .issued, .kind, .facts dt { color: #55524b; font-size: 0.85rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 1rem; margin: 0; }
.facts dd { margin: 0; }
.cancelled { border: 2px solid #8a1f11; color: #8a1f11; padding: 0.4rem 0.8rem; }
.note { border-left: 3px solid #7a6a2f; padding-left: 0.8rem; }
ol.items { list-style: none; padding: 0; margin: 0; }
ol.items ol.items { padding-left: 1.5rem; }
ol.items > li { margin: 0 0 0.9rem; break-inside: avoid; }
ol.points { margin: 0.2rem 0 0.4rem; padding-left: 1.6rem; }
ul.documents { margin: 0.2rem 0 0; padding-left: 1.2rem; font-size: 0.92rem; }
p { margin: 0.15rem 0; }
@page { size: A4; margin: 22mm 20mm; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; } a { color: inherit; text-decoration: none; } }
`;

function itemList(
  items: readonly AgendaItem[],
  words: AgendaPageWords,
  options: AgendaPageOptions,
  level: number,
): string {
  const heading = `h${Math.min(level, 6)}`;
  const entries = items.map((item) => {
    const number = item.number === null ? '' : `${escapeHtml(item.number)} `;
    const facts = [
      item.sealed === null
        ? ''
        : `${escapeHtml(words.sealed)}${item.sealed.ground === null ? '' : ` (${escapeHtml(item.sealed.ground)})`}`,
      item.itemKind === null ? '' : escapeHtml(words.itemKinds[item.itemKind]),
      item.registryNumber === null
        ? ''
        : `${escapeHtml(words.registryNumber)} ${escapeHtml(item.registryNumber)}`,
      item.presenter === null ? '' : `${escapeHtml(words.presenter)}: ${escapeHtml(item.presenter)}`,
    ].filter((fact) => fact !== '');
    return [
      `<li><${heading}>${number}${escapeHtml(item.title)}</${heading}>`,
      facts.length === 0 ? '' : `<p class="kind">${facts.join(' · ')}</p>`,
      points(item, words),
      documentList(item, words, options),
      item.children.length === 0 ? '' : itemList(item.children, words, options, level + 1),
      '</li>',
    ].join('');
  });
  return `<ol class="items">${entries.join('\n')}</ol>`;
}

function points({ proposedDecision }: AgendaItem, words: AgendaPageWords): string {
  if (proposedDecision.length === 0) return '';
  const listed = proposedDecision.map((point) => `<li>${lines(point)}</li>`).join('');
  return `<p class="kind">${escapeHtml(words.proposedDecision)}</p><ol class="points">${listed}</ol>`;
}

function documentList(
  { documents }: AgendaItem | UnitBriefing,
  words: AgendaPageWords,
  { addressOf }: AgendaPageOptions,
): string {
  if (documents.length === 0) return '';
  const entries = documents.map(({ id, title, documentKind }) => {
    const address = addressOf(id);
    const shown =
      address === null
        ? escapeHtml(title)
        : `<a href="${escapeHtml(encodeURI(address))}">${escapeHtml(title)}</a>`;
    const kind =
      documentKind === 'other'
        ? ''
        : ` <span class="kind">${escapeHtml(words.documentKinds[documentKind])}</span>`;
    return `<li>${shown}${kind}</li>`;
  });
  return `<ul class="documents" aria-label="${escapeHtml(words.documents)}">${entries.join('')}</ul>`;
}

function briefingList(
  briefings: readonly UnitBriefing[],
  words: AgendaPageWords,
  options: AgendaPageOptions,
): string {
  const entries = briefings.map(
    (briefing) =>
      `<li><h3>${escapeHtml(briefing.unit.name)}</h3>${briefing.presenter === null ? '' : `<p class="kind">${escapeHtml(words.presenter)}: ${escapeHtml(briefing.presenter)}</p>`}${documentList(briefing, words, options)}</li>`,
  );
  return `<h2>${escapeHtml(words.briefings)}</h2><ol class="items">${entries.join('\n')}</ol>`;
}

function rosterLists({ meeting }: Shown, words: AgendaPageWords): string {
  const { roster } = meeting.body;
  if (roster === null) return '';
  const listed = (name: string, isShown: (role: string) => boolean): string => {
    const people = roster.members.filter(({ role }) => isShown(role));
    if (people.length === 0) return '';
    const entries = people.map(
      ({ name: person, party }) =>
        `<li>${escapeHtml(person)}${party === '' ? '' : ` (${escapeHtml(party)})`}</li>`,
    );
    return `<h2>${escapeHtml(name)}</h2><ul class="documents">${entries.join('')}</ul>`;
  };
  const isSubstitute = (role: string): boolean => role === 'substitute';
  return `${listed(words.members, (role) => !isSubstitute(role))}${listed(words.substitutes, isSubstitute)}`;
}

const fact = (name: string, value: string | null): string =>
  value === null || value === '' ? '' : `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`;

const lines = (value: string): string => escapeHtml(value).replaceAll('\n', '<br>');
