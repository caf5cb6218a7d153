import type { ReactNode } from 'react';
import { useState } from 'react';
import { ok } from '../../../core/errors.ts';
import type { Result } from '../../../core/errors.ts';
import type { IdentityView, RosterCandidate } from '../../../core/exchange/identityViews.ts';
import { client } from '../../client.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useNewPassphrase } from '../../ui/NewPassphrase.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { takeIdentity } from './useIdentity.ts';
import './identity.css';

const nobody = 'nobody';

/** Who the person is, as the rosters know them, and the keys. */
export function MakeIdentityDialog({
  view,
  onClose,
}: {
  view: IdentityView;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const [who, setWho] = useState(nobody);
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const passphrase = useNewPassphrase(t('identity.newPassphrase'), t('identity.newPassphraseHint'));
  const needsPassphrase = view.state === 'none' && !view.systemProtects;
  const candidates = [...new Map(view.candidates.map((each) => [each.person, each])).values()];
  const isUnlisted = who === nobody;

  const make = async (): Promise<Result<boolean>> => {
    setWasTried(true);
    const chosen = needsPassphrase ? passphrase.check() : null;
    if ((isUnlisted && name.trim() === '') || (needsPassphrase && chosen === null)) return ok(false);
    const answer = await client.identity.make({
      person: isUnlisted
        ? { person: null, name, bodies: [], roles: role.trim() === '' ? [] : [role.trim()] }
        : fromRoster(
            view.candidates.filter(({ person }) => person === who),
            (each) => t(`identity.role.${each}`),
          ),
      passphrase: chosen,
    });
    if (!answer.ok) return answer;
    takeIdentity(answer);
    return ok(true);
  };

  return (
    <FormDialog
      title={t('identity.makeTitle')}
      confirmLabel={t('identity.make')}
      run={make}
      onClose={onClose}
    >
      {candidates.length > 0 && (
        <div className="identity-who">
          <RadioGroup
            label={t('identity.who')}
            value={who}
            onChange={setWho}
            choices={[
              ...candidates.map(({ person, name: listed, party, bodyName }) => ({
                value: person,
                label: t('identity.rosterLine', { name: listed, party, body: bodyName }),
              })),
              { value: nobody, label: t('identity.whoOther') },
            ]}
          />
        </div>
      )}
      {isUnlisted && (
        <>
          <TextField
            label={t('identity.name')}
            value={name}
            onChange={setName}
            maxLength={200}
            error={wasTried && name.trim() === '' ? t('identity.nameMissing') : null}
          />
          <TextField
            label={t('identity.role')}
            description={t('identity.roleHint')}
            value={role}
            onChange={setRole}
            maxLength={200}
          />
        </>
      )}
      {needsPassphrase ? passphrase.fields : view.systemProtects && <p>{t('identity.systemHint')}</p>}
    </FormDialog>
  );
}

/** One person may sit in several bodies. */
function fromRoster(
  entries: readonly RosterCandidate[],
  roleName: (role: RosterCandidate['role']) => string,
): {
  person: string | null;
  name: string;
  bodies: string[];
  roles: string[];
} {
  const [first] = entries;
  return {
    person: first?.person ?? null,
    name: first?.name ?? '',
    bodies: [...new Set(entries.map(({ bodyId }) => bodyId))],
    roles: [...new Set(entries.map(({ role }) => roleName(role)))],
  };
}
