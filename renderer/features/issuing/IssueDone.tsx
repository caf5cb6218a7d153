import { CircleCheck, FileText, FolderOpen, Globe, Mail, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { BereddError, Result } from '../../../core/errors.ts';
import type { IssuedPack } from '../../../core/issuing/issuing.ts';
import { client } from '../../client.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { megabytes } from './megabytes.ts';

export interface IssueDoneProps {
  readonly issued: IssuedPack;
  readonly onPublish: (placeId: string | null) => void;
}

/** What was issued, where it lies, the words to read aloud, and what can be sent along. */
export function IssueDone({ issued, onPublish }: IssueDoneProps): ReactNode {
  const { t, language } = useMessages();
  return (
    <div className="issue-done">
      <p className="issue-done__head" role="status">
        <CircleCheck size={20} aria-hidden />
        {t('issuing.done', {
          title: issued.title,
          revision: issued.revision,
          size: megabytes(language, issued.bytes),
        })}
      </p>
      <ul className="issue-done__files">
        {issued.publications.map(({ placeId, file, error }) => (
          <li key={`${placeId ?? ''}${file}`}>
            {error === null ? (
              <span className="issue-folder">{file}</span>
            ) : (
              <ErrorMessage
                error={error}
                actions={
                  <Button
                    size="small"
                    icon={<RotateCcw size={14} aria-hidden />}
                    onPress={() => onPublish(placeId)}
                  >
                    {t('issuing.tryAgain')}
                  </Button>
                }
              />
            )}
          </li>
        ))}
      </ul>
      <p className="issue-words">{t('issuing.doneWords', { words: issued.words.join(' ') })}</p>
      <AlongWith issueId={issued.issueId} />
    </div>
  );
}

/** Everything that goes out beside the pack itself. Each says what became of it. */
function AlongWith({ issueId }: { readonly issueId: string }): ReactNode {
  const { t } = useMessages();
  const [said, setSaid] = useState<string | null>(null);
  const [error, setError] = useState<BereddError | null>(null);
  const tell = async <T,>(asked: Promise<Result<T>>, words: (value: T) => string | null): Promise<void> => {
    setError(null);
    setSaid(null);
    const answer = await asked;
    if (!answer.ok) setError(answer.error);
    else setSaid(words(answer.value));
  };
  const { issuing } = client;
  return (
    <section aria-label={t('issuing.along')}>
      <h3>{t('issuing.along')}</h3>
      <div className="issue-done__actions">
        <Button
          icon={<FolderOpen size={16} aria-hidden />}
          onPress={() => void tell(issuing.reveal({ issueId }), () => null)}
        >
          {t('issuing.reveal')}
        </Button>
        <Button
          icon={<Mail size={16} aria-hidden />}
          onPress={() => void tell(issuing.mail({ issueId }), (how) => t(`issuing.mail.${how}`))}
        >
          {t('issuing.mail')}
        </Button>
        <Button
          icon={<FileText size={16} aria-hidden />}
          onPress={() =>
            void tell(issuing.saveSummons({ issueId }), (saved) =>
              saved === null ? null : t('issuing.summonsSaved', { file: saved.file }),
            )
          }
        >
          {t('issuing.summons')}
        </Button>
        <Button
          icon={<Globe size={16} aria-hidden />}
          onPress={() =>
            void tell(issuing.saveOpenVersion({ issueId }), (saved) =>
              saved === null ? null : t('issuing.openVersionSaved', saved),
            )
          }
        >
          {t('issuing.openVersion')}
        </Button>
      </div>
      <p className="issue-said" aria-live="polite">
        {said}
      </p>
      {error !== null && <ErrorMessage error={error} isLive onDismiss={() => setError(null)} />}
    </section>
  );
}
