import { findDraftDocument, findDraftItem } from '../../../../core/draft/agendaTree.ts';
import type { Draft } from '../../../../core/draft/draft.ts';
import type { Finding } from '../../../../core/preflight/finding.ts';
import { openFindingValues } from '../../../../core/preflight/findingValues.ts';
import type { Messages } from '../../../ui/messages.tsx';
import { personName, rosterOf } from '../item/personName.ts';

export interface FindingWords {
  /** What is the matter. */
  readonly what: string;
  /** Item, document, page and person; empty when it is the meeting's. */
  readonly where: string;
  /** Why it matters and what to do. */
  readonly mend: string;
}

/** A finding as people read it. */
export function findingWords(finding: Finding, draft: Draft, messages: Messages): FindingWords {
  const { t } = messages;
  const { itemId, documentId, page } = finding;
  const item = itemId === null ? undefined : findDraftItem(draft.items, itemId)?.item;
  const briefing = item === undefined ? draft.briefings.find(({ id }) => id === itemId) : undefined;
  const document = documentId === null ? undefined : findDraftDocument(draft.items, documentId)?.document;
  const person = rosterOf(draft.meeting).find(({ id }) => id === finding.person);
  const values = {
    ...openFindingValues,
    ...readable(finding.detail, messages),
    person: person === undefined ? t('secretary.unknownPerson') : personName(person),
  };
  const where = [
    person !== undefined && personName(person),
    item !== undefined && [item.number, item.title].filter(Boolean).join(' '),
    briefing !== undefined && briefing.unit.name,
    document !== undefined && document.title,
    page !== null && t('secretary.finding.page', { page }),
  ];
  return {
    what: t(`preflight.${finding.code}.title`, values),
    where: where.filter((part) => typeof part === 'string' && part !== '').join(' › '),
    mend: `${t(`preflight.${finding.code}.why`, values)} ${t(`preflight.${finding.code}.doThis`, values)}`,
  };
}

/** Dates and sizes of a finding, as they are read. */
function readable(
  detail: Finding['detail'],
  { formatDate, formatFileSize }: Messages,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => {
      if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value))
        return [name, formatDate(value, 'short')];
      if (typeof value === 'number' && (name === 'size' || name === 'limit'))
        return [name, formatFileSize(value)];
      return [name, value];
    }),
  );
}
