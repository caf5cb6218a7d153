import type { ReactNode } from 'react';
import type { ItemSheet } from '../../../core/preparation/sheet.ts';
import { useMessages } from '../../ui/messages.tsx';
import { EntryQuote } from './EntryQuote.tsx';
import { OwnText } from './OwnText.tsx';
import { usePreparation } from './PreparationContext.ts';
import { SheetEntry } from './SheetEntry.tsx';
import { SheetSection } from './SheetSection.tsx';

/** The speech in paragraphs that can be moved; a paragraph may be a quote with its page. */
export function SpeechSection({ sheet }: { readonly sheet: ItemSheet }): ReactNode {
  const { t } = useMessages();
  const { session } = usePreparation();
  const { speech, item, speechMinutes } = sheet;
  const title =
    speechMinutes === 0
      ? t('preparation.speech')
      : `${t('preparation.speech')} · ${t('preparation.minutes', { n: speechMinutes })}`;
  const among = speech.map(({ note }) => note);
  return (
    <SheetSection
      title={title}
      addLabel={t('preparation.speech.add')}
      onAdd={() => void session.add(item.id, 'speech', { order: speech.length })}
      empty={speech.length === 0 && t('preparation.speech.empty')}
    >
      <ol className="prep-list">
        {speech.map((paragraph, at) => (
          <SheetEntry key={paragraph.note.id} note={paragraph.note} place={{ among, at }}>
            <EntryQuote placed={paragraph} />
            <OwnText
              label={t('preparation.speech.paragraph', { n: at + 1 })}
              hidesLabel
              rows={3}
              value={paragraph.note.text}
              onType={(text) => session.type(paragraph.note.id, { text })}
            />
          </SheetEntry>
        ))}
      </ol>
    </SheetSection>
  );
}
