import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { questionStates } from '../../../core/annotation/noteDetails.ts';
import type { ItemSheet } from '../../../core/preparation/sheet.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Select } from '../../ui/Select.tsx';
import { OwnText } from './OwnText.tsx';
import { placeWords } from './placeWords.ts';
import { usePreparation } from './PreparationContext.ts';
import { SheetSection } from './SheetSection.tsx';

/** Questions of the item, to whom they go, and whether they were asked and answered. */
export function QuestionsSection({ sheet }: { readonly sheet: ItemSheet }): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const { session } = usePreparation();
  const { questions, item } = sheet;
  return (
    <SheetSection
      title={t('preparation.questions')}
      addLabel={t('preparation.questions.add')}
      onAdd={() => void session.add(item.id, 'question')}
      empty={questions.length === 0 && t('preparation.questions.empty')}
    >
      <ul className="prep-list">
        {questions.map((question) => (
          <li key={question.note.id} className="prep-entry" data-note={question.note.id}>
            <div className="prep-entry__words">
              {question.quote !== '' && (
                <blockquote className="prep-quote">
                  {question.quote}
                  <cite>{placeWords(messages, question)}</cite>
                </blockquote>
              )}
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
            </div>
            <div className="prep-entry__tools">
              <IconButton
                size="small"
                label={t('preparation.remove')}
                icon={<Trash2 size={15} aria-hidden />}
                onPress={() => void session.remove(question.note.id)}
              />
            </div>
          </li>
        ))}
      </ul>
    </SheetSection>
  );
}
