import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ItemSheet, SheetNote } from '../../../core/preparation/sheet.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { OwnText } from './OwnText.tsx';
import { usePreparation } from './PreparationContext.ts';
import { SheetSection } from './SheetSection.tsx';
import { placeWords } from './placeWords.ts';

/** The speech in paragraphs that can be moved; a paragraph may be a quote with its page. */
export function SpeechSection({ sheet }: { readonly sheet: ItemSheet }): ReactNode {
  const { t } = useMessages();
  const { session } = usePreparation();
  const { speech, item, speechMinutes } = sheet;
  const move = (from: number, to: number): void => {
    const moved = [...speech];
    const [one] = moved.splice(from, 1);
    if (one === undefined) return;
    moved.splice(to, 0, one);
    moved.forEach(({ note }, order) => {
      if (note.order !== order) void session.edit(note.id, { order });
    });
  };
  const title =
    speechMinutes === 0
      ? t('preparation.speech')
      : `${t('preparation.speech')} · ${t('preparation.minutes', { n: speechMinutes })}`;
  return (
    <SheetSection
      title={title}
      addLabel={t('preparation.speech.add')}
      onAdd={() => void session.add(item.id, 'speech', { order: speech.length })}
      empty={speech.length === 0 && t('preparation.speech.empty')}
    >
      <ol className="prep-list">
        {speech.map((paragraph, i) => (
          <Paragraph
            key={paragraph.note.id}
            paragraph={paragraph}
            number={i + 1}
            onUp={i === 0 ? null : () => move(i, i - 1)}
            onDown={i === speech.length - 1 ? null : () => move(i, i + 1)}
          />
        ))}
      </ol>
    </SheetSection>
  );
}

function Paragraph({
  paragraph,
  number,
  onUp,
  onDown,
}: {
  readonly paragraph: SheetNote;
  readonly number: number;
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
}): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const { session } = usePreparation();
  const { note, quote } = paragraph;
  return (
    <li className="prep-entry" data-note={note.id}>
      <div className="prep-entry__words">
        {quote !== '' && (
          <blockquote className="prep-quote">
            {quote}
            <cite>{placeWords(messages, paragraph)}</cite>
          </blockquote>
        )}
        <OwnText
          label={t('preparation.speech.paragraph', { n: number })}
          hidesLabel
          rows={3}
          value={note.text}
          onType={(text) => session.type(note.id, { text })}
        />
      </div>
      <div className="prep-entry__tools">
        <IconButton
          size="small"
          label={t('preparation.moveUp')}
          icon={<ArrowUp size={15} aria-hidden />}
          isDisabled={onUp === null}
          onPress={() => onUp?.()}
        />
        <IconButton
          size="small"
          label={t('preparation.moveDown')}
          icon={<ArrowDown size={15} aria-hidden />}
          isDisabled={onDown === null}
          onPress={() => onDown?.()}
        />
        <IconButton
          size="small"
          label={t('preparation.remove')}
          icon={<Trash2 size={15} aria-hidden />}
          onPress={() => void session.remove(note.id)}
        />
      </div>
    </li>
  );
}
