import { ArrowUpRight, Mic, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ItemSheet } from '../../../core/preparation/sheet.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { OwnText } from './OwnText.tsx';
import { placeWords } from './placeWords.ts';
import { usePreparation } from './PreparationContext.ts';
import { SheetSection } from './SheetSection.tsx';

/** Notes and quotes of the item with both page numbers; each can become a part of the speech. */
export function NotesSection({ sheet }: { readonly sheet: ItemSheet }): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const { session, onGoTo } = usePreparation();
  const { notes, speech, item } = sheet;
  return (
    <SheetSection title={t('preparation.notes')} empty={notes.length === 0 && t('preparation.notes.empty')}>
      <ul className="prep-list">
        {notes.map((placed) => (
          <li key={placed.note.id} className="prep-entry">
            <div className="prep-entry__words">
              {placed.quote !== '' && <blockquote className="prep-quote">{placed.quote}</blockquote>}
              {placed.note.text !== '' && <p className="prep-text">{placed.note.text}</p>}
              <p className="prep-quiet">
                {[t(`notes.kind.${placed.note.kind}`), placeWords(messages, placed)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </p>
            </div>
            <div className="prep-entry__tools">
              <IconButton
                size="small"
                label={t('preparation.toSpeech')}
                icon={<Mic size={15} aria-hidden />}
                onPress={() =>
                  void session.add(item.id, 'speech', {
                    text: placed.note.text,
                    target: placed.note.target,
                    order: speech.length,
                  })
                }
              />
              <IconButton
                size="small"
                label={t('preparation.goTo')}
                icon={<ArrowUpRight size={15} aria-hidden />}
                onPress={() => onGoTo(placed.note.id)}
              />
            </div>
          </li>
        ))}
      </ul>
    </SheetSection>
  );
}

/** Things to do before the meeting, with a day. */
export function TasksSection({ sheet }: { readonly sheet: ItemSheet }): ReactNode {
  const { t } = useMessages();
  const { session } = usePreparation();
  const { tasks, item } = sheet;
  return (
    <SheetSection
      title={t('preparation.tasks')}
      addLabel={t('preparation.tasks.add')}
      onAdd={() => void session.add(item.id, 'task')}
      empty={tasks.length === 0 && t('preparation.tasks.empty')}
    >
      <ul className="prep-list">
        {tasks.map((task) => (
          <li key={task.id} className="prep-entry" data-note={task.id}>
            <div className="prep-entry__words">
              <Checkbox
                isSelected={task.done === true}
                onChange={(done) => void session.edit(task.id, { done })}
              >
                {t('preparation.task.done')}
              </Checkbox>
              <OwnText
                label={t('preparation.task.text')}
                hidesLabel
                rows={1}
                value={task.text}
                onType={(text) => session.type(task.id, { text })}
              />
              <TextField
                label={t('preparation.task.due')}
                type="date"
                value={task.due ?? ''}
                onChange={(due) => void session.edit(task.id, { due: due === '' ? null : due })}
              />
            </div>
            <div className="prep-entry__tools">
              <IconButton
                size="small"
                label={t('preparation.remove')}
                icon={<Trash2 size={15} aria-hidden />}
                onPress={() => void session.remove(task.id)}
              />
            </div>
          </li>
        ))}
      </ul>
    </SheetSection>
  );
}
