import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { MeetingView } from '../../../../core/library/views.ts';
import { WhatsNewPage } from '../../../features/whatsNew/WhatsNewPage.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { Workspace } from '../Workspace.ts';

/** What is new since the person read, joined to the workspace. */
export function WhatsNewView({ workspace, view }: { workspace: Workspace; view: MeetingView }): ReactNode {
  const { t } = useMessages();
  const { whatsNew } = workspace;
  const { isLoaded, news, error, comparisons } = useStore(whatsNew.store);
  const { revision } = view.meeting;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void whatsNew.load();
    // What is being compared when the person leaves is of no use to anybody.
    return whatsNew.stop;
  }, [whatsNew, revision]);
  useEffect(() => {
    if (isLoaded) root.current?.querySelector<HTMLElement>('[data-news]')?.focus();
  }, [isLoaded]);
  if (error !== null)
    return (
      <div className="revision-waiting">
        <ErrorMessage
          error={error}
          actions={<Button onPress={() => void whatsNew.load()}>{t('workspace.tryAgain')}</Button>}
        />
      </div>
    );
  if (!isLoaded)
    return (
      <div className="revision-waiting">
        <Skeleton label={t('whatsNew.loading')} lines={5} />
      </div>
    );
  return (
    <div ref={root} className="revision-frame">
      <WhatsNewPage
        news={news}
        comparisons={comparisons}
        actions={{
          onOpen: ({ type, id }) =>
            workspace.show({
              itemId: type === 'item' ? id : null,
              briefingId: type === 'briefing' ? id : null,
              documentId: null,
            }),
          onShowPages: (documentId) => workspace.showAside({ type: 'compare', documentId }),
          onCompare: (documentId) => void whatsNew.compare(documentId),
        }}
        onSeen={() => void workspace.markSeen().then(() => whatsNew.load())}
        onClose={() => workspace.showAside(null)}
        onStop={whatsNew.stop}
      />
    </div>
  );
}
