import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Result } from '../../../core/errors.ts';
import { ok } from '../../../core/errors.ts';
import type { MeetingPeopleView } from '../../../core/exchange/peopleViews.ts';
import { client } from '../../client.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { localNow } from './localNow.ts';

/** Notes who has been sent which revision: by mail, on a stick, on paper. */
export function MarkSentDialog({
  view,
  onDone,
  onClose,
}: {
  view: MeetingPeopleView;
  onDone: (view: MeetingPeopleView) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const [revision, setRevision] = useState(view.revision);
  const [sent, setSent] = useState(localNow());
  const lacking = (number: number): readonly string[] =>
    view.rows
      .filter(({ revisions }) => revisions.find((each) => each.revision === number)?.sent == null)
      .map(({ member }) => member);
  const [chosen, setChosen] = useState(lacking(view.revision));
  const everybody = view.rows.map(({ member }) => member);
  const areAll = chosen.length === everybody.length;
  const mark = async (instant: string | null): Promise<Result<boolean>> => {
    const answer = await client.people.markSent({
      meetingId: view.meetingId,
      revision,
      members: [...chosen],
      sent: instant,
    });
    if (!answer.ok) return answer;
    onDone(answer.value);
    return ok(true);
  };
  const wereSent = chosen.some((member) => !lacking(revision).includes(member));
  const unmark = async (): Promise<void> => {
    const answer = await mark(null);
    if (answer.ok) onClose();
  };
  return (
    <FormDialog
      title={t('people.markSent')}
      confirmLabel={t('people.markSentConfirm', { count: chosen.length })}
      canConfirm={chosen.length > 0 && sent !== ''}
      run={() => mark(new Date(sent).toISOString())}
      onClose={onClose}
    >
      <p>{t('people.markSentText')}</p>
      <Select
        label={t('people.revision')}
        value={String(revision)}
        onChange={(value) => {
          setRevision(Number(value));
          setChosen(lacking(Number(value)));
        }}
        choices={view.revisions.toReversed().map((each) => ({
          value: String(each.revision),
          label: t('people.col.revision', { revision: each.revision }),
        }))}
      />
      <TextField label={t('people.sentAt')} type="datetime-local" value={sent} onChange={setSent} />
      <div role="group" aria-label={t('people.col.name')} className="people__bodies">
        <Checkbox isSelected={areAll} onChange={() => setChosen(areAll ? [] : everybody)}>
          {t('people.everybody')}
        </Checkbox>
        {view.rows.map(({ member, name, party }) => (
          <Checkbox
            key={member}
            isSelected={chosen.includes(member)}
            onChange={(isSelected) =>
              setChosen(isSelected ? [...chosen, member] : chosen.filter((each) => each !== member))
            }
          >
            {[name, party].filter(Boolean).join(', ')}
          </Checkbox>
        ))}
      </div>
      {wereSent && (
        <Button variant="quiet" size="small" onPress={() => void unmark()}>
          {t('people.unmarkSent')}
        </Button>
      )}
    </FormDialog>
  );
}
