import { FileCode2, FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { DigestPreview } from '../../../../core/contract/preparationContract.ts';
import type { DigestChoice } from '../../../../core/preparation/digest/digestChoice.ts';
import type { DigestWarning } from '../../../../core/preparation/digest/digestWarnings.ts';
import { client } from '../../../client.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useReportFailure } from '../../../ui/useReportFailure.ts';
import { TextDocumentView } from './TextDocumentView.tsx';

/** The last look: the digest exactly as it goes out, what to look at in it, and the ways out. */
export function DigestLook({
  meetingId,
  choice,
  preview,
  isCurrent,
}: {
  readonly meetingId: string;
  readonly choice: DigestChoice;
  readonly preview: DigestPreview | null;
  readonly isCurrent: boolean;
}): ReactNode {
  const { t } = useMessages();
  const report = useReportFailure();
  const [judged, setJudged] = useState('');
  if (preview === null) return <Skeleton label={t('preparation.digest.look')} lines={6} />;
  const { document, warnings } = preview;
  const named = JSON.stringify(warnings);
  const isEmpty = !choice.items.some(({ isChosen }) => isChosen) && choice.introduction.trim() === '';
  const isReady =
    isCurrent && !isEmpty && choice.title.trim() !== '' && (warnings.length === 0 || judged === named);
  const save = async (as: 'html' | 'markdown'): Promise<void> => {
    const answer = await client.preparation.saveDigest({ meetingId, choice, as });
    if (!answer.ok) return report(answer.error);
    if (answer.value !== null)
      showToast({ tone: 'good', title: t('preparation.export.saved', { file: answer.value.file }) });
  };
  return (
    <section className="digest-look" aria-label={t('preparation.digest.look')}>
      <h2>{t('preparation.digest.look')}</h2>
      {warnings.length > 0 && (
        <Banner tone="warning" title={t('preparation.digest.warnings', { n: warnings.length })}>
          <ul className="digest-warnings">
            {warnings.map((warning) => (
              <Warning key={[warning.kind, warning.words, warning.heading].join()} warning={warning} />
            ))}
          </ul>
          <Checkbox isSelected={judged === named} onChange={(isOn) => setJudged(isOn ? named : '')}>
            {t('preparation.digest.judged')}
          </Checkbox>
        </Banner>
      )}
      <div className="digest-look__ways">
        <Button
          variant="primary"
          icon={<FileCode2 size={16} aria-hidden />}
          isDisabled={!isReady}
          onPress={() => void save('html')}
        >
          {t('preparation.digest.saveHtml')}
        </Button>
        <Button
          icon={<FileText size={16} aria-hidden />}
          isDisabled={!isReady}
          onPress={() => void save('markdown')}
        >
          {t('preparation.digest.saveMarkdown')}
        </Button>
      </div>
      {isEmpty && <p className="prep-quiet">{t('preparation.digest.nothingChosen')}</p>}
      <TextDocumentView document={document} />
    </section>
  );
}

function Warning({ warning: { kind, words, heading } }: { readonly warning: DigestWarning }): ReactNode {
  const { t } = useMessages();
  return (
    <li>
      <strong>{t(`preparation.digest.warning.${kind}`)}</strong> “{words}”
      {heading !== null && <span className="prep-quiet"> · {heading}</span>}
    </li>
  );
}
