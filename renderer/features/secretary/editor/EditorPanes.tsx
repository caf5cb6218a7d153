import type { ReactNode, RefObject } from 'react';
import { useState } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import { SegmentedControl } from '../../../ui/RadioGroup.tsx';
import { Splitter } from '../../../ui/Splitter.tsx';
import { useDraftState } from '../session/useDraft.ts';
import { useEditor, useEditorState } from './useEditor.ts';

const leastSide = 240;
const leastMiddle = 400;
/** Below this width the panes are shown one at a time. */
const narrowBelow = 860;

/** As they were left last, as long as the window is open. */
const remembered = { agenda: Math.round(Math.min(520, Math.max(340, innerWidth * 0.28))), preflight: 320 };

export interface EditorPanesProps {
  /** Of the editor, in CSS pixels. */
  readonly width: number;
  readonly agenda: ReactNode;
  readonly item: ReactNode;
  readonly preflight: ReactNode;
  readonly panes: RefObject<HTMLElement | null>;
}

/** Agenda, item and pre-flight beside each other, or one at a time where there is no room. */
export function EditorPanes(props: EditorPanesProps): ReactNode {
  return props.width < narrowBelow ? <OnePane {...props} /> : <ThreePanes {...props} />;
}

function ThreePanes({ width, agenda, item, preflight, panes }: EditorPanesProps): ReactNode {
  const { t } = useMessages();
  const isPreflightShown = useEditorState((state) => state.preflightShown);
  const [widths, setWidths] = useState(remembered);
  const resize = (changed: Partial<typeof remembered>): void => {
    Object.assign(remembered, changed);
    setWidths((now) => ({ ...now, ...changed }));
  };
  const right = isPreflightShown ? widths.preflight : 0;
  const agendaWidth = Math.max(leastSide, Math.min(widths.agenda, width - right - leastMiddle));
  const preflightWidth = Math.max(leastSide, Math.min(widths.preflight, width - agendaWidth - leastMiddle));
  return (
    <main ref={panes} className="sec-panes" tabIndex={-1}>
      <section
        className="sec-pane sec-pane--side"
        aria-label={t('agenda.title')}
        data-pane
        style={{ width: agendaWidth }}
      >
        {agenda}
      </section>
      <Splitter
        label={t('secretary.width.agenda')}
        pane="before"
        width={agendaWidth}
        min={leastSide}
        max={Math.max(leastSide, width - right - leastMiddle)}
        onResize={(value) => resize({ agenda: value })}
        onResized={(value) => resize({ agenda: value })}
      />
      <section className="sec-pane sec-pane--item" aria-label={t('secretary.pane.item')} data-pane>
        {item}
      </section>
      {isPreflightShown && (
        <>
          <Splitter
            label={t('secretary.width.preflight')}
            pane="after"
            width={preflightWidth}
            min={leastSide}
            max={Math.max(leastSide, width - agendaWidth - leastMiddle)}
            onResize={(value) => resize({ preflight: value })}
            onResized={(value) => resize({ preflight: value })}
          />
          <section
            className="sec-pane sec-pane--side"
            aria-label={t('secretary.preflight')}
            data-pane
            style={{ width: preflightWidth }}
          >
            {preflight}
          </section>
        </>
      )}
    </main>
  );
}

function OnePane({ agenda, item, preflight, panes }: EditorPanesProps): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const shown = useEditorState((state) => state.onlyPane);
  const count = useDraftState(({ view }) => view?.findings.filter(({ accepted }) => !accepted).length ?? 0);
  return (
    <main ref={panes} className="sec-panes sec-panes--one" tabIndex={-1}>
      <div className="sec-panes__switch">
        <SegmentedControl
          label={t('secretary.pane')}
          hidesLabel
          value={shown}
          onChange={(pane) => model.showPane(pane)}
          choices={[
            { value: 'agenda', label: t('agenda.title') },
            { value: 'item', label: t('secretary.pane.item') },
            { value: 'preflight', label: t('secretary.preflightCount', { count }) },
          ]}
        />
      </div>
      <section className="sec-pane sec-pane--item" aria-label={t('secretary.pane')} data-pane>
        {{ agenda, item, preflight }[shown]}
      </section>
    </main>
  );
}
