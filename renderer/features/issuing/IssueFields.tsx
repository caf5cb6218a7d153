import { FolderPlus, KeyRound, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { IssuePlan } from '../../../core/issuing/issuing.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { PassphraseField, TextArea } from '../../ui/TextField.tsx';
import type { IssueForm } from './issueForm.ts';
import { megabytes } from './megabytes.ts';

export interface IssueFieldsProps {
  readonly plan: IssuePlan;
  readonly form: IssueForm;
  readonly onChange: (changed: Partial<IssueForm>) => void;
  readonly onAddPlace: () => void;
  readonly onManageKeys: () => void;
}

/** What is sent, signed by whom, and to where. */
export function IssueFields(props: IssueFieldsProps): ReactNode {
  return (
    <>
      <Warnings plan={props.plan} />
      <SealedCount plan={props.plan} />
      <Carry {...props} />
      <NoteField {...props} />
      <KeyField {...props} />
      <Targets {...props} />
    </>
  );
}

function Warnings({ plan }: { readonly plan: IssuePlan }): ReactNode {
  const { t } = useMessages();
  return (
    <>
      {plan.errorCount > 0 && (
        <Banner tone="alarm" title={t('issuing.errors', { n: plan.errorCount })}>
          {t('issuing.errorsText')}
        </Banner>
      )}
      {plan.openWarningCount > 0 && (
        <Banner tone="warning" title={t('issuing.warnings', { n: plan.openWarningCount })}>
          {t('issuing.warningsText')}
        </Banner>
      )}
      {plan.withoutCard.length > 0 && (
        <Banner tone="warning" title={t('issuing.withoutCard', { n: plan.withoutCard.length })}>
          {plan.withoutCard.join(', ')}
        </Banner>
      )}
    </>
  );
}

function Carry({ plan, form, onChange }: IssueFieldsProps): ReactNode {
  const { t, language } = useMessages();
  const { full, supplement } = plan;
  if (supplement === null) {
    return (
      <p className="issue-size">
        {t('issuing.fullOnly', { documents: full.documents, size: megabytes(language, full.bytes) })}
      </p>
    );
  }
  return (
    <RadioGroup
      label={t('issuing.carry')}
      value={form.carry}
      onChange={(carry) => onChange({ carry })}
      choices={[
        {
          value: 'supplement',
          label: t('issuing.supplement', { size: megabytes(language, supplement.bytes) }),
          description: t('issuing.supplementText', {
            documents: supplement.documents,
            revision: supplement.toRevision,
          }),
        },
        {
          value: 'full',
          label: t('issuing.full', { size: megabytes(language, full.bytes) }),
          description: t('issuing.fullText', { documents: full.documents }),
        },
      ]}
    />
  );
}

/** That something of the pack opens for some only. */
function SealedCount({ plan }: { readonly plan: IssuePlan }): ReactNode {
  const { t } = useMessages();
  if (plan.sealedItemCount === 0) return null;
  return (
    <p className="issue-sealed">
      <Lock size={15} aria-hidden />
      {t('issuing.sealed', { n: plan.sealedItemCount })}
    </p>
  );
}

function NoteField({ plan, form, onChange }: IssueFieldsProps): ReactNode {
  const { t } = useMessages();
  return (
    <TextArea
      label={t(plan.revision === 1 ? 'issuing.noteFirst' : 'issuing.note')}
      description={t('issuing.noteText')}
      rows={2}
      value={form.note}
      onChange={(note) => onChange({ note })}
    />
  );
}

function KeyField({ plan, form, onChange, onManageKeys }: IssueFieldsProps): ReactNode {
  const { t } = useMessages();
  const key = plan.keys.find(({ keyId }) => keyId === form.keyId);
  if (plan.keys.length === 0) {
    return (
      <Banner
        tone="info"
        title={t('issuing.noKey')}
        actions={
          <Button icon={<KeyRound size={16} aria-hidden />} onPress={onManageKeys}>
            {t('issuing.makeKey')}
          </Button>
        }
      >
        {t('issuing.noKeyText')}
      </Banner>
    );
  }
  return (
    <div className="issue-key">
      <Select
        label={t('issuing.key')}
        choices={plan.keys.map(({ keyId, name }) => ({ value: keyId, label: name }))}
        value={form.keyId}
        onChange={(keyId) => onChange({ keyId, passphrase: '' })}
      />
      {key !== undefined && (
        <p className="issue-words">{t('issuing.words', { words: key.words.join(' ') })}</p>
      )}
      {key?.needsPassphrase === true && (
        <PassphraseField
          label={t('issuing.passphrase')}
          value={form.passphrase}
          onChange={(passphrase) => onChange({ passphrase })}
        />
      )}
    </div>
  );
}

function Targets({ plan, form, onChange, onAddPlace }: IssueFieldsProps): ReactNode {
  const { t } = useMessages();
  const toggle = (id: string, isChosen: boolean): void =>
    onChange({ places: isChosen ? [...form.places, id] : form.places.filter((each) => each !== id) });
  return (
    <fieldset className="issue-targets">
      <legend>{t('issuing.targets')}</legend>
      <Checkbox isSelected={form.saveAs} onChange={(saveAs) => onChange({ saveAs })}>
        {t('issuing.saveAs')}
      </Checkbox>
      {plan.places.map(({ id, folder, state }) => (
        <Checkbox
          key={id}
          isSelected={form.places.includes(id)}
          isDisabled={state !== 'ready'}
          onChange={(isChosen) => toggle(id, isChosen)}
        >
          <span className="issue-folder">{folder}</span>
          {state !== 'ready' && <span className="issue-state">{t(`issuing.place.${state}`)}</span>}
        </Checkbox>
      ))}
      <Button size="small" variant="quiet" icon={<FolderPlus size={16} aria-hidden />} onPress={onAddPlace}>
        {t('issuing.addPlace')}
      </Button>
    </fieldset>
  );
}
