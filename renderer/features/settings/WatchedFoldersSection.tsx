import { FolderPlus, RefreshCw, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WatchedFolderEntry } from '../../../core/library/views.ts';
import { client } from '../../client.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { Section, SectionRow } from '../../ui/Section.tsx';

const tones = { watching: 'good', gone: 'warning', empty: 'neutral' } as const;

/** Folders whose packs are taken in by themselves. */
export function WatchedFoldersSection({ folders }: { folders: readonly WatchedFolderEntry[] }): ReactNode {
  const { t } = useMessages();
  const report = useReportFailure();
  const add = async (): Promise<void> => {
    const answer = await client.library.addWatchedFolder();
    if (!answer.ok) report(answer.error);
  };
  const scan = async (): Promise<void> => {
    const answer = await client.library.scanWatchedFolders();
    if (!answer.ok) report(answer.error);
  };
  return (
    <Section title={t('settings.folders')} text={t('settings.folders.text')}>
      {folders.length === 0 && <p className="ui-section__empty">{t('settings.folders.none')}</p>}
      {folders.map((folder) => (
        <WatchedFolder key={folder.id} folder={folder} />
      ))}
      <div className="ui-section__foot">
        <Button icon={<FolderPlus size={16} aria-hidden />} onPress={() => void add()}>
          {t('settings.folders.add')}
        </Button>
        {folders.length > 0 && (
          <Button variant="quiet" icon={<RefreshCw size={16} aria-hidden />} onPress={() => void scan()}>
            {t('settings.folders.scan')}
          </Button>
        )}
      </div>
    </Section>
  );
}

function WatchedFolder({ folder }: { folder: WatchedFolderEntry }): ReactNode {
  const { t, formatDateTime } = useMessages();
  const report = useReportFailure();
  const remove = async (): Promise<void> => {
    const answer = await client.library.removeWatchedFolder({ id: folder.id });
    if (!answer.ok) report(answer.error);
  };
  const seen =
    folder.lastSeenAt === null
      ? null
      : t('settings.folders.seen', { when: formatDateTime(folder.lastSeenAt) });
  return (
    <SectionRow
      name={<span className="set-path">{folder.path}</span>}
      text={
        <span className="set-folder">
          <Badge tone={tones[folder.state]}>{t(`settings.folders.${folder.state}`)}</Badge>
          <span>{t('settings.folders.packs', { n: folder.packCount })}</span>
          {seen !== null && <span>{seen}</span>}
          {folder.state === 'gone' && <span>{t('settings.folders.goneText')}</span>}
        </span>
      }
    >
      <IconButton
        label={t('settings.folders.remove', { path: folder.path })}
        icon={<Trash2 size={16} aria-hidden />}
        onPress={() => void remove()}
      />
    </SectionRow>
  );
}
