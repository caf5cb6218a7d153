import { IntlMessageFormat } from 'intl-messageformat';
import { findDraftDocument, findDraftItem } from '../../core/draft/agendaTree.ts';
import type { Draft } from '../../core/draft/draft.ts';
import type { Finding } from '../../core/preflight/finding.ts';
import { openFindingValues } from '../../core/preflight/findingValues.ts';
import type { Language } from '../../core/settings/settings.ts';
import english from '../../assets/messages/en/preflight.json' with { type: 'json' };
import swedish from '../../assets/messages/sv/preflight.json' with { type: 'json' };
import type { CliTexts } from './cliTexts.ts';

const catalogues: Record<Language, Readonly<Record<keyof typeof swedish, string>>> = {
  sv: swedish,
  en: english,
};

export interface FindingWords {
  readonly severity: string;
  /** Item, document and page; `none` when it is the meeting's. */
  readonly where: string;
  readonly title: string;
  readonly why: string;
  readonly doThis: string;
}

/** A finding in words, for a terminal. */
export function findingWords(finding: Finding, draft: Draft, { language, text }: CliTexts): FindingWords {
  const words = (key: keyof typeof swedish, values = {}): string =>
    String(new IntlMessageFormat(catalogues[language][key], language).format(values));
  const { code, itemId, documentId, page, detail } = finding;
  const bytes = (value: string | number | undefined): string =>
    `${new Intl.NumberFormat(language).format(Math.ceil(Number(value ?? 0) / 1e6))} MB`;
  const name = detail['name'];
  const values = {
    ...openFindingValues,
    ...detail,
    size: bytes(detail['size']),
    limit: bytes(detail['limit']),
    person: name === undefined || name === '' ? words('preflight.somebody') : name,
  };
  const item = itemId === null ? undefined : findDraftItem(draft.items, itemId)?.item;
  const document = documentId === null ? undefined : findDraftDocument(draft.items, documentId)?.document;
  const where = [
    item && [item.number, item.title].filter(Boolean).join(' '),
    document?.title,
    page === null ? undefined : text('cli.packCheck.page', { page }),
  ].filter((part) => part !== undefined && part !== '');
  return {
    severity: words(`preflight.severity.${finding.severity}`),
    where: where.length === 0 ? 'none' : where.join(' › '),
    title: words(`preflight.${code}.title`, values),
    why: words(`preflight.${code}.why`, values),
    doThis: words(`preflight.${code}.doThis`, values),
  };
}
