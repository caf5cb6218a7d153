import { CalendarX, LayoutTemplate, MoveRight, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MeetingPatch } from '../../../../core/draft/draftEdit.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { SegmentedControl } from '../../../ui/RadioGroup.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import { useEditor, useFocusField } from '../editor/useEditor.ts';
import { useDraft, useDraftSession, useIsBegun } from '../session/useDraft.ts';
import { useFieldText } from '../session/useFieldText.ts';
import { BodyFields } from './BodyFields.tsx';
import { DeadlineFields } from './DeadlineFields.tsx';
import { NumberingFields } from './NumberingFields.tsx';
import { PackFields } from './PackFields.tsx';
import { TimeFields } from './TimeFields.tsx';
import './meetingForm.css';

/** The head of the meeting: what, who, when, where, and what goes out with it. */
export function MeetingForm(): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const session = useDraftSession();
  const meeting = useDraft((draft) => draft.meeting);
  const isIssued = useDraft((draft) => draft.base !== null);
  const isCancelled = meeting.state === 'cancelled';
  const set = (patch: MeetingPatch): void => void session.edit({ do: 'setMeeting', patch });
  return (
    <article className="sec-form" aria-label={t('agenda.meeting')}>
      {isCancelled && (
        <Banner
          tone="alarm"
          title={t('secretary.meeting.isCancelled')}
          actions={
            <Button
              size="small"
              icon={<RotateCcw size={14} aria-hidden />}
              onPress={() => set({ state: 'scheduled' })}
            >
              {t('secretary.meeting.takeUpAgain')}
            </Button>
          }
        >
          {t('secretary.meeting.isCancelledText')}
        </Banner>
      )}
      <section className="sec-section sec-section--first" aria-label={t('agenda.meeting')}>
        <TitleField />
        <BodyFields />
        <SegmentedControl
          label={t('secretary.meeting.kind')}
          value={meeting.kind}
          choices={[
            { value: 'meeting', label: t('secretary.kind.meeting') },
            { value: 'operationsDay', label: t('secretary.kind.operationsDay') },
          ]}
          onChange={(kind) => set({ kind })}
        />
      </section>
      <section className="sec-section" aria-label={t('secretary.meeting.whenWhere')}>
        <div className="sec-section__head">
          <h3>{t('secretary.meeting.whenWhere')}</h3>
        </div>
        <TimeFields />
        <PlaceField />
        <WebcastField />
      </section>
      <DeadlineFields />
      <NumberingFields />
      <PackFields />
      <div className="sec-meeting__acts">
        {isIssued && !isCancelled && (
          <Button
            icon={<MoveRight size={15} aria-hidden />}
            onPress={() => model.openDialog({ name: 'moveMeeting' })}
          >
            {t('secretary.meeting.move')}
          </Button>
        )}
        {!isCancelled && (
          <Button
            icon={<CalendarX size={15} aria-hidden />}
            onPress={() => model.openDialog({ name: 'cancelMeeting' })}
          >
            {t('secretary.meeting.cancel')}
          </Button>
        )}
        <Button
          icon={<LayoutTemplate size={15} aria-hidden />}
          onPress={() => model.openDialog({ name: 'template' })}
        >
          {t('secretary.template.save')}
        </Button>
      </div>
    </article>
  );
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function useMeetingText(field: string, stored: string, patchOf: (text: string) => MeetingPatch) {
  return useFieldText(`meeting:${field}`, stored, (text) => ({ do: 'setMeeting', patch: patchOf(text) }));
}

function TitleField(): ReactNode {
  const { t } = useMessages();
  const ref = useFocusField<HTMLInputElement>('meetingTitle');
  const isBegun = useIsBegun();
  const title = useDraft((draft) => draft.meeting.title);
  const text = useMeetingText('title', title, (typed) => ({ title: typed }));
  return (
    <TextField
      label={t('secretary.meeting.title')}
      {...text}
      inputRef={ref}
      error={isBegun && text.value.trim() === '' ? t('secretary.meeting.titleMissing') : null}
    />
  );
}

function PlaceField(): ReactNode {
  const { t } = useMessages();
  const ref = useFocusField<HTMLTextAreaElement>('meetingPlace');
  const isBegun = useIsBegun();
  const place = useDraft((draft) => draft.meeting.place);
  const text = useMeetingText('place', place ?? '', (typed) => ({ place: orNull(typed) }));
  return (
    <TextArea
      label={t('secretary.meeting.place')}
      rows={2}
      {...text}
      areaRef={ref}
      error={isBegun && text.value.trim() === '' ? t('secretary.meeting.placeMissing') : null}
    />
  );
}

function WebcastField(): ReactNode {
  const { t } = useMessages();
  const webcast = useDraft((draft) => draft.meeting.webcast);
  const text = useMeetingText('webcast', webcast ?? '', (typed) => ({ webcast: orNull(typed) }));
  const isAddress = text.value.trim() === '' || /^https:\/\/\S+\.\S+/.test(text.value.trim());
  return (
    <TextField
      label={t('secretary.meeting.webcast')}
      placeholder="https://"
      type="url"
      {...text}
      error={isAddress ? null : t('secretary.meeting.webcastWrong')}
    />
  );
}
