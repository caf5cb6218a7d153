import { FileWarning } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BereddError } from '../../../../core/errors.ts';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { failureTexts } from '../session/failureTexts.ts';

/** In the place of a page that cannot be drawn: which, why, and what now. The rest of the document stays readable. */
export function PageFailure({
  error,
  onTryAgain,
}: {
  error: BereddError;
  onTryAgain: () => void;
}): ReactNode {
  const messages = useMessages();
  const { title, why, doThis } = failureTexts(messages, error);
  return (
    <div className="reader-page__failure">
      <FileWarning size={28} aria-hidden />
      <p className="reader-page__failure-title">{title}</p>
      <p>{why}</p>
      <p>{doThis}</p>
      <Button size="small" onPress={onTryAgain}>
        {messages.t('reader.tryAgain')}
      </Button>
    </div>
  );
}
