import type { MeetingEntry } from '../../core/library/views.ts';
import type { DigestWords } from '../../core/preparation/digest/digestDocument.ts';
import type { Language } from '../../core/settings/settings.ts';
import { preparationTexts, sheetWords, whenAndWhere } from './preparationTexts.ts';

/** The words of a public digest. What a meeting says of itself stands in its own language. */
export function digestWords(
  language: Language,
  meeting: Pick<MeetingEntry, 'bodyName' | 'municipality' | 'start' | 'place'>,
): DigestWords {
  const t = preparationTexts(language);
  const { stances, proposalKinds } = sheetWords(language, { title: '', meeting: '' });
  return {
    language,
    meeting: [whenAndWhere(language, meeting), meeting.municipality]
      .filter((part) => part !== '')
      .join(' · '),
    ownWords: t('preparation.digest.out.ownWords'),
    proposedDecision: t('preparation.digest.out.proposedDecision'),
    stance: t('preparation.digest.out.stance'),
    stances,
    proposalKinds,
    fromDocuments: t('preparation.digest.out.quotes'),
    notes: t('preparation.digest.out.notes'),
    documents: t('preparation.digest.out.documents'),
    page: (page) => t('preparation.page', { page }),
    madeBy: (name) =>
      name === '' ? t('preparation.digest.out.madeByMember') : t('preparation.digest.out.madeBy', { name }),
  };
}
