import { FolderLock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { BereddError } from '../../core/errors.ts';
import { Button } from '../ui/Button.tsx';
import { errorTexts, TechnicalDetail } from '../ui/ErrorMessage.tsx';
import { useMessages } from '../ui/messages.tsx';
import { startAgain } from './appStore.ts';

/** The whole window when the profile cannot be used: why, and the way out. Nothing else would work. */
export function StartRefused({ error }: { error: BereddError }): ReactNode {
  const messages = useMessages();
  const [isTrying, setIsTrying] = useState(false);
  const tryAgain = async (): Promise<void> => {
    setIsTrying(true);
    await startAgain();
    setIsTrying(false);
  };
  const { title, why, doThis } = errorTexts(messages, error);
  return (
    <main className="app-refused">
      <div className="app-refused__box" role="alert">
        <span className="app-refused__icon">
          <FolderLock size={30} strokeWidth={1.5} aria-hidden />
        </span>
        <h1>{title}</h1>
        <p>{why}</p>
        <p className="app-refused__do">{doThis}</p>
        <div className="app-refused__ways">
          <Button variant="primary" size="large" onPress={() => void tryAgain()} isPending={isTrying}>
            {messages.t('app.tryAgain')}
          </Button>
          <Button size="large" onPress={() => window.close()}>
            {messages.t('app.quit')}
          </Button>
        </div>
        <TechnicalDetail error={error} />
      </div>
    </main>
  );
}
