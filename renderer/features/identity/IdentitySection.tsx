import type { ReactNode } from 'react';
import { useState } from 'react';
import type { IdentityView } from '../../../core/exchange/identityViews.ts';
import { client } from '../../client.ts';
import { Button } from '../../ui/Button.tsx';
import { AlertDialog } from '../../ui/Dialog.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Section, SectionRow } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx';
import { ExportIdentityDialog, ImportIdentityDialog } from './IdentityFileDialogs.tsx';
import { ForgottenDialog } from './ForgottenDialog.tsx';
import { LettersRow } from './LettersRow.tsx';
import { MakeIdentityDialog } from './MakeIdentityDialog.tsx';
import { OwnCard } from './OwnCard.tsx';
import { StolenGuide } from './StolenGuide.tsx';
import { takeIdentity, useIdentity } from './useIdentity.ts';
import { UnlockForm } from './UnlockForm.tsx';

/** Whether the secretary of each body may know what was opened; one may change one's mind. */
function ReceiptsRow({ receipts }: Pick<IdentityView, 'receipts'>): ReactNode {
  const { t } = useMessages();
  return (
    <SectionRow
      name={t('identity.receipts')}
      text={receipts.map(({ bodyId, bodyName, agreed }) => (
        <Checkbox
          key={bodyId}
          isSelected={agreed}
          onChange={(isAgreed) =>
            void client.identity.setReceipts({ bodyId, agreed: isAgreed }).then(takeIdentity)
          }
        >
          {t('identity.receiptOf', { body: bodyName })}
        </Checkbox>
      ))}
    />
  );
}

type Dialogs = 'renew' | 'make' | 'import' | 'export' | 'change' | 'forgotten' | 'stolen';

/** "My identity" in the settings. */
export function IdentitySection(): ReactNode {
  const { t } = useMessages();
  const { view, error } = useIdentity();
  return (
    <Section title={t('identity.title')} text={t('identity.text')}>
      {error !== null && (
        <ErrorMessage
          error={error}
          isLive
          actions={
            <Button onPress={() => void client.identity.view().then(takeIdentity)}>
              {t('app.tryAgain')}
            </Button>
          }
        />
      )}
      {view === null && error === null && <Skeleton label={t('identity.loading')} lines={3} />}
      {view !== null && <Identity view={view} />}
    </Section>
  );
}

function Identity({ view }: { view: IdentityView }): ReactNode {
  const { t } = useMessages();
  const [open, setOpen] = useState<Dialogs | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      {view.state === 'locked' && <UnlockForm onForgotten={() => setOpen('forgotten')} />}
      {view.state !== 'locked' && view.person === null && (
        <SectionRow name={t('identity.none')} text={t('identity.noneText')}>
          <Button variant="primary" onPress={() => setOpen('make')}>
            {t('identity.make')}
          </Button>
          <Button onPress={() => setOpen('import')}>{t('identity.import')}</Button>
        </SectionRow>
      )}
      {view.person !== null && <OwnCard view={view} person={view.person} />}
      {view.person !== null && view.state === 'open' && (
        <>
          <LettersRow />
          <SectionRow name={t('identity.other')} text={t('identity.otherText')}>
            <Button onPress={() => setOpen('export')}>{t('identity.export')}</Button>
            <Button onPress={() => setOpen('import')}>{t('identity.import')}</Button>
          </SectionRow>
        </>
      )}
      {view.state === 'open' && view.protection !== null && (
        <SectionRow name={t(`identity.protection.${view.protection}`)}>
          <Button onPress={() => setOpen('change')}>{t('identity.change')}</Button>
          {view.person !== null && <Button onPress={() => setOpen('renew')}>{t('identity.renew')}</Button>}
          {view.protection === 'passphrase' && (
            <Button onPress={() => void client.identity.lock().then(takeIdentity)}>
              {t('identity.lock')}
            </Button>
          )}
        </SectionRow>
      )}
      {view.receipts.length > 0 && <ReceiptsRow receipts={view.receipts} />}
      <SectionRow name={t('identity.stolen')}>
        <Button onPress={() => setOpen('stolen')}>{t('identity.stolenButton')}</Button>
      </SectionRow>
      {open === 'make' && <MakeIdentityDialog view={view} onClose={close} />}
      {open === 'import' && <ImportIdentityDialog view={view} onClose={close} />}
      {open === 'export' && <ExportIdentityDialog onClose={close} />}
      {open === 'change' && <ChangePassphraseDialog view={view} onClose={close} />}
      {open === 'forgotten' && <ForgottenDialog view={view} onClose={close} />}
      <AlertDialog
        title={t('identity.renewTitle')}
        isOpen={open === 'renew'}
        onClose={close}
        confirmLabel={t('identity.renew')}
        onConfirm={() => {
          close();
          void client.identity.renew().then(takeIdentity);
        }}
      >
        {t('identity.renewText')}
      </AlertDialog>
      {open === 'stolen' && <StolenGuide onClose={close} />}
    </>
  );
}
