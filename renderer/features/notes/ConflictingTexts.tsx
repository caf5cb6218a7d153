import type { ReactNode } from 'react';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';

/** Texts written at the same time on several devices: all are shown until the person has chosen. */
export function ConflictingTexts({
  note,
  onChoose,
}: {
  note: Annotation;
  onChoose: (text: string) => void;
}): ReactNode {
  const { t } = useMessages();
  const texts = [note.text, ...note.conflictingTexts];
  return (
    <section className="note-conflict" aria-label={t('notes.conflict.title')}>
      <p className="note-conflict__title">{t('notes.conflict.title')}</p>
      <ol className="note-conflict__texts">
        {texts.map((text, index) => (
          <li key={index} className="note-conflict__text">
            <p>{text === '' ? t('notes.conflict.empty') : text}</p>
            <Button size="small" onPress={() => onChoose(text)}>
              {t('notes.conflict.keep', { number: index + 1 })}
            </Button>
          </li>
        ))}
      </ol>
      <Button size="small" onPress={() => onChoose(texts.filter((text) => text !== '').join('\n\n'))}>
        {t('notes.conflict.keepAll')}
      </Button>
    </section>
  );
}
