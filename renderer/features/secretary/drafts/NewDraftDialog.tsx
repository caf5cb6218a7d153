import type { ReactNode } from 'react';
import { useState } from 'react';
import type { DraftBodyEntry, DraftStart } from '../../../../core/draft/draftViews.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { RadioGroup, SegmentedControl } from '../../../ui/RadioGroup.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { EarlierMeeting } from './DraftsScreen.tsx';

const noBody = 'none';

interface NewDraftDialogProps {
  readonly from: DraftStart['from'];
  readonly bodies: readonly DraftBodyEntry[];
  readonly meetings: readonly EarlierMeeting[];
  readonly onCreate: (start: DraftStart) => void;
  readonly onClose: () => void;
}

/** Asks what the new draft begins with: nothing, a template, the agenda of an earlier meeting or its newest revision. */
export function NewDraftDialog({
  from: asked,
  bodies,
  meetings,
  onCreate,
  onClose,
}: NewDraftDialogProps): ReactNode {
  const { t, formatDate } = useMessages();
  const templates = bodies.flatMap(({ body, templates: own }) =>
    own.map((template) => ({
      value: template.id,
      bodyId: body.id,
      label: `${template.name} – ${body.name}`,
    })),
  );
  const [from, setFrom] = useState(asked);
  const [bodyId, setBodyId] = useState(bodies[0]?.body.id ?? noBody);
  const [kind, setKind] = useState<'meeting' | 'operationsDay'>('meeting');
  const [templateId, setTemplateId] = useState(templates[0]?.value ?? '');
  const [meetingId, setMeetingId] = useState(meetings[0]?.meetingId ?? '');
  const start = startOf();
  function startOf(): DraftStart | null {
    const template = templates.find(({ value }) => value === templateId);
    if (from === 'nothing') return { from, bodyId: bodyId === noBody ? null : bodyId, kind };
    if (from === 'template') return template ? { from, bodyId: template.bodyId, templateId } : null;
    return meetingId === '' ? null : { from, meetingId };
  }
  const ways = [
    { value: 'nothing', label: t('secretary.new.nothing'), description: t('secretary.new.nothingText') },
    ...(templates.length > 0
      ? [
          {
            value: 'template',
            label: t('secretary.new.template'),
            description: t('secretary.new.templateText'),
          } as const,
        ]
      : []),
    ...(meetings.length > 0
      ? ([
          { value: 'copy', label: t('secretary.new.copy'), description: t('secretary.new.copyText') },
          {
            value: 'revision',
            label: t('secretary.new.revision'),
            description: t('secretary.new.revisionText'),
          },
        ] as const)
      : []),
  ] as const;
  return (
    <Dialog
      title={t('secretary.newMeeting')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={start === null}
            onPress={() => start !== null && onCreate(start)}
          >
            {t('secretary.new.do')}
          </Button>
        </>
      }
    >
      <div className="sec-dialog">
        <RadioGroup<DraftStart['from']>
          label={t('secretary.new.from')}
          choices={ways}
          value={from}
          onChange={setFrom}
        />
        {from === 'nothing' && (
          <>
            {bodies.length > 0 && (
              <Select
                label={t('secretary.meeting.body')}
                value={bodyId}
                choices={[
                  ...bodies.map(({ body }) => ({ value: body.id, label: body.name })),
                  { value: noBody, label: t('secretary.new.anotherBody') },
                ]}
                onChange={setBodyId}
              />
            )}
            <SegmentedControl
              label={t('secretary.meeting.kind')}
              value={kind}
              choices={[
                { value: 'meeting', label: t('secretary.kind.meeting') },
                { value: 'operationsDay', label: t('secretary.kind.operationsDay') },
              ]}
              onChange={setKind}
            />
          </>
        )}
        {from === 'template' && (
          <Select
            label={t('secretary.new.whichTemplate')}
            value={templateId}
            choices={templates}
            onChange={setTemplateId}
          />
        )}
        {(from === 'copy' || from === 'revision') && (
          <Select
            label={t('secretary.new.whichMeeting')}
            value={meetingId}
            choices={meetings.map((meeting) => ({
              value: meeting.meetingId,
              label: `${formatDate(meeting.start, 'short')} – ${meeting.title}`,
            }))}
            onChange={setMeetingId}
          />
        )}
      </div>
    </Dialog>
  );
}
