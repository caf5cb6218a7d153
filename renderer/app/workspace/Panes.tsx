import type { ReactNode, Ref } from 'react';
import type { Layout } from '../../../core/settings/settings.ts';
import { useMessages } from '../../ui/messages.tsx';
import { SegmentedControl } from '../../ui/RadioGroup.tsx';
import { Splitter } from '../../ui/Splitter.tsx';
import { RegionBoundary } from '../RegionBoundary.tsx';
import type { PaneName } from './workspaceState.ts';

/** Least widths in CSS pixels; below their sum the panes are shown one at a time. */
const leastSide = 220;
const leastDocument = 380;
export const narrowBelow = 820;

export interface PanesProps {
  readonly width: number;
  readonly layout: Layout;
  readonly onlyPane: PaneName;
  readonly onShowOnly: (pane: PaneName) => void;
  readonly onResize: (change: Partial<Layout>) => void;
  readonly onResized: (change: Partial<Layout>) => void;
  readonly agenda: ReactNode;
  readonly document: ReactNode;
  readonly notes: ReactNode;
  readonly noteCount: number;
  /** What the right pane holds. */
  readonly right: 'notes' | 'find';
  readonly paneRef: (name: PaneName) => Ref<HTMLElement>;
  /** What is open: a pane that failed gets another chance with something else. */
  readonly subject: string;
}

/** Agenda, document and notes beside each other, or one at a time where there is no room. */
export function Panes(props: PanesProps): ReactNode {
  return props.width < narrowBelow ? <OnePane {...props} /> : <ThreePanes {...props} />;
}

function ThreePanes(props: PanesProps): ReactNode {
  const { t } = useMessages();
  const { layout, width } = props;
  const { agendaWidth, notesWidth } = fittingWidths(layout, width);
  const common = { paneRef: props.paneRef, subject: props.subject };
  const room = (other: number): number => Math.max(leastSide, width - other - leastDocument);
  return (
    <main className="panes">
      {layout.agendaShown && (
        <>
          <Pane name="agenda" width={agendaWidth} {...common}>
            {props.agenda}
          </Pane>
          <Splitter
            label={t('workspace.agendaWidth')}
            pane="before"
            width={agendaWidth}
            min={leastSide}
            max={Math.min(900, room(layout.notesShown ? notesWidth : 0))}
            onResize={(value) => props.onResize({ agendaWidth: value })}
            onResized={(value) => props.onResized({ agendaWidth: value })}
          />
        </>
      )}
      <Pane name="document" width={null} {...common}>
        {props.document}
      </Pane>
      {layout.notesShown && (
        <>
          <Splitter
            label={t('workspace.notesWidth')}
            pane="after"
            width={notesWidth}
            min={leastSide}
            max={Math.min(900, room(layout.agendaShown ? agendaWidth : 0))}
            onResize={(value) => props.onResize({ notesWidth: value })}
            onResized={(value) => props.onResized({ notesWidth: value })}
          />
          <Pane name="notes" holdsHits={props.right === 'find'} width={notesWidth} {...common}>
            {props.notes}
          </Pane>
        </>
      )}
    </main>
  );
}

function OnePane(props: PanesProps): ReactNode {
  const { t } = useMessages();
  const pane = props.onlyPane;
  return (
    <main className="panes panes--one">
      <div className="panes__switch">
        <SegmentedControl
          label={t('workspace.pane')}
          hidesLabel
          value={pane}
          onChange={props.onShowOnly}
          choices={[
            { value: 'agenda', label: t('workspace.pane.agenda') },
            { value: 'document', label: t('workspace.pane.document') },
            {
              value: 'notes',
              label:
                props.right === 'find'
                  ? t('find.list')
                  : t('workspace.pane.notes', { count: props.noteCount }),
            },
          ]}
        />
      </div>
      <Pane
        name={pane}
        holdsHits={pane === 'notes' && props.right === 'find'}
        width={null}
        paneRef={props.paneRef}
        subject={props.subject}
      >
        {props[pane]}
      </Pane>
    </main>
  );
}

function Pane({
  name,
  holdsHits = false,
  width,
  paneRef,
  subject,
  children,
}: {
  name: PaneName;
  /** The hits of a search in the place of the notes. */
  holdsHits?: boolean;
  width: number | null;
  paneRef: PanesProps['paneRef'];
  subject: string;
  children: ReactNode;
}): ReactNode {
  const { t } = useMessages();
  return (
    <section
      ref={paneRef(name)}
      className={`pane pane--${name}`}
      aria-label={t(holdsHits ? 'find.list' : `workspace.region.${name}`)}
      {...(width === null ? {} : { style: { width } })}
    >
      <RegionBoundary subject={subject}>{children}</RegionBoundary>
    </section>
  );
}

/** The wished widths, made smaller together when the document would get too little. */
export function fittingWidths(
  layout: Layout,
  width: number,
): { readonly agendaWidth: number; readonly notesWidth: number } {
  const agenda = layout.agendaShown ? layout.agendaWidth : 0;
  const notes = layout.notesShown ? layout.notesWidth : 0;
  const excess = agenda + notes + leastDocument - width;
  if (excess <= 0) return { agendaWidth: layout.agendaWidth, notesWidth: layout.notesWidth };
  const share = (side: number): number =>
    Math.max(leastSide, Math.round(side - (excess * side) / Math.max(1, agenda + notes)));
  return { agendaWidth: share(layout.agendaWidth), notesWidth: share(layout.notesWidth) };
}
