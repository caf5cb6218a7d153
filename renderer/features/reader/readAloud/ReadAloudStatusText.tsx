import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useMessages } from '../../../ui/messages.tsx';
import type { ReaderComfort } from '../readerTypes.ts';
import { useReader } from '../session/ReaderContext.ts';
import { voicesFor } from './voices.ts';

/** What is being read, or why nothing is. */
export function ReadAloudStatusText({ platform }: Pick<ReaderComfort, 'platform'>): ReactNode {
  const { readAloud, session } = useReader();
  const { t, language: ownLanguage } = useMessages();
  const { status, voices, language } = useStore(readAloud.aloud.store);
  const row = useStore(readAloud.aloud.store, (state) => state.spoken?.row ?? null);
  const place = row === null ? null : session.place(row);
  if (status === 'reading' || status === 'paused') {
    const isForeign = voicesFor(voices, language).length === 0;
    const name = new Intl.DisplayNames([ownLanguage], { type: 'language' }).of(language) ?? language;
    return (
      <p className="read-aloud__status">
        {place && t(`comfort.aloud.${status}`, { page: place.page, title: place.document.title })}
        {isForeign && (
          <span className="read-aloud__foreign" role="status">
            {t('comfort.aloud.otherLanguage', { language: name })}
          </span>
        )}
      </p>
    );
  }
  return (
    <p className="read-aloud__status" role="status">
      {status !== 'off' && t(`comfort.aloud.${status}`, { platform })}
    </p>
  );
}
