import type { ReactNode } from 'react';
import { questionStates } from '../../../core/annotation/noteDetails.ts';
import type { ItemSheet } from '../../../core/preparation/sheet.ts';
import { useMessages } from '../../ui/messages.tsx';
import { Select } from '../../ui/Select.tsx';
import { EntryQuote } from './EntryQuote.tsx';
import { OwnText } from './OwnText.tsx';
import { usePreparation } from './PreparationContext.ts';
import { SheetEntry } from './SheetEntry.tsx';
import { SheetSection } from './SheetSection.tsx';

/** Questions of the item, to whom they go, and whether they were asked and answered. */
export function QuestionsSection({ sheet }: { readonly sheet: ItemSheet }): ReactNode {
  const { t } = useMessages();
  const { session } = usePreparation();
  const { questions, item } = sheet;
  const among = questions.map(({ note }) => note);
  return (
    <SheetSection
      title={t('preparation.questions')}
      addLabel={t('preparation.questions.add')}
      onAdd={() => void session.add(item.id, 'question')}
      empty={questions.length === 0 && t('preparation.questions.empty')}
    >
      <ul className="prep-list">
        {questions.map((question, at) => (
          <SheetEntry key={question.note.id} note={question.note} place={{ among, at }}>
            <EntryQuote placed={question} />
            <OwnText
              label={t('preparation.question.text')}
              hidesLabel
              rows={2}
              value={question.note.text}
              onType={(text) => session.type(question.note.id, { text })}
            />
            <div className="prep-row">
              <OwnText
                label={t('preparation.question.addressee')}
                rows={1}
                value={question.addressee ?? ''}
                onType={(addressee) => session.type(question.note.id, { addressee })}
              />
              <Select
                label={t('preparation.question.state')}
                value={question.state}
                onChange={(questionState) => void session.edit(question.note.id, { questionState })}
                choices={questionStates.map((value) => ({
                  value,
                  label: t(`preparation.question.${value}`),
                }))}
              />
            </div>
          </SheetEntry>
        ))}
      </ul>
    </SheetSection>
  );
}
