import { CircleAlert, CircleCheck, OctagonAlert, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { memo, useMemo } from 'react';
import type { Finding } from '../../../../core/preflight/finding.ts';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { useEditor } from '../editor/useEditor.ts';
import { useDraft, useDraftSession, useDraftState } from '../session/useDraft.ts';
import type { FindingGroup, WordedFinding } from './findingGroups.ts';
import { findingGroups } from './findingGroups.ts';
import { findingWords } from './findingWords.ts';
import './preflight.css';

const none: readonly Finding[] = [];

/** What stops the pack from going out, and what is to be judged. Each leads to where it is mended. */
export function PreflightPanel(): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const draft = useDraft((now) => now);
  const findings = useDraftState(({ view }) => view?.findings ?? none);
  const { errors, warnings, accepted } = useMemo(() => {
    const worded = findings.map((finding) => ({ finding, words: findingWords(finding, draft, messages) }));
    return {
      errors: worded.filter(({ finding }) => finding.severity === 'error'),
      warnings: worded.filter(({ finding }) => finding.severity === 'warning' && !finding.accepted),
      accepted: worded.filter(({ finding }) => finding.severity === 'warning' && finding.accepted),
    };
  }, [findings, draft, messages]);
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
        <Findings title={t('secretary.preflight.errors', { count: errors.length })} findings={errors} />
        <Findings title={t('secretary.preflight.warnings', { count: warnings.length })} findings={warnings} />
        {accepted.length > 0 && (
          <details className="sec-preflight__accepted">
            <summary>{t('secretary.preflight.accepted', { count: accepted.length })}</summary>
            <Groups findings={accepted} />
          </details>
        )}
      </div>
    </div>
  );
}

function Findings({ title, findings }: { title: string; findings: readonly WordedFinding[] }): ReactNode {
  if (findings.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="sec-preflight__group">{title}</h3>
      <Groups findings={findings} />
    </section>
  );
}

function Groups({ findings }: { findings: readonly WordedFinding[] }): ReactNode {
  return (
    <ul className="sec-preflight__groups">
      {findingGroups(findings).map((group) => (
        <li key={group.key}>
          <GroupCard group={group} />
        </li>
      ))}
    </ul>
  );
}

/** What is the matter and how to mend it, and each place where it is so. */
function GroupCard({ group: { words, findings } }: { group: FindingGroup }): ReactNode {
  const { t } = useMessages();
  const [first] = findings;
  if (first === undefined) return null;
  const { severity, accepted } = first.finding;
  return (
    <div className="sec-finding" data-severity={accepted ? 'accepted' : severity}>
      <div className="sec-finding__head">
        {severity === 'error' ? (
          <OctagonAlert size={16} aria-hidden />
        ) : (
          <CircleAlert size={16} aria-hidden />
        )}
        <div className="sec-finding__words">
          <p className="sec-finding__what">
            {findings.length > 1 && first.finding.code === 'cardMissing'
              ? t('secretary.preflight.cards', { count: findings.length })
              : words.what}
            {findings.length > 1 && <span className="sec-finding__count">{findings.length}</span>}
          </p>
          {!accepted && <p className="sec-finding__mend">{words.mend}</p>}
        </div>
      </div>
      <ul className="sec-finding__places">
        {findings.map(({ finding, words: own }) => (
          <PlaceLine key={finding.key} finding={finding} what={own.what} where={own.where} />
        ))}
      </ul>
    </div>
  );
}

const PlaceLine = memo(function PlaceLine({
  finding,
  what,
  where,
}: {
  finding: Finding;
  what: string;
  where: string;
}): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const session = useDraftSession();
  const place = where === '' ? t('agenda.meeting') : where;
  const values = { what: `${what}, ${place}` };
  return (
    <li className="sec-finding__place">
      <button
        type="button"
        className="sec-finding__go"
        aria-label={t('secretary.preflight.goTo', values)}
        onClick={() => model.goTo(finding)}
      >
        {place}
      </button>
      {finding.severity === 'warning' && (
        <Button
          size="small"
          variant="quiet"
          aria-label={t(
            finding.accepted ? 'secretary.preflight.unacceptOf' : 'secretary.preflight.acceptOf',
            values,
          )}
          {...(finding.accepted ? { icon: <Undo2 size={14} aria-hidden /> } : {})}
          onPress={() =>
            void session.edit({ do: 'acceptWarning', key: finding.key, accepted: !finding.accepted })
          }
        >
          {t(finding.accepted ? 'secretary.preflight.unaccept' : 'secretary.preflight.accept')}
        </Button>
      )}
    </li>
  );
});
