import type { ReactNode } from 'react';
import type { LetterOutcome } from '../../../core/exchange/identityViews.ts';
import { client } from '../../client.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { SectionRow } from '../../ui/Section.tsx';
import { showToast } from '../../ui/toasts.ts';
import { reportFailure } from '../../ui/useReportFailure.ts';

export function LettersRow(): ReactNode {
  const { t } = useMessages();
  const choose = async (): Promise<void> => {
    const answer = await client.identity.chooseLetters();
    if (answer.ok) tellOfLetters(answer.value);
    else reportFailure(answer.error);
  };
  return (
    <SectionRow name={t('identity.letters')} text={t('identity.lettersText')}>
      <Button onPress={() => void choose()}>{t('identity.chooseLetters')}</Button>
    </SectionRow>
  );
}

/** Says of each key letter what it opens, or why it was not taken. */
export function tellOfLetters(outcomes: readonly LetterOutcome[]): void {
  for (const outcome of outcomes) {
    if (outcome.kind === 'refused') reportFailure(outcome.error);
    else {
      const { title, file } = outcome;
      showToast({ tone: 'good', title: ({ t }) => t('identity.letterTaken', { title }), text: file });
    }
  }
}
