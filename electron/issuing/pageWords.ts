import type { AgendaPageWords } from '../../core/issuing/agendaPage.ts';
import type { Manifest } from '../../core/pack/manifest.ts';
import type { Language } from '../../core/settings/settings.ts';
import type { Texts } from '../windows/texts.ts';

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** The written day in words: it must not shift with the computer's zone. */
function dayInWords(language: Language, instant: string): string {
  const day = new Date(`${instant.slice(0, 10)}T00:00:00Z`);
  const style = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locales[language], style).format(day);
}

const clock = (language: Language, instant: string): string =>
  language === 'sv' ? instant.slice(11, 16).replace(':', '.') : instant.slice(11, 16);

/** The words of a page about this pack. */
export function pageWords({ meeting, pack }: Manifest, language: Language, text: Texts): AgendaPageWords {
  const end = meeting.end === null ? '' : `–${clock(language, meeting.end)}`;
  return {
    language,
    summons: text('shell.page.summons'),
    agenda: text('shell.page.agenda'),
    briefings: text('shell.page.briefings'),
    time: text('shell.page.time'),
    place: text('shell.page.place'),
    cancelled: text('shell.page.cancelled'),
    registryNumber: text('shell.page.registryNumber'),
    presenter: text('shell.page.presenter'),
    proposedDecision: text('shell.page.proposedDecision'),
    documents: text('shell.page.documents'),
    sealed: text('shell.page.sealed'),
    members: text('shell.page.members'),
    substitutes: text('shell.page.substitutes'),
    itemKinds: {
      decision: text('shell.page.decision'),
      information: text('shell.page.information'),
      notification: text('shell.page.notification'),
      formality: text('shell.page.formality'),
      election: text('shell.page.election'),
      question: text('shell.page.question'),
      other: text('shell.page.other'),
    },
    documentKinds: {
      officialReport: text('shell.page.officialReport'),
      attachment: text('shell.page.attachment'),
      minutesExtract: text('shell.page.minutesExtract'),
      summons: text('shell.page.summons'),
      other: '',
    },
    issued: text('shell.page.issued', {
      revision: pack.revision,
      day: dayInWords(language, pack.issued),
    }),
    when: text('shell.page.when', {
      day: dayInWords(language, meeting.start),
      clock: `${clock(language, meeting.start)}${end}`,
    }),
  };
}
