import type { ReactNode } from 'react';
import { useRef } from 'react';
import type { ImportProposal } from '../../../../core/agendaImport/proposal.ts';
import { allDraftItems } from '../../../../core/draft/agendaTree.ts';
import type { DraftBodyEntry } from '../../../../core/draft/draftViews.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { useProtectedContent } from '../../../ui/protectedContent.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { AgendaEditor } from '../agenda/AgendaEditor.tsx';
import type { DraftPages } from '../documents/draftPages.ts';
import { DraftPagesProvider } from '../documents/draftPages.ts';
import { PreflightPanel } from '../preflight/PreflightPanel.tsx';
import { DraftSessionProvider, useDraftSession, useDraftState } from '../session/useDraft.ts';
import type { DraftEditorModel } from './DraftEditorModel.ts';
import { EditorDialogs } from './EditorDialogs.tsx';
import type { EditorHeaderProps } from './EditorHeader.tsx';
import { EditorHeader, nameOfEdit } from './EditorHeader.tsx';
import { EditorPanes } from './EditorPanes.tsx';
import { JobTray } from './JobTray.tsx';
import { MiddlePane } from './MiddlePane.tsx';
import { BodiesProvider } from './useOwnBody.ts';
import { EditorProvider, useEditor, useEditorState } from './useEditor.ts';
import { useImport } from './useImport.ts';
import { useWindowWidth } from './useWindowWidth.ts';
import './editor.css';

/** What shows a proposal for the secretary to correct; `null` refuses it. */
export interface ReviewProps {
  readonly draftId: string;
  readonly proposal: ImportProposal;
  readonly onDone: (proposal: ImportProposal | null) => void;
}

export interface DraftEditorProps {
  readonly model: DraftEditorModel;
  readonly bodies: readonly DraftBodyEntry[];
  readonly pages: DraftPages;
  readonly keys: EditorHeaderProps['keys'];
  readonly onClose: () => void;
  /** Opens the dialog that issues; the button is there when this is. */
  readonly onIssue?: (draftId: string) => void;
  /** Leads to where the secretary's keys are made and unlocked: sealed items need them. */
  readonly onManageKeys?: () => void;
  /** Shows what an import proposes; imports are offered when this is there. */
  readonly review?: (props: ReviewProps) => ReactNode;
}

/** The whole window while a draft is open. */
export function DraftEditor(props: DraftEditorProps): ReactNode {
  const { model, bodies, pages } = props;
  return (
    <DraftSessionProvider value={model.session}>
      <EditorProvider value={model}>
        <BodiesProvider value={bodies}>
          <DraftPagesProvider value={pages}>
            <OpenedOrNot {...props} />
          </DraftPagesProvider>
        </BodiesProvider>
      </EditorProvider>
    </DraftSessionProvider>
  );
}

function OpenedOrNot(props: DraftEditorProps): ReactNode {
  const { t } = useMessages();
  const session = useDraftSession();
  const isThere = useDraftState(({ view }) => view !== null);
  const error = useDraftState((state) => state.openError);
  if (isThere) return <Opened {...props} />;
  return (
    <main className="sec-opening">
      {error === null ? (
        <Skeleton label={t('secretary.opening')} lines={8} />
      ) : (
        <ErrorMessage
          error={error}
          tone="alarm"
          isLive
          actions={
            <>
              <Button onPress={() => void session.open()}>{t('app.tryAgain')}</Button>
              <Button onPress={props.onClose}>{t('secretary.back')}</Button>
            </>
          }
        />
      )}
    </main>
  );
}

function Opened({ keys, onClose, onIssue, onManageKeys, review }: DraftEditorProps): ReactNode {
  const model = useEditor();
  const { draftId } = model.session;
  const panes = useRef<HTMLElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWindowWidth();
  const imports = useImport(review !== undefined, frame);
  useProtectedContent(useHasOpenSeal());
  const issue = async (): Promise<void> => {
    await model.session.flushAll();
    onIssue?.(draftId);
  };
  return (
    <div ref={frame} className="sec" data-file-target={imports.isOver || undefined}>
      <EditorHeader
        keys={keys}
        onClose={onClose}
        {...(onIssue === undefined ? {} : { onIssue: () => void issue() })}
        {...(review === undefined ? {} : { onImport: imports.choose })}
      />
      <SaveTrouble {...(onManageKeys === undefined ? {} : { onManageKeys })} />
      <EditorPanes
        width={width}
        panes={panes}
        agenda={
          <AgendaEditor
            onFilesOnItem={imports.addFiles}
            {...(review === undefined ? {} : { onImport: () => imports.choose('folder') })}
          />
        }
        item={<MiddlePane onAddFiles={imports.addFiles} />}
        preflight={<PreflightPanel />}
      />
      <JobTray />
      <EditorDialogs onPaste={imports.paste} />
      {imports.proposal !== null &&
        review?.({
          draftId,
          proposal: imports.proposal,
          onDone: (proposal) => void imports.finish(proposal),
        })}
      <Said />
    </div>
  );
}

/** Whether the content of anything that is, or will be, sealed is in the editor. */
const useHasOpenSeal = (): boolean =>
  useDraftState(({ view }) => {
    if (view === null) return false;
    const locked = new Set(view.lockedItems ?? []);
    return [...allDraftItems(view.draft.items), ...view.draft.briefings].some(
      ({ id, seal }) => seal != null && !locked.has(id),
    );
  });

/** What was done is not on the disk: why, and the ways out. */
function SaveTrouble({ onManageKeys }: Pick<DraftEditorProps, 'onManageKeys'>): ReactNode {
  const { t } = useMessages();
  const session = useDraftSession();
  const error = useDraftState((state) => state.saveError);
  const isKept = useDraftState((state) => state.saving === 'failed');
  if (error === null) return null;
  return (
    <div className="sec-trouble">
      <ErrorMessage
        error={error}
        tone="alarm"
        isLive
        {...(isKept ? {} : { onDismiss: () => session.giveUp() })}
        actions={
          isKept ? (
            <>
              <Button variant="primary" size="small" onPress={() => void session.tryAgain()}>
                {t('secretary.saved.tryAgain')}
              </Button>
              <Button size="small" onPress={() => session.giveUp()}>
                {t('secretary.saved.giveUp')}
              </Button>
            </>
          ) : error.code === 'draftLocked' && onManageKeys !== undefined ? (
            <Button variant="primary" size="small" onPress={onManageKeys}>
              {t('secretary.toKeys')}
            </Button>
          ) : undefined
        }
      />
    </div>
  );
}

/** Says to screen readers what was moved, removed or taken back. */
function Said(): ReactNode {
  const messages = useMessages();
  const said = useEditorState((state) => state.said);
  const what = said?.values['what'];
  const values =
    typeof what === 'string' ? { ...said?.values, what: nameOfEdit(what, messages) } : said?.values;
  return (
    <VisuallyHidden>
      <span role="status">
        {said !== null && <span key={said.number}>{messages.t(said.key, values)}</span>}
      </span>
    </VisuallyHidden>
  );
}
