import { useMemo } from 'react';
import type {
  AgendaEntry,
  BriefingEntry,
  Change,
  DocumentEntry,
  ReadState,
} from '../../../core/library/views.ts';
import type { Messages } from '../../ui/messages.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { begunProgress } from './ProgressLine.tsx';
import { packPages } from './packPages.ts';

/** Sentences about items, briefings and documents; what a sighted person sees in a row is also said in words. */
export interface AgendaWords {
  readonly minutes: (minutes: number) => string;
  readonly change: (change: Change, previousNumber: string | null) => string | null;
  readonly itemLabel: (entry: AgendaEntry, noteCount: number, clock: string | null) => string;
  readonly briefingLabel: (entry: BriefingEntry, noteCount: number) => string;
  readonly documentLabel: (entry: DocumentEntry) => string;
  readonly pages: (entry: DocumentEntry) => string | null;
}

const sentence = (parts: readonly (string | null | false)[]): string =>
  parts.filter((part): part is string => typeof part === 'string' && part !== '').join('. ');

export function useAgendaWords(): AgendaWords {
  const messages = useMessages();
  return useMemo(() => agendaWords(messages), [messages]);
}

function agendaWords({ t, formatTime }: Messages): AgendaWords {
  const minutes = (count: number): string =>
    count < 60
      ? t('agenda.minutes', { count })
      : t('agenda.hours', { hours: Math.floor(count / 60), minutes: count % 60 });
  const change = (kind: Change, previousNumber: string | null): string | null => {
    if (kind === 'none') return null;
    if (kind === 'moved' && previousNumber !== null)
      return t('agenda.change.movedFrom', { number: previousNumber });
    return t(`agenda.change.${kind}`);
  };
  const pages = (entry: DocumentEntry): string | null => {
    const range = packPages(entry);
    if (range === null) return null;
    return range.from === range.to ? t('agenda.page', { page: range.from }) : t('agenda.pages', { ...range });
  };
  const read = (state: ReadState, hasDocuments: boolean): string | false =>
    hasDocuments && t(`agenda.read.${state}`);
  const seen = (entry: AgendaEntry | BriefingEntry): string | false => {
    const progress = begunProgress(entry);
    return progress !== null && t('comfort.progress', { ...progress });
  };
  const notes = (count: number): string | false => count > 0 && t('agenda.notes', { count });

  return {
    minutes,
    change,
    pages,
    itemLabel: (entry, noteCount, clock) =>
      sentence([
        entry.number,
        entry.title,
        entry.sealed !== null && t(`agenda.sealed.${entry.sealed.reason}`),
        entry.itemKind !== null && t(`agenda.kind.${entry.itemKind}`),
        entry.registryNumber !== null && t('agenda.registryNumberIs', { number: entry.registryNumber }),
        entry.presenter !== null && t('agenda.presenterIs', { name: entry.presenter }),
        clock !== null && t('agenda.startsAt', { time: formatTime(clock) }),
        entry.minutes !== null && minutes(entry.minutes),
        change(entry.change, entry.previousNumber),
        read(entry.readState, entry.documents.length > 0),
        seen(entry),
        notes(noteCount),
      ]),
    briefingLabel: (entry, noteCount) =>
      sentence([
        entry.unit.name,
        entry.sealed !== null && t(`agenda.sealed.${entry.sealed.reason}`),
        entry.presenter !== null && t('agenda.presenterIs', { name: entry.presenter }),
        entry.start !== null && t('agenda.startsAt', { time: formatTime(entry.start) }),
        entry.minutes !== null && minutes(entry.minutes),
        change(entry.change, null),
        seen(entry),
        notes(noteCount),
      ]),
    documentLabel: (entry) =>
      sentence([
        entry.title,
        t(`agenda.documentKind.${entry.documentKind}`),
        pages(entry),
        !entry.available && t('agenda.documentMissing'),
        change(entry.change, null),
        t(`agenda.read.${entry.readState}`),
      ]),
  };
}
