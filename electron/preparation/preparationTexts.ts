import { IntlMessageFormat } from 'intl-messageformat';
import type { MeetingEntry } from '../../core/library/views.ts';
import type { SheetWords } from '../../core/preparation/sheetDocument.ts';
import type { Language } from '../../core/settings/settings.ts';
import english from '../../assets/messages/en/preparation.json' with { type: 'json' };
import englishNotes from '../../assets/messages/en/notes.json' with { type: 'json' };
import englishTags from '../../assets/messages/en/tags.json' with { type: 'json' };
import swedish from '../../assets/messages/sv/preparation.json' with { type: 'json' };
import swedishNotes from '../../assets/messages/sv/notes.json' with { type: 'json' };
import swedishTags from '../../assets/messages/sv/tags.json' with { type: 'json' };

const sv = { ...swedishNotes, ...swedishTags, ...swedish };
export type PreparationText = keyof typeof sv;
const catalogues: Record<Language, Record<PreparationText, string>> = {
  sv,
  en: { ...englishNotes, ...englishTags, ...english },
};

/** Words of what goes out, in the language chosen. */
export type PreparationTexts = (
  key: PreparationText,
  values?: Readonly<Record<string, string | number>>,
) => string;

export const preparationTexts =
  (language: Language): PreparationTexts =>
  (key, values) =>
    String(new IntlMessageFormat(catalogues[language][key], language).format(values));

/** "Kommunstyrelsen · 1 juni 2026 kl. 08.30 · Rådhuset": by the clock of the town hall, as the pack writes it. */
export function whenAndWhere(
  language: Language,
  { bodyName, start, place }: Pick<MeetingEntry, 'bodyName' | 'start' | 'place'>,
): string {
  const clock = new Date(`${start.slice(0, 16)}Z`);
  const day = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(clock);
  const time = start.slice(11, 16);
  const when = preparationTexts(language)('preparation.when', {
    day,
    time: language === 'sv' ? time.replace(':', '.') : time,
  });
  return [bodyName, when, place ?? ''].filter((part) => part !== '').join(' · ');
}

/** The words of a sheet; `title` and `meeting` stand on top of it. */
export function sheetWords(
  language: Language,
  head: { readonly title: string; readonly meeting: string },
): SheetWords {
  const t = preparationTexts(language);
  return {
    language,
    ...head,
    proposedDecision: t('preparation.proposedDecision'),
    myStance: t('preparation.myStance'),
    stances: {
      support: t('preparation.stance.support'),
      reject: t('preparation.stance.reject'),
      referBack: t('preparation.stance.referBack'),
      table: t('preparation.stance.table'),
      ownProposal: t('preparation.stance.ownProposal'),
      undecided: t('preparation.stance.undecided'),
    },
    conflict: t('preparation.conflict'),
    conflictEffect: t('preparation.conflict.effect'),
    speech: t('preparation.speech'),
    questions: t('preparation.questions'),
    questionStates: {
      open: t('preparation.question.open'),
      asked: t('preparation.question.asked'),
      answered: t('preparation.question.answered'),
    },
    proposals: t('preparation.proposals'),
    proposalKinds: {
      approval: t('preparation.proposal.approval'),
      rejection: t('preparation.proposal.rejection'),
      amendment: t('preparation.proposal.amendment'),
      addition: t('preparation.proposal.addition'),
      referBack: t('preparation.proposal.referBack'),
      table: t('preparation.proposal.table'),
    },
    parts: {
      text: t('preparation.part.text'),
      reason: t('preparation.part.reason'),
      addressee: t('preparation.part.addressee'),
    },
    missing: t('preparation.missing'),
    reservation: t('preparation.reservation'),
    notes: t('preparation.notes'),
    tasks: t('preparation.tasks'),
    registryNumber: t('preparation.registryNumber'),
    presenter: t('preparation.presenter'),
    minutes: (n) => t('preparation.minutes', { n }),
    page: (page, packPage) =>
      packPage === null ? t('preparation.page', { page }) : t('preparation.pageAndPack', { page, packPage }),
    nothing: t('preparation.nothing'),
    tags: (names) => t('tags.named', { names }),
  };
}
