import { ArrowUpRight, Mic } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ItemSheet } from '../../../core/preparation/sheet.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { OwnText } from './OwnText.tsx';
import { placeWords, tagWords } from './placeWords.ts';
import { usePreparation } from './PreparationContext.ts';
import { SheetEntry } from './SheetEntry.tsx';
import { SheetSection } from './SheetSection.tsx';

/** Notes and quotes of the item with both page numbers; each can be rewritten, moved, and become a part of the speech. */
export function NotesSection({ sheet }: { readonly sheet: ItemSheet }): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const { session, onGoTo, clipOf } = usePreparation();
  const { notes, speech, item } = sheet;
  const among = notes.map(({ note }) => note);
  return (
    <SheetSection
      title={t('preparation.notes')}
      addLabel={t('preparation.notes.add')}
      onAdd={() => void session.add(item.id, 'note')}
      empty={notes.length === 0 && t('preparation.notes.empty')}
    >
      <ul className="prep-list">
        {notes.map((placed, at) => {
          const { note, quote } = placed;
          const isOfItem = note.target.source.type === 'item';
          return (
            <SheetEntry
              key={note.id}
              note={note}
              place={{ among, at }}
              keepsNote={!isOfItem}
              tools={
                <>
                  <IconButton
                    size="small"
                    label={t('preparation.toSpeech')}
                    icon={<Mic size={15} aria-hidden />}
                    onPress={() =>
                      void session.add(item.id, 'speech', {
                        text: note.text,
                        target: note.target,
                        order: speech.length,
                      })
                    }
                  />
                  <IconButton
                    size="small"
                    label={t('preparation.goTo')}
                    icon={<ArrowUpRight size={15} aria-hidden />}
                    onPress={() => onGoTo(note.id)}
                  />
                </>
              }
            >
              {clipOf?.(note, placed.page)}
              {quote !== '' && <blockquote className="prep-quote">{quote}</blockquote>}
              <OwnText
                label={t('preparation.note.text')}
                hidesLabel
                rows={1}
                value={note.text}
                placeholder={t('preparation.note.placeholder')}
                onType={(text) => session.type(note.id, { text })}
              />
              <p className="prep-quiet">
                {[t(`notes.kind.${note.kind}`), placeWords(messages, placed), tagWords(messages, note)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </p>
            </SheetEntry>
          );
        })}
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
        {tasks.map((task, at) => (
          <SheetEntry key={task.id} note={task} place={{ among: tasks, at }}>
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
          </SheetEntry>
        ))}
      </ul>
    </SheetSection>
  );
}
