import type { ReactNode } from 'react';
import { useState } from 'react';
import type { MunicipalityEntry, PeopleView, SignerEntry } from '../../../core/exchange/peopleViews.ts';
import { client } from '../../client.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Section, SectionRow } from '../../ui/Section.tsx';
import { SixWords } from '../../ui/SixWords.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { MakeRootDialog } from './MakeRootDialog.tsx';
import { ReplaceRootDialog } from './ReplaceRootDialog.tsx';
import { SignListDialog } from './SignListDialog.tsx';
import type { ListChange, ListedSigner } from './SignListDialog.tsx';

/** The municipality's root key, kept offline, and the signers it vouches for. */
export function RootSection({ view }: { view: PeopleView }): ReactNode {
  const { t } = useMessages();
  const [isMaking, setIsMaking] = useState(false);
  const { municipality, keys } = view;
  return (
    <Section title={t('people.root')} text={t('people.rootText')}>
      {municipality === null ? (
        <SectionRow name={t('people.rootNone')}>
          <Button isDisabled={keys.length === 0} onPress={() => setIsMaking(true)}>
            {t('people.makeRoot')}
          </Button>
        </SectionRow>
      ) : (
        <Signers municipality={municipality} view={view} />
      )}
      {isMaking && <MakeRootDialog onClose={() => setIsMaking(false)} />}
    </Section>
  );
}

/** The day where the office is. */
const today = (): string => new Date().toLocaleDateString('sv-SE');

const newcomer = (key: string, name: string): ListedSigner => ({
  key,
  name,
  bodies: null,
  from: today(),
  to: null,
  removed: null,
});

function Signers({ municipality, view }: { municipality: MunicipalityEntry; view: PeopleView }): ReactNode {
  const { t } = useMessages();
  const [change, setChange] = useState<ListChange | null>(null);
  const [isReplacing, setIsReplacing] = useState(false);
  const unlisted = view.keys.filter(({ keyId }) => !municipality.signers.some(({ key }) => key === keyId));
  return (
    <>
      <SectionRow
        name={t('people.rootVersion', { name: municipality.name, version: municipality.version })}
        text={<SixWords words={municipality.words} />}
      >
        <Button size="small" variant="quiet" onPress={() => setIsReplacing(true)}>
          {t('people.replaceRoot')}
        </Button>
      </SectionRow>
      {municipality.oldWords !== null && <Succession oldWords={municipality.oldWords} />}
      {municipality.signers.map((signer) => (
        <SignerRow key={signer.key} signer={signer} bodies={view.bodies} onChange={setChange} />
      ))}
      <div className="ui-section__foot">
        {unlisted.map(({ keyId, name }) => (
          <Button key={keyId} onPress={() => setChange({ what: 'add', signer: newcomer(keyId, name) })}>
            {t('people.addSigner', { name })}
          </Button>
        ))}
        <Button variant="quiet" onPress={() => setChange({ what: 'add', signer: newcomer('', '') })}>
          {t('people.addOtherSigner')}
        </Button>
      </div>
      {change !== null && (
        <SignListDialog
          municipality={municipality}
          bodies={view.bodies}
          change={change}
          onClose={() => setChange(null)}
        />
      )}
      {isReplacing && <ReplaceRootDialog onClose={() => setIsReplacing(false)} />}
    </>
  );
}

/** The letter in which the root before names this one: members load it and compare the new words. */
function Succession({ oldWords }: { oldWords: readonly string[] }): ReactNode {
  const { t } = useMessages();
  const report = useReportFailure();
  const save = async (): Promise<void> => {
    const answer = await client.people.saveSuccession();
    if (!answer.ok) report(answer.error);
    else if (answer.value !== null) {
      showToast({
        tone: 'good',
        title: (words) => words.t('people.successionSaved'),
        text: answer.value.file,
      });
    }
  };
  return (
    <SectionRow
      name={t('people.succession')}
      text={
        <>
          <span>{t('people.successionText')}</span>
          <SixWords words={oldWords} />
        </>
      }
    >
      <Button size="small" onPress={() => void save()}>
        {t('people.saveSuccession')}
      </Button>
    </SectionRow>
  );
}

function SignerRow({
  signer,
  bodies,
  onChange,
}: {
  signer: SignerEntry;
  bodies: PeopleView['bodies'];
  onChange: (change: ListChange) => void;
}): ReactNode {
  const { t, formatDate } = useMessages();
  const { words, ...listed } = signer;
  const names = (signer.bodies ?? []).map(
    (id) => bodies.find((body) => body.id === id)?.name ?? t('people.bodyUnknown'),
  );
  const facts = [
    signer.bodies === null
      ? t('people.signerForAll')
      : t('people.signerForSome', { bodies: names.join(', ') }),
    t('people.signerFrom', { date: formatDate(signer.from) }),
    signer.to !== null && t('people.signerTo', { date: formatDate(signer.to) }),
  ];
  return (
    <SectionRow
      name={signer.name}
      text={
        <>
          <span>{facts.filter(Boolean).join(', ')}</span>
          <SixWords words={words} />
        </>
      }
    >
      {signer.removed === null ? (
        <>
          <Button size="small" variant="quiet" onPress={() => onChange({ what: 'edit', signer: listed })}>
            {t('people.editSigner')}
          </Button>
          <Button size="small" variant="quiet" onPress={() => onChange({ what: 'remove', signer: listed })}>
            {t('people.removeSigner')}
          </Button>
        </>
      ) : (
        <Badge tone="warning">{t('people.signerRemoved', { date: formatDate(signer.removed) })}</Badge>
      )}
    </SectionRow>
  );
}
