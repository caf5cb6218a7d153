import type { ImportOutcome, LibraryNotice, LibraryView, MeetingEntry } from '../../core/library/views.ts';
import type { CliText, CliTexts } from './cliTexts.ts';
import type { Command } from './command.ts';
import { fullPath } from './command.ts';
import { withProfile } from './openProfileServices.ts';

const importFiles: Command = {
  words: ['library', 'import'],
  help: 'cli.help.libraryImport',
  options: ['profile'],
  needs: ['profile'],
  operands: { least: 1, most: 10_000 },
  run: (context) =>
    withProfile(context, { mustExist: false }, async ({ library }) => {
      const files = context.operands.map((name) => fullPath(context, name));
      const { signal } = context.io;
      const outcomes = await library.importFiles(files, { job: 'cli', ...(signal && { signal }) });
      return {
        json: { outcomes },
        lines: outcomes.flatMap((outcome) => outcomeLines(outcome, context.texts)),
        errors: outcomes.flatMap(({ result }) => (result.kind === 'refused' ? [result.error] : [])),
        warnings: [
          ...outcomes.flatMap((outcome) => damageWarnings(outcome, context.texts)),
          ...alarms(library.view(), context.texts),
        ],
      };
    }),
};

const list: Command = {
  words: ['library', 'list'],
  help: 'cli.help.libraryList',
  options: ['profile'],
  needs: ['profile'],
  operands: { least: 0, most: 0 },
  run: (context) =>
    withProfile(context, { mustExist: true }, async ({ library }) => {
      const view = library.view();
      const { texts } = context;
      return {
        json: { ...view },
        lines:
          view.meetings.length === 0
            ? [texts.text('cli.libraryList.empty')]
            : view.meetings.flatMap((meeting) => meetingLines(meeting, texts)),
        errors: [],
        warnings: alarms(view, texts),
      };
    }),
};

const outcomeTexts = {
  added: 'cli.import.added',
  updated: 'cli.import.updated',
  known: 'cli.import.known',
  older: 'cli.import.older',
  keptApart: 'cli.import.keptApart',
} as const satisfies Record<string, CliText>;

function outcomeLines({ file, result }: ImportOutcome, { text }: CliTexts): readonly string[] {
  if (result.kind === 'refused') return [];
  const { title, revision, issuer } = result;
  return [
    text(outcomeTexts[result.kind], { file, title, revision }),
    ...(issuer.keyState === 'known'
      ? []
      : [`  ${text('cli.import.words', { words: issuer.words.join(' ') })}`]),
  ];
}

const damageWarnings = ({ file, result }: ImportOutcome, { sentences }: CliTexts): readonly string[] =>
  result.kind === 'refused'
    ? []
    : result.damagedDocuments.map((document) =>
        sentences({ code: 'packDocumentDamaged', file, detail: { document } }),
      );

function meetingLines(meeting: MeetingEntry, { text }: CliTexts): readonly string[] {
  const { title, bodyName, start, revision, itemCount, documentCount, pageCount, noteCount } = meeting;
  return [
    `${start}  ${title}, ${bodyName}${meeting.state === 'cancelled' ? ` (${text('cli.cancelled')})` : ''}`,
    `  ${text('cli.libraryList.counts', {
      revision,
      items: itemCount,
      documents: documentCount,
      pages: pageCount,
      unread: meeting.unreadDocumentCount,
      notes: noteCount,
    })}`,
    `  ${text(keyTexts[meeting.issuer.keyState], { municipality: meeting.issuer.municipality })}`,
    ...(meeting.missingDocumentCount === 0
      ? []
      : [
          `  ${text('cli.libraryList.missing', {
            missing: meeting.missingDocumentCount,
            revision: String(meeting.needsRevision ?? 'none'),
          })}`,
        ]),
    `  ${meeting.meetingId}`,
  ];
}

const keyTexts = {
  known: 'cli.key.known',
  notConfirmed: 'cli.key.notConfirmed',
  declined: 'cli.key.declined',
  changed: 'cli.key.changed',
} as const satisfies Record<string, CliText>;

/** Forks, gaps, foreign keys and what was set aside; ordinary news are no warnings. */
function alarms({ notices }: LibraryView, texts: CliTexts): readonly string[] {
  return notices
    .filter((notice) => notice.kind !== 'imported' && notice.kind !== 'refused')
    .map((notice) => noticeSentence(notice, texts));
}

function noticeSentence(notice: LibraryNotice, { text, sentences }: CliTexts): string {
  if (notice.error !== null) return sentences(notice.error);
  const title = notice.meetingTitle ?? '';
  switch (notice.kind) {
    case 'fork':
      return text('cli.notice.fork', { title, revision: notice.detail['revision'] ?? '' });
    case 'gap':
      return text('cli.notice.gap', {
        title,
        from: notice.detail['from'] ?? '',
        to: notice.detail['to'] ?? '',
      });
    default:
      return text('cli.notice.foreignKey', { title });
  }
}

export const libraryCommands: readonly Command[] = [importFiles, list];
