import { FileQuestion, FileWarning } from 'lucide-react';
import type { ReactNode } from 'react';
import { memo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../../ui/Button.tsx';
import { TechnicalDetail } from '../../../ui/ErrorMessage.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { ScrollRow } from '../scroll/scrollLayout.ts';
import { failureTexts } from '../session/failureTexts.ts';
import { useReader } from '../session/ReaderContext.ts';

/** In the place of a document that cannot be shown: which, why, and what now. */
export const DocumentNotice = memo(function DocumentNotice({ row }: { row: ScrollRow }): ReactNode {
  const { session } = useReader();
  const messages = useMessages();
  const source = session.sources[row.documentIndex];
  const document = session.documents[row.documentIndex];
  const failed = useStore(session.failures, (failures) => failures.get(row.documentIndex));
  const error = failed ?? (source?.type === 'unavailable' ? source.error : null);
  const mediaType = source?.type === 'unsupported' ? source.mediaType : '';
  const texts = error
    ? failureTexts(messages, error)
    : {
        title: messages.t('reader.unsupported.title', { file: document?.title ?? '' }),
        why: messages.t('reader.unsupported.why', { what: kindOfFile(mediaType) }),
        doThis: messages.t('reader.unsupported.doThis'),
      };
  const Icon = error ? FileWarning : FileQuestion;
  return (
    <div
      className="reader-notice"
      role="note"
      style={{ top: row.top, width: row.width, minHeight: row.height }}
    >
      <div className="reader-notice__card">
        <Icon size={28} aria-hidden />
        <h4>{texts.title}</h4>
        <p>{texts.why}</p>
        <p>{texts.doThis}</p>
        {error && <TechnicalDetail error={error} />}
        {error && <TryAgain documentIndex={row.documentIndex} />}
      </div>
    </div>
  );
});

/** The message stays until the document opens; the focus is then where one reads. */
function TryAgain({ documentIndex }: { documentIndex: number }): ReactNode {
  const { session } = useReader();
  const { t } = useMessages();
  const button = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<'idle' | 'trying' | 'failed'>('idle');
  const tryAgain = async (): Promise<void> => {
    setState('trying');
    const reader = button.current?.closest<HTMLElement>('[role="region"]');
    const hadFocus = button.current === document.activeElement;
    const isOpen = await session.tryAgain(documentIndex);
    if (!isOpen) setState('failed');
    else if (hadFocus) reader?.focus({ preventScroll: true });
  };
  return (
    <>
      <Button
        ref={button}
        size="small"
        onPress={() => {
          if (state !== 'trying') void tryAgain();
        }}
      >
        {t('reader.tryAgain')}
      </Button>
      <p role="status">
        {state === 'trying' && t('reader.tryingAgain')}
        {state === 'failed' && t('reader.stillFailing')}
      </p>
    </>
  );
}

/** A key of the wording's choices. */
function kindOfFile(mediaType: string): string {
  if (/word|opendocument\.text|rtf/.test(mediaType)) return 'text';
  if (/excel|spreadsheet|csv/.test(mediaType)) return 'table';
  if (/powerpoint|presentation/.test(mediaType)) return 'slides';
  if (mediaType.startsWith('audio/')) return 'sound';
  if (mediaType.startsWith('video/')) return 'film';
  if (mediaType.startsWith('image/')) return 'picture';
  return 'other';
}
