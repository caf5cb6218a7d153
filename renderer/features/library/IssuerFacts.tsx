import { KeyRound, ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import type { ReactNode } from 'react';
import type { IssuerFact, KeyState } from '../../../core/library/views.ts';
import type { MessageKey } from '../../ui/messages.tsx';
import { useMessages } from '../../ui/messages.tsx';

const keyIcons: Readonly<Record<KeyState, ReactNode>> = {
  known: <KeyRound size={14} aria-hidden />,
  notConfirmed: <ShieldQuestion size={14} aria-hidden />,
  declined: <ShieldAlert size={14} aria-hidden />,
  changed: <ShieldAlert size={14} aria-hidden />,
};
const keyTexts: Readonly<Record<KeyState, MessageKey>> = {
  known: 'library.issuer.known',
  notConfirmed: 'library.issuer.notConfirmed',
  declined: 'library.issuer.declined',
  changed: 'library.issuer.changed',
};

const doubtTexts: Readonly<Record<NonNullable<IssuerFact['doubt']>, MessageKey>> = {
  removed: 'library.issuer.removed',
  otherBody: 'library.issuer.otherBody',
};

/** Two separate facts: nothing was changed since it was issued; who issued it, and whether that key is known. */
export function IssuerFacts({ issuer }: { issuer: IssuerFact }): ReactNode {
  const { t } = useMessages();
  const by = { office: issuer.office, municipality: issuer.municipality };
  return (
    <ul className="lib-trust">
      <li className="lib-trust__fact lib-trust__fact--good">
        <ShieldCheck size={14} aria-hidden />
        <span>{t('library.unchanged')}</span>
      </li>
      <li className={`lib-trust__fact lib-trust__fact--${issuer.keyState}`}>
        {keyIcons[issuer.keyState]}
        <span>
          {t('library.issuedBy', by)} —{' '}
          <span className="lib-trust__key">
            {t(issuer.doubt === undefined ? keyTexts[issuer.keyState] : doubtTexts[issuer.doubt])}
          </span>
        </span>
      </li>
    </ul>
  );
}
