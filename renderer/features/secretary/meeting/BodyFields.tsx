import type { ReactNode } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useFocusField } from '../editor/useEditor.ts';
import { useBodies, useOwnBody } from '../editor/useOwnBody.ts';
import { useDraft, useDraftSession, useIsBegun } from '../session/useDraft.ts';
import { useFieldText } from '../session/useFieldText.ts';
import './meetingForm.css';

const another = 'another';

/** Which body meets: one of the register, or one that is only named here. */
export function BodyFields(): ReactNode {
  const { t } = useMessages();
  const session = useDraftSession();
  const bodies = useBodies();
  const own = useOwnBody();
  const body = useDraft((draft) => draft.meeting.body);
  const issuer = useDraft((draft) => draft.issuer);
  const take = async (bodyId: string): Promise<void> => {
    const entry = bodies.find((each) => each.body.id === bodyId);
    if (entry === undefined) return;
    await session.edit({ do: 'setBody', body: entry.body });
    const { municipality, office } = entry.settings;
    await session.edit({ do: 'setIssuer', municipality, office });
  };
  const isIssuerKnown = issuer.municipality.trim() !== '' && issuer.office.trim() !== '';
  const isBehind =
    own !== null && JSON.stringify(own.body.roster?.members) !== JSON.stringify(body.roster?.members);
  return (
    <div className="sec-body-fields">
      {bodies.length > 0 && (
        <Select
          label={t('secretary.meeting.body')}
          value={own === null ? another : body.id}
          choices={[
            ...bodies.map((entry) => ({ value: entry.body.id, label: entry.body.name })),
            ...(own === null
              ? [{ value: another, label: body.name === '' ? t('secretary.meeting.noBody') : body.name }]
              : []),
          ]}
          onChange={(chosen) => void take(chosen)}
        />
      )}
      {own === null && <NameField />}
      {(own === null || !isIssuerKnown) && <IssuerFields />}
      <p className="sec-body-fields__roster">
        {t('secretary.meeting.people', { count: body.roster?.members.length ?? 0 })}
        {isBehind && (
          <button
            type="button"
            className="sec-link"
            onClick={() => void session.edit({ do: 'setBody', body: own.body })}
          >
            {t('secretary.meeting.takeRoster')}
          </button>
        )}
      </p>
    </div>
  );
}

function NameField(): ReactNode {
  const { t } = useMessages();
  const isBegun = useIsBegun();
  const ref = useFocusField<HTMLInputElement>('bodyName');
  const body = useDraft((draft) => draft.meeting.body);
  const name = useFieldText('meeting:bodyName', body.name, (typed) => ({
    do: 'setBody',
    body: { ...body, name: typed.trim() },
  }));
  return (
    <TextField
      label={t('secretary.meeting.bodyName')}
      {...name}
      inputRef={ref}
      error={isBegun && name.value.trim() === '' ? t('secretary.meeting.bodyMissing') : null}
    />
  );
}

/** Who issues the summons, as the pack says it. */
function IssuerFields(): ReactNode {
  const { t } = useMessages();
  const isBegun = useIsBegun();
  const ref = useFocusField<HTMLInputElement>('municipality');
  const issuer = useDraft((draft) => draft.issuer);
  const municipality = useFieldText('meeting:municipality', issuer.municipality, (typed) => ({
    do: 'setIssuer',
    municipality: typed.trim(),
    office: issuer.office,
  }));
  const office = useFieldText('meeting:office', issuer.office, (typed) => ({
    do: 'setIssuer',
    municipality: issuer.municipality,
    office: typed.trim(),
  }));
  return (
    <div className="sec-pair">
      <TextField
        label={t('secretary.meeting.municipality')}
        {...municipality}
        inputRef={ref}
        error={
          isBegun && municipality.value.trim() === '' ? t('secretary.meeting.municipalityMissing') : null
        }
      />
      <TextField
        label={t('secretary.meeting.office')}
        {...office}
        error={isBegun && office.value.trim() === '' ? t('secretary.meeting.officeMissing') : null}
      />
    </div>
  );
}
