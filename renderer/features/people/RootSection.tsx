import type { ReactNode } from 'react';
import { useState } from 'react';
import type { MunicipalityEntry, PeopleView, SignerEntry } from '../../../core/exchange/peopleViews.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Section, SectionRow } from '../../ui/Section.tsx';
import { SixWords } from '../../ui/SixWords.tsx';
import { MakeRootDialog, SignListDialog } from './RootDialogs.tsx';
import type { ListChange, ListedSigner } from './RootDialogs.tsx';

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
        <Signers municipality={municipality} keys={keys} />
      )}
      {isMaking && <MakeRootDialog onClose={() => setIsMaking(false)} />}
    </Section>
  );
}

/** The day where the office is. */
const today = (): string => new Date().toLocaleDateString('sv-SE');

const plain = ({ words: _shown, ...signer }: SignerEntry): ListedSigner => signer;

function Signers({
  municipality,
  keys,
}: {
  municipality: MunicipalityEntry;
  keys: PeopleView['keys'];
}): ReactNode {
  const { t, formatDate } = useMessages();
  const [change, setChange] = useState<ListChange | null>(null);
  const listed = municipality.signers.map(plain);
  const unlisted = keys.filter(({ keyId }) => !listed.some(({ key }) => key === keyId));
  return (
    <>
      <SectionRow
        name={t('people.rootVersion', { name: municipality.name, version: municipality.version })}
        text={<SixWords words={municipality.words} />}
      />
      {municipality.signers.map((signer) => (
        <SectionRow
          key={signer.key}
          name={signer.name}
          text={
            <>
              <span>
                {[
                  t('people.signerFrom', { date: formatDate(signer.from) }),
                  signer.to !== null && t('people.signerTo', { date: formatDate(signer.to) }),
                ]
                  .filter(Boolean)
                  .join(' ')}
              </span>
              <SixWords words={signer.words} />
            </>
          }
        >
          {signer.removed === null ? (
            <Button
              size="small"
              variant="quiet"
              onPress={() => setChange({ what: 'remove', signer: plain(signer) })}
            >
              {t('people.removeSigner')}
            </Button>
          ) : (
            <Badge tone="warning">{t('people.signerRemoved', { date: formatDate(signer.removed) })}</Badge>
          )}
        </SectionRow>
      ))}
      {unlisted.length > 0 && (
        <div className="ui-section__foot">
          {unlisted.map(({ keyId, name }) => (
            <Button
              key={keyId}
              onPress={() =>
                setChange({
                  what: 'add',
                  signer: { key: keyId, name, from: today(), to: null, removed: null },
                })
              }
            >
              {t('people.addSigner', { name })}
            </Button>
          ))}
        </div>
      )}
      {change !== null && (
        <SignListDialog
          listed={listed}
          change={change}
          version={municipality.version + 1}
          onClose={() => setChange(null)}
        />
      )}
    </>
  );
}
