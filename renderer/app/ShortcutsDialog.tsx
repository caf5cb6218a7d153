import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { AppState } from '../../core/settings/settings.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { KeyboardShortcut } from '../ui/KeyboardShortcut.tsx';
import { useMessages } from '../ui/messages.tsx';
import { SearchField } from '../ui/TextField.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import type { KeyOverviewRow } from './commands/keyOverview.ts';
import { keyOverview, searchOverview } from './commands/keyOverview.ts';

/** Every key, grouped and searchable; opened by `?` and F1. */
export function ShortcutsDialog({
  platform,
  onClose,
}: {
  platform: AppState['platform'];
  onClose: () => void;
}): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const [typed, setTyped] = useState('');
  const all = useMemo(() => keyOverview(platform, messages), [platform, messages]);
  const groups = useMemo(() => searchOverview(all, typed, messages), [all, typed, messages]);
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <Dialog title={t('app.shortcuts')} isOpen onClose={onClose} size="large">
      <div className="app-keys__search">
        <SearchField label={t('palette.keys.search')} value={typed} onChange={setTyped} autoFocus />
      </div>
      <VisuallyHidden>
        <span role="status">{typed === '' ? '' : t('palette.keys.count', { count })}</span>
      </VisuallyHidden>
      {groups.length === 0 && <p className="app-keys__none">{t('palette.keys.none', { typed })}</p>}
      <div className="app-keys">
        {groups.map(({ title, rows }) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <dl>
              {rows.map((row) => (
                <KeyRow key={row.what} {...row} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function KeyRow({ what, keys, isChoice }: KeyOverviewRow): ReactNode {
  const { t } = useMessages();
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        {keys.map((combination, index) => (
          <span key={combination}>
            {index > 0 && <span className="app-keys__or"> {isChoice && t('palette.keys.or')} </span>}
            <KeyboardShortcut keys={combination} />
          </span>
        ))}
      </dd>
    </div>
  );
}
