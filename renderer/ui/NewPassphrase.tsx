import type { ReactNode } from 'react';
import { useState } from 'react';
import { useMessages } from './messages.tsx';
import { PassphraseField } from './TextField.tsx';

/** Long enough that scrypt makes guessing hopeless, short enough that people choose words. */
const shortest = 12;

/** A passphrase that is chosen: typed twice. */
export interface ChosenPassphrase {
  /** Null while it is too short or the two differ; the fields then say why, once `check` was called. */
  readonly check: () => string | null;
  readonly fields: ReactNode;
}

export function useNewPassphrase(label: string, description: string): ChosenPassphrase {
  const { t } = useMessages();
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const isTooShort = [...passphrase].length < shortest;
  const differs = repeated !== passphrase;
  return {
    check: () => {
      setWasTried(true);
      return isTooShort || differs ? null : passphrase;
    },
    fields: (
      <>
        <PassphraseField
          label={label}
          description={description}
          value={passphrase}
          onChange={setPassphrase}
          error={wasTried && isTooShort ? t('identity.tooShort') : null}
        />
        <PassphraseField
          label={t('identity.repeat')}
          value={repeated}
          onChange={setRepeated}
          error={wasTried && differs ? t('identity.differs') : null}
        />
      </>
    ),
  };
}
