import { Download, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { BereddError } from '../../../core/errors.ts';
import type { PrintedMeeting } from '../../../core/print/printedMeeting.ts';
import { client, on } from '../../client.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { showToast } from '../../ui/toasts.ts';
import { ComposingState } from './ComposingState.tsx';
import type { PageDrawings } from './pageDrawings.ts';
import { firstForm, orderOf, sceneAt } from './printForm.ts';
import type { PrintForm } from './printForm.ts';
import { PrintOptions } from './PrintOptions.tsx';
import { PrintPreview } from './PrintPreview.tsx';
import { PrintSession } from './PrintSession.ts';
import './print.css';

/** Choices that follow one another quickly compose once. */
const settleMs = 350;

export interface PrintDialogProps {
  readonly meetingId: string;
  readonly meeting: PrintedMeeting;
  /** The item or briefing, and the document, that are open. */
  readonly holderId: string | null;
  readonly documentId: string | null;
  readonly drawings: PageDrawings;
  readonly onClose: () => void;
}

/** Asks what is to be printed, shows how it comes out, and prints or saves it. */
export function PrintDialog(props: PrintDialogProps): ReactNode {
  const { meeting, holderId, documentId, drawings, onClose } = props;
  const { t } = useMessages();
  const scene = useMemo(() => sceneAt(meeting, holderId, documentId), [meeting, holderId, documentId]);
  const [form, setForm] = useState(() => firstForm(scene));
  const { order, fault } = useMemo(() => orderOf(form, scene), [form, scene]);
  const { session, tryAgain } = usePrintSession(props.meetingId, order);
  const state = useStore(session.store);
  const { composed, isComposing, error } = state;
  const [actionError, setActionError] = useState<BereddError | null>(null);
  const id = composed?.id ?? null;
  const isReady = id !== null && !isComposing && order !== null;

  const change = (changed: Partial<PrintForm>): void => setForm((was) => ({ ...was, ...changed }));
  const save = async (): Promise<void> => {
    if (id === null) return;
    const answer = await client.print.save({ id });
    if (!answer.ok) return setActionError(answer.error);
    if (answer.value === null) return;
    showToast({ tone: 'good', title: (words) => words.t('print.saved'), text: answer.value.file });
    onClose();
  };
  const print = async (): Promise<void> => {
    if (id === null) return;
    const answer = await client.print.open({ id });
    if (!answer.ok) return setActionError(answer.error);
    showToast({
      tone: 'good',
      title: (words) => words.t('print.handedOver'),
      text: (words) => words.t('print.handedOverText'),
    });
    onClose();
  };

  return (
    <Dialog
      title={t('print.title')}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <p className="print-count" aria-live="polite">
            {isReady && composed !== null && t('print.count', { sheets: composed.sheetCount })}
          </p>
          <Button icon={<Download size={16} aria-hidden />} isDisabled={!isReady} onPress={() => void save()}>
            {t('print.save')}
          </Button>
          <Button
            variant="primary"
            icon={<Printer size={16} aria-hidden />}
            isDisabled={!isReady}
            onPress={() => void print()}
          >
            {t('print.print')}
          </Button>
        </>
      }
    >
      <div className="print">
        <PrintOptions form={form} scene={scene} fault={fault} drawings={drawings} onChange={change} />
        <div className="print__result" data-waiting={isComposing || undefined}>
          {actionError !== null && (
            <ErrorMessage error={actionError} isLive onDismiss={() => setActionError(null)} />
          )}
          {error !== null && (
            <ErrorMessage
              error={error}
              isLive
              actions={<Button onPress={tryAgain}>{t('print.tryAgain')}</Button>}
            />
          )}
          {composed !== null && composed.leftOut.length > 0 && (
            <Banner tone="warning" title={t('print.leftOut', { count: composed.leftOut.length })}>
              {composed.leftOut.map(({ title }) => title).join(', ')}
            </Banner>
          )}
          {composed !== null && order !== null && (
            <PrintPreview key={form.what} composed={composed} drawings={drawings} />
          )}
          <ComposingState
            state={state}
            isNothingChosen={order === null}
            onCancel={() => session.cancel()}
            onTryAgain={tryAgain}
          />
          <p className="print__explained">{t('print.printExplained')}</p>
        </div>
      </div>
    </Dialog>
  );
}

function usePrintSession(
  meetingId: string,
  order: ReturnType<typeof orderOf>['order'],
): { readonly session: PrintSession; readonly tryAgain: () => void } {
  const [session] = useState(() => new PrintSession(meetingId, () => client.print));
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (order === null) return session.clear();
    const timer = setTimeout(() => void session.compose(order), settleMs);
    return () => clearTimeout(timer);
  }, [session, order, attempt]);
  useEffect(() => on('print.progress', session.progressed), [session]);
  useEffect(() => () => session.clear(), [session]);
  return { session, tryAgain: () => setAttempt((count) => count + 1) };
}
