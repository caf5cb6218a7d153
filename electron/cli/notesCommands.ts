import type { Annotation } from '../../core/annotation/annotation.ts';
import type { BereddError } from '../../core/errors.ts';
import type { MeetingEntry } from '../../core/library/views.ts';
import type { CliTexts } from './cliTexts.ts';
import type { Command } from './command.ts';
import { withProfile } from './openProfileServices.ts';

const list: Command = {
  words: ['notes', 'list'],
  help: 'cli.help.notesList',
  options: ['profile'],
  needs: ['profile'],
  operands: { least: 0, most: 0 },
  run: (context) =>
    withProfile(context, { mustExist: true }, async ({ library, notes }) => {
      const titles = new Map(library.view().meetings.map((meeting) => [meeting.meetingId, meeting]));
      const errors: BereddError[] = [];
      const meetings: { meetingId: string; title: string | null; notes: readonly Annotation[] }[] = [];
      for (const meetingId of (await notes.counts()).keys()) {
        const view = await notes.list(meetingId);
        if (!view.ok) errors.push(view.error);
        else if (view.value.annotations.length > 0) {
          const title = titles.get(meetingId)?.title ?? null;
          meetings.push({ meetingId, title, notes: view.value.annotations });
        }
      }
      const lines = meetings.flatMap((meeting) =>
        meetingLines(meeting, titles.get(meeting.meetingId), context.texts),
      );
      return {
        json: { meetings },
        lines: lines.length === 0 ? [context.texts.text('cli.notesList.empty')] : lines,
        errors,
      };
    }),
};

function meetingLines(
  { meetingId, notes }: { meetingId: string; notes: readonly Annotation[] },
  entry: MeetingEntry | undefined,
  texts: CliTexts,
): readonly string[] {
  const title = entry === undefined ? meetingId : `${entry.title} (${entry.start.slice(0, 10)})`;
  return [title, ...notes.map((note) => `  ${noteLine(note, texts)}`)];
}

function noteLine(note: Annotation, { text }: CliTexts): string {
  const quote = note.target.selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const page = note.target.selectors.find((selector) => selector.type === 'PageSelector');
  const kind = text(`cli.note.${note.kind}`);
  const place = page === undefined ? '' : ` ${text('cli.note.page', { page: String(page.page) })}`;
  const quoted = quote === undefined ? '' : ` ”${oneLine(quote.exact)}”`;
  const written = note.text === '' ? '' : ` ${oneLine(note.text)}`;
  return `${kind}${place}:${quoted}${written}`;
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

export const notesCommands: readonly Command[] = [list];
