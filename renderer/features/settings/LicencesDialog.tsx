import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { Banner } from '../../ui/Banner.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Tabs } from '../../ui/Tabs.tsx';

interface LicenceTexts {
  readonly own: string;
  readonly thirdParty: string;
}

async function loadLicences(): Promise<LicenceTexts> {
  const [own, thirdParty] = await Promise.all([
    import('../../../LICENSE?raw'),
    import('../../../THIRD-PARTY-NOTICES.md?raw'),
  ]);
  return { own: own.default, thirdParty: thirdParty.default };
}

/** The licence of Beredd and those of what it is built on, in full. */
export function LicencesDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useMessages();
  const [texts, setTexts] = useState<LicenceTexts | 'failed' | null>(null);
  const [shown, setShown] = useState<keyof LicenceTexts>('own');
  useEffect(() => {
    let isWanted = true;
    const show = (loaded: LicenceTexts | 'failed'): void => {
      if (isWanted) setTexts(loaded);
    };
    loadLicences().then(show, () => show('failed'));
    return () => {
      isWanted = false;
    };
  }, []);
  return (
    <Dialog title={t('settings.licences.title')} size="large" isOpen onClose={onClose}>
      {texts === null ? (
        <Skeleton label={t('settings.licences.loading')} lines={8} />
      ) : texts === 'failed' ? (
        <Banner tone="warning" title={t('settings.licences.failed')} isLive>
          {t('settings.licences.failedDo')}
        </Banner>
      ) : (
        <Tabs
          label={t('settings.licences.title')}
          selected={shown}
          onSelect={setShown}
          tabs={[
            { value: 'own', label: 'Beredd', panel: <pre className="set-licence">{texts.own}</pre> },
            {
              value: 'thirdParty',
              label: t('settings.licences.thirdParty'),
              panel: <pre className="set-licence">{texts.thirdParty}</pre>,
            },
          ]}
        />
      )}
    </Dialog>
  );
}
