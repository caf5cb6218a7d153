import { CircleAlert, Lock, OctagonAlert, Presentation } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId, useMemo } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import { useEditor, useEditorState } from '../editor/useEditor.ts';
import { useDraft, useDraftState } from '../session/useDraft.ts';
import { findingsByItem } from './findingsByItem.ts';

/** Unit briefings of the draft, below its items; nothing where there are none. */
export function BriefingPlaces(): ReactNode {
  const { t } = useMessages();
  const titleId = useId();
  const model = useEditor();
  const briefings = useDraft((draft) => draft.briefings);
  const current = useEditorState(({ shown, briefingId }) => (shown === 'briefing' ? briefingId : null));
  const findings = useDraftState(({ view }) => view?.findings);
  const troubles = useMemo(() => findingsByItem(findings ?? []), [findings]);
  if (briefings.length === 0) return null;
  return (
    <nav className="sec-briefings" aria-labelledby={titleId}>
      <h3 id={titleId} className="sec-briefings__title">
        {t('agenda.briefings')}
      </h3>
      {briefings.map(({ id, unit, period, seal }) => {
        const { errors = 0, warnings = 0 } = troubles.get(id) ?? {};
        const Icon = seal == null ? Presentation : Lock;
        return (
          <button
            key={id}
            type="button"
            className="sec-place"
            onClick={() => model.showBriefing(id)}
            {...(current === id ? { 'aria-current': 'true' as const } : {})}
          >
            <Icon size={17} aria-hidden />
            <span className="sec-place__words">
              <span className="sec-place__title">{unit.name}</span>
              <span className="sec-place__detail">
                {[seal == null ? null : t(`agenda.sealed.${seal.reason}`), period]
                  .filter((part) => part !== null)
                  .join(' · ')}
                {errors > 0 && (
                  <span className="sec-row__trouble sec-row__trouble--error">
                    <OctagonAlert size={12} aria-hidden />
                    {t('secretary.errorCount', { count: errors })}
                  </span>
                )}
                {warnings > 0 && (
                  <span className="sec-row__trouble sec-row__trouble--warning">
                    <CircleAlert size={12} aria-hidden />
                    {t('secretary.warningCount', { count: warnings })}
                  </span>
                )}
              </span>
            </span>
          </button>
        );
      })}
    </nav>
  );
}
