import { ArrowLeft, Check, CircleAlert, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { BodySettings, DraftBodyEntry } from '../../../../core/draft/draftViews.ts';
import { Button } from '../../../ui/Button.tsx';
import { AlertDialog } from '../../../ui/Dialog.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { RadioGroup, SegmentedControl } from '../../../ui/RadioGroup.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import type { BodySession } from './BodySession.ts';
import { CallInOrder } from './CallInOrder.tsx';
import { rosterOfEntry } from './newBody.ts';
import { RosterTable } from './RosterTable.tsx';
import { TemplateList } from './TemplateList.tsx';
import '../drafts/drafts.css';
import '../editor/editor.css';
import '../item/item.css';
import './bodies.css';
import '../meeting/meetingForm.css';

export interface BodyFormProps {
  readonly session: BodySession;
  readonly onClose: () => void;
  readonly onRemove: () => void;
  readonly onRemoveTemplate: (templateId: string) => void;
}

/** Everything the office knows of a body. */
export function BodyForm({ session, onClose, onRemove, onRemoveTemplate }: BodyFormProps): ReactNode {
  const { t } = useMessages();
  const entry = useStore(session.store, (state) => state.entry);
  const error = useStore(session.store, (state) => state.error);
  const [isRemoving, setIsRemoving] = useState(false);
  const change = (changed: Partial<DraftBodyEntry['body']>): void =>
    session.change((now) => ({ ...now, body: { ...now.body, ...changed } }));
  const roster = rosterOfEntry(entry);
  return (
    <div className="drafts">
      <header className="bodies__head">
        <IconButton
          label={t('secretary.body.back')}
          icon={<ArrowLeft size={18} aria-hidden />}
          onPress={onClose}
        />
        <h1 className="drafts__title">{entry.body.name}</h1>
        <BodySaved session={session} />
      </header>
      {error !== null && (
        <ErrorMessage
          error={error}
          tone="alarm"
          isLive
          actions={<Button onPress={() => void session.flush()}>{t('secretary.saved.tryAgain')}</Button>}
        />
      )}
      <div className="body-form">
        <Facts session={session} />
        <Habits session={session} />
        <RosterTable roster={roster} onChange={(changed) => change({ roster: changed })} />
        <CallInOrder roster={roster} onChange={(changed) => change({ roster: changed })} />
        <TemplateList templates={entry.templates} onRemove={onRemoveTemplate} />
        <div className="sec-meeting__acts">
          <Button icon={<Trash2 size={15} aria-hidden />} onPress={() => setIsRemoving(true)}>
            {t('secretary.body.remove')}
          </Button>
        </div>
      </div>
      <AlertDialog
        title={t('secretary.body.removeTitle', { name: entry.body.name })}
        isOpen={isRemoving}
        isDanger
        onClose={() => setIsRemoving(false)}
        confirmLabel={t('secretary.body.removeDo')}
        onConfirm={onRemove}
      >
        <p>{t('secretary.body.removeText')}</p>
      </AlertDialog>
    </div>
  );
}

function BodySaved({ session }: { session: BodySession }): ReactNode {
  const { t } = useMessages();
  const saving = useStore(session.store, (state) => state.saving);
  const shown = saving === 'saving' ? 'typing' : saving;
  return (
    <p className="sec-saved" data-state={shown} role="status">
      {shown === 'saved' && <Check size={15} aria-hidden />}
      {shown === 'failed' && <CircleAlert size={15} aria-hidden />}
      {t(`secretary.saved.${shown}`)}
    </p>
  );
}

function Facts({ session }: { session: BodySession }): ReactNode {
  const { t } = useMessages();
  const { body, settings } = useStore(session.store, (state) => state.entry);
  const set = useSettings(session);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const leave = (field: string) => () => setLeft((fields) => new Set([...fields, field]));
  return (
    <section className="sec-section sec-section--first" aria-label={t('secretary.body.facts')}>
      <div className="sec-section__head">
        <h2>{t('secretary.body.facts')}</h2>
      </div>
      <TextField
        label={t('secretary.meeting.bodyName')}
        value={body.name}
        onChange={(name) => session.change((now) => ({ ...now, body: { ...now.body, name } }))}
        error={body.name.trim() === '' ? t('secretary.body.nameMissing') : null}
      />
      <div className="sec-pair">
        <TextField
          label={t('secretary.meeting.municipality')}
          value={settings.municipality}
          onChange={(municipality) => set({ municipality })}
          onBlur={leave('municipality')}
          error={
            left.has('municipality') && settings.municipality.trim() === ''
              ? t('secretary.body.municipalityMissing')
              : null
          }
        />
        <TextField
          label={t('secretary.body.office')}
          value={settings.office}
          onChange={(office) => set({ office })}
          onBlur={leave('office')}
          error={
            left.has('office') && settings.office.trim() === '' ? t('secretary.body.officeMissing') : null
          }
        />
      </div>
    </section>
  );
}

const useSettings = (session: BodySession) => (changed: Partial<BodySettings>) =>
  session.change((now) => ({ ...now, settings: { ...now.settings, ...changed } }));

const orNull = (text: string): string | null => (text === '' ? null : text);

/** How its meetings usually are, and its own rules. */
function Habits({ session }: { session: BodySession }): ReactNode {
  const { t } = useMessages();
  const { settings } = useStore(session.store, (state) => state.entry);
  const set = useSettings(session);
  const [days, setDays] = useState(settings.summonsDays === null ? '' : String(settings.summonsDays));
  const areDaysWrong = days.trim() !== '' && !/^\d{1,3}$/.test(days.trim());
  return (
    <section className="sec-section" aria-label={t('secretary.body.habits')}>
      <div className="sec-section__head">
        <h2>{t('secretary.body.habits')}</h2>
      </div>
      <div className="sec-pair">
        <TextArea
          label={t('secretary.body.place')}
          rows={2}
          value={settings.place ?? ''}
          onChange={(place) => set({ place: orNull(place) })}
        />
        <TextField
          label={t('secretary.body.startTime')}
          type="time"
          value={settings.startTime ?? ''}
          onChange={(startTime) => set({ startTime: orNull(startTime) })}
        />
      </div>
      <SegmentedControl
        label={t('secretary.numbering.style')}
        value={settings.numbering.style}
        choices={[
          { value: 'number', label: '1, 2, 3' },
          { value: 'section', label: '§ 1, § 2' },
        ]}
        onChange={(style) => set({ numbering: { ...settings.numbering, style } })}
      />
      <div className="sec-pair">
        <TextField
          label={t('secretary.body.summonsDays')}
          description={t('secretary.body.summonsDaysHint')}
          inputMode="numeric"
          value={days}
          onChange={(typed) => {
            setDays(typed);
            if (typed.trim() === '') set({ summonsDays: null });
            else if (/^\d{1,3}$/.test(typed.trim())) set({ summonsDays: Number(typed.trim()) });
          }}
          error={areDaysWrong ? t('secretary.body.summonsDaysWrong') : null}
        />
        <TextField
          label={t('secretary.deadline.source')}
          placeholder={t('secretary.deadline.sourceExample')}
          value={settings.summonsSource ?? ''}
          onChange={(source) => set({ summonsSource: orNull(source) })}
          error={
            settings.summonsDays !== null && (settings.summonsSource ?? '').trim() === ''
              ? t('secretary.body.summonsSourceMissing')
              : null
          }
        />
      </div>
      <RadioGroup
        label={t('secretary.body.conflictPolicy')}
        value={settings.conflictPolicy}
        choices={[
          { value: 'warn', label: t('secretary.conflicts.warn'), description: t('secretary.body.warnText') },
          { value: 'hide', label: t('secretary.conflicts.hide'), description: t('secretary.body.hideText') },
        ]}
        onChange={(conflictPolicy) => set({ conflictPolicy })}
      />
    </section>
  );
}
