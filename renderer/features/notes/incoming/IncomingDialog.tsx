import { FileInput } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AskedAct } from '../../../../core/annotation/noteActs.ts';
import { leftOutKinds, type LeftOut } from '../../../../core/annotationImport/foreignAnnotation.ts';
import type { IncomingNotes } from '../../../../core/contract/incomingContract.ts';
import type { BereddError, Result } from '../../../../core/errors.ts';
import type { MeetingView } from '../../../../core/library/views.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import type { Messages } from '../../../ui/messages.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { IncomingList } from './IncomingList.tsx';
import { incomingRows } from './incomingRows.ts';
import './incoming.css';

export interface ReadIncoming {
  readonly found: IncomingNotes;
  readonly meeting: MeetingView;
}

/** What a file has that can become notes of one's own: looked through, chosen, taken in as one. */
export function IncomingDialog({
  read,
  onTake,
  onClose,
}: {
  /** Null when the person chose no file. */
  read: () => Promise<Result<ReadIncoming | null>>;
  /** Null when it is done. */
  onTake: (acts: readonly AskedAct[]) => Promise<BereddError | null>;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const [incoming, setIncoming] = useState<ReadIncoming | null>(null);
  const [error, setError] = useState<BereddError | null>(null);
  const latest = useRef({ read, onClose });
  useEffect(() => {
    let isOver = false;
    void latest.current.read().then((answer) => {
      if (isOver) return;
      if (!answer.ok) setError(answer.error);
      else if (answer.value === null) latest.current.onClose();
      else setIncoming(answer.value);
    });
    return () => {
      isOver = true;
    };
  }, []);
  if (incoming !== null) return <ChoosingDialog incoming={incoming} onTake={onTake} onClose={onClose} />;
  return (
    <Dialog
      title={t('incoming.title')}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{t(error === null ? 'ui.cancel' : 'ui.close')}</Button>}
    >
      {error === null ? (
        <Skeleton label={t('incoming.reading')} lines={5} />
      ) : (
        <ErrorMessage error={error} isLive />
      )}
    </Dialog>
  );
}

function ChoosingDialog({
  incoming: { found, meeting },
  onTake,
  onClose,
}: {
  incoming: ReadIncoming;
  onTake: (acts: readonly AskedAct[]) => Promise<BereddError | null>;
  onClose: () => void;
}): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const rows = useMemo(() => incomingRows(found.notes, meeting), [found, meeting]);
  const free = rows.filter(({ incoming }) => !incoming.isHere);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(free.map(({ key }) => key)));
  const [error, setError] = useState<BereddError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const take = async (): Promise<void> => {
    setIsBusy(true);
    const acts = free
      .filter(({ key }) => chosen.has(key))
      .map(({ incoming: { id, draft } }): AskedAct => ({ what: 'add', id, draft }));
    const failed = await onTake(acts);
    setIsBusy(false);
    setError(failed);
    if (failed === null) onClose();
  };
  const isAll = chosen.size === free.length;
  return (
    <Dialog
      title={t('incoming.titleOf', { file: found.file })}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t(free.length === 0 ? 'ui.close' : 'ui.cancel')}</Button>
          {free.length > 0 && (
            <Button variant="primary" isDisabled={chosen.size === 0 || isBusy} onPress={() => void take()}>
              {t('incoming.takeChosen', { count: chosen.size })}
            </Button>
          )}
        </>
      }
    >
      {rows.length === 0 ? (
        <EmptyState icon={<FileInput size={28} aria-hidden />} title={t('incoming.none')}>
          {t('incoming.noneHint')}
        </EmptyState>
      ) : (
        <>
          <p>{t('incoming.text')}</p>
          {free.length > 1 && (
            <div className="incoming__all">
              <span role="status">{t('incoming.count', { chosen: chosen.size, all: free.length })}</span>
              <Button
                size="small"
                onPress={() => setChosen(new Set(isAll ? [] : free.map(({ key }) => key)))}
              >
                {t(isAll ? 'incoming.chooseNone' : 'incoming.chooseAll')}
              </Button>
            </div>
          )}
          <IncomingList
            rows={rows}
            chosen={chosen}
            onToggle={(id) =>
              setChosen((was) => {
                const next = new Set(was);
                if (!next.delete(id)) next.add(id);
                return next;
              })
            }
          />
        </>
      )}
      <LeftOutWords words={leftOutWords(messages, found.leftOut, found.skipped)} />
      {error !== null && <ErrorMessage error={error} tone="alarm" isLive />}
    </Dialog>
  );
}

function LeftOutWords({ words }: { words: readonly string[] }): ReactNode {
  const { t } = useMessages();
  if (words.length === 0) return null;
  return (
    <div className="incoming__left">
      <p>{t('incoming.leftOut')}</p>
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </div>
  );
}

/** What of the file is not taken in, by name. */
function leftOutWords({ t }: Messages, leftOut: LeftOut, skipped: number): readonly string[] {
  const named = [...leftOutKinds, 'tooMany' as const].flatMap((kind) => {
    const count = leftOut[kind] ?? 0;
    return count === 0 ? [] : [t(`incoming.left.${kind}`, { count })];
  });
  return skipped === 0 ? named : [...named, t('incoming.left.skipped', { count: skipped })];
}
