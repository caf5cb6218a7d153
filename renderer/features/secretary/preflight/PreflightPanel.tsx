import { CircleAlert, CircleCheck, OctagonAlert, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { Finding } from '../../../../core/preflight/finding.ts';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { useEditor } from '../editor/useEditor.ts';
import { useDraftSession, useDraftState } from '../session/useDraft.ts';
import { useFindingWords } from './useFindingWords.ts';
import './preflight.css';

const none: readonly Finding[] = [];

/** What stops the pack from going out, and what is to be judged. Each leads to where it is mended. */
export function PreflightPanel(): ReactNode {
  const { t } = useMessages();
  const findings = useDraftState(({ view }) => view?.findings ?? none);
  const { errors, warnings, accepted } = useMemo(
    () => ({
      errors: findings.filter(({ severity }) => severity === 'error'),
      warnings: findings.filter((finding) => finding.severity === 'warning' && !finding.accepted),
      accepted: findings.filter((finding) => finding.severity === 'warning' && finding.accepted),
    }),
    [findings],
  );
  return (
    <div className="sec-preflight">
      <div className="sec-preflight__head">
        <h2 className="sec-agenda__title">{t('secretary.preflight')}</h2>
        <p className="sec-preflight__sum" role="status">
          {errors.length + warnings.length === 0
            ? t('secretary.preflight.nothing')
            : t('secretary.preflight.sum', { errors: errors.length, warnings: warnings.length })}
        </p>
      </div>
      <div className="sec-preflight__list">
        {errors.length + warnings.length === 0 && (
          <div className="sec-preflight__ready">
            <CircleCheck size={28} strokeWidth={1.6} aria-hidden />
            <p>{t('secretary.preflight.ready')}</p>
          </div>
        )}
        <Group title={t('secretary.preflight.errors', { count: errors.length })} findings={errors} />
        <Group title={t('secretary.preflight.warnings', { count: warnings.length })} findings={warnings} />
        {accepted.length > 0 && (
          <details className="sec-preflight__accepted">
            <summary>{t('secretary.preflight.accepted', { count: accepted.length })}</summary>
            <ul>
              {accepted.map((finding) => (
                <FindingCard key={finding.key} finding={finding} />
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}

function Group({ title, findings }: { title: string; findings: readonly Finding[] }): ReactNode {
  if (findings.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="sec-preflight__group">{title}</h3>
      <ul>
        {findings.map((finding) => (
          <FindingCard key={finding.key} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

function FindingCard({ finding }: { finding: Finding }): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const session = useDraftSession();
  const { what, where, mend } = useFindingWords(finding);
  const isError = finding.severity === 'error';
  const accept = (accepted: boolean): void =>
    void session.edit({ do: 'acceptWarning', key: finding.key, accepted });
  return (
    <li className="sec-finding" data-severity={finding.accepted ? 'accepted' : finding.severity}>
      <button type="button" className="sec-finding__go" onClick={() => model.goTo(finding)}>
        {isError ? <OctagonAlert size={16} aria-hidden /> : <CircleAlert size={16} aria-hidden />}
        <span className="sec-finding__words">
          <span className="sec-finding__what">{what}</span>
          {where !== '' && <span className="sec-finding__where">{where}</span>}
          {!finding.accepted && <span className="sec-finding__mend">{mend}</span>}
        </span>
      </button>
      {!isError && (
        <Button
          size="small"
          variant="quiet"
          aria-label={t(
            finding.accepted ? 'secretary.preflight.unacceptOf' : 'secretary.preflight.acceptOf',
            {
              what,
            },
          )}
          {...(finding.accepted ? { icon: <Undo2 size={14} aria-hidden /> } : {})}
          onPress={() => accept(!finding.accepted)}
        >
          {t(finding.accepted ? 'secretary.preflight.unaccept' : 'secretary.preflight.accept')}
        </Button>
      )}
    </li>
  );
}
