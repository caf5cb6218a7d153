import { ChevronLeft, ChevronRight, Pause, Play, RotateCcw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { ItemSheet } from '../../../core/preparation/sheet.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { usePreparation } from './PreparationContext.ts';
import { useSpeechTimer } from './useSpeechTimer.ts';

export interface MeetingModeProps {
  readonly sheets: readonly ItemSheet[];
  readonly itemId: string | null;
  readonly onShow: (itemId: string) => void;
  readonly onLeave: () => void;
}

/** While the meeting goes on: large letters, the next item by one key, the speech with its time, quick notes. */
export function MeetingMode({ sheets, itemId, onShow, onLeave }: MeetingModeProps): ReactNode {
  const { t } = useMessages();
  const at = Math.max(
    0,
    sheets.findIndex(({ item }) => item.id === itemId),
  );
  const sheet = sheets[at];
  const step = (by: 1 | -1): void => {
    const next = sheets[at + by];
    if (next !== undefined) onShow(next.item.id);
  };
  useMeetingKeys(step, onLeave);
  const frame = useRef<HTMLElement>(null);
  useEffect(() => frame.current?.focus(), []);
  if (sheet === undefined) return null;
  return (
    <main ref={frame} className="prep-live" tabIndex={-1} aria-label={t('preparation.meetingMode')}>
      <header className="prep-live__bar">
        <IconButton
          label={t('preparation.meetingMode.previous')}
          shortcut="←"
          icon={<ChevronLeft size={24} aria-hidden />}
          isDisabled={at === 0}
          onPress={() => step(-1)}
        />
        <p aria-live="polite">{t('preparation.meetingMode.place', { n: at + 1, of: sheets.length })}</p>
        <IconButton
          label={t('preparation.meetingMode.next')}
          shortcut="→"
          icon={<ChevronRight size={24} aria-hidden />}
          isDisabled={at === sheets.length - 1}
          onPress={() => step(1)}
        />
        <SpeechTimer key={sheet.item.id} />
        <Button icon={<X size={16} aria-hidden />} onPress={onLeave}>
          {t('preparation.meetingMode.leave')}
        </Button>
      </header>
      <LiveSheet sheet={sheet} />
      <QuickNote itemId={sheet.item.id} />
    </main>
  );
}

function useMeetingKeys(step: (by: 1 | -1) => void, onLeave: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const isWriting =
        event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (event.key === 'Escape') onLeave();
      else if (isWriting) return;
      else if (event.key === 'ArrowRight' || event.key === 'PageDown') step(1);
      else if (event.key === 'ArrowLeft' || event.key === 'PageUp') step(-1);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  });
}

function LiveSheet({ sheet }: { readonly sheet: ItemSheet }): ReactNode {
  const { t } = useMessages();
  const { item, stance, conflict, speech, questions, proposals } = sheet;
  return (
    <article className="prep-live__sheet">
      <h1>
        {item.number !== null && <span className="prep-number">{item.number}</span>}
        {item.title}
      </h1>
      {conflict !== null && (
        <p className="prep-live__conflict" role="note">
          <strong>{t('preparation.conflict')}.</strong> {t('preparation.conflict.effect')}
        </p>
      )}
      {stance !== null && (
        <p className="prep-live__stance">
          {t('preparation.myStance')}: <strong>{t(`preparation.stance.${stance}`)}</strong>
        </p>
      )}
      {item.proposedDecision.length > 0 && (
        <section aria-label={t('preparation.proposedDecision')}>
          <h2>{t('preparation.proposedDecision')}</h2>
          <ol>
            {item.proposedDecision.map((point, i) => (
              <li key={i}>{point}</li>
            ))}
          </ol>
        </section>
      )}
      {speech.length > 0 && (
        <section aria-label={t('preparation.speech')}>
          <h2>{t('preparation.speech')}</h2>
          {speech.map(({ note, quote }) => (
            <div key={note.id} className="prep-live__paragraph">
              {quote !== '' && <blockquote>{quote}</blockquote>}
              <p>{note.text}</p>
            </div>
          ))}
        </section>
      )}
      {proposals.length > 0 && (
        <section aria-label={t('preparation.proposals')}>
          <h2>{t('preparation.proposals')}</h2>
          <ol>
            {proposals.map(({ note, kind, text, reason }) => (
              <li key={note.id}>
                {kind !== null && <strong>{t(`preparation.proposal.${kind}`)}. </strong>}
                {text} {reason}
              </li>
            ))}
          </ol>
        </section>
      )}
      {questions.length > 0 && (
        <section aria-label={t('preparation.questions')}>
          <h2>{t('preparation.questions')}</h2>
          <ul>
            {questions.map(({ note, quote, addressee }) => (
              <li key={note.id}>
                {note.text === '' ? quote : note.text}
                {addressee !== null && addressee !== '' && ` → ${addressee}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function SpeechTimer(): ReactNode {
  const { t } = useMessages();
  const timer = useSpeechTimer();
  return (
    <div className="prep-live__timer" role="timer" aria-label={t('preparation.meetingMode.timer')}>
      <span className="prep-live__clock">{timer.shown}</span>
      <IconButton
        size="small"
        label={t(timer.isRunning ? 'preparation.meetingMode.stop' : 'preparation.meetingMode.start')}
        icon={timer.isRunning ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
        onPress={timer.toggle}
      />
      <IconButton
        size="small"
        label={t('preparation.meetingMode.reset')}
        icon={<RotateCcw size={18} aria-hidden />}
        onPress={timer.reset}
      />
    </div>
  );
}

/** A line that becomes a note of the item, with the time it was said. */
function QuickNote({ itemId }: { readonly itemId: string }): ReactNode {
  const { t, formatTime } = useMessages();
  const { session } = usePreparation();
  const [text, setText] = useState('');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (text.trim() === '') return;
    const time = formatTime(Date.now());
    const id = await session.add(itemId, 'note', { text: `${time} ${text.trim()}` });
    if (id === null) return;
    setText('');
    setSavedAt(time);
  };
  return (
    <form
      className="prep-live__quick"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField label={t('preparation.meetingMode.quick')} value={text} onChange={setText} />
      <Button type="submit" variant="primary">
        {t('preparation.meetingMode.quickSave')}
      </Button>
      <p aria-live="polite" className="prep-quiet">
        {savedAt !== null && t('preparation.meetingMode.saved', { time: savedAt })}
      </p>
    </form>
  );
}
