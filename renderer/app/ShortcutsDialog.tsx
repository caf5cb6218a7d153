import type { ReactNode } from 'react';
import type { AppState } from '../../core/settings/settings.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { KeyboardShortcut } from '../ui/KeyboardShortcut.tsx';
import { useMessages } from '../ui/messages.tsx';
import { shortcutGroups } from './shortcuts.ts';

export function ShortcutsDialog({
  platform,
  onClose,
}: {
  platform: AppState['platform'];
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <Dialog title={t('app.shortcuts')} isOpen onClose={onClose} size="large">
      <div className="app-keys">
        {shortcutGroups(platform).map((group) => (
          <section key={group.title}>
            <h3>{t(group.title)}</h3>
            <dl>
              {group.shortcuts.map(({ what, keys }) => (
                <div key={what}>
                  <dt>{t(what)}</dt>
                  <dd>
                    <KeyboardShortcut keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
