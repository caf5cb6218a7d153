import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { DraftBodyEntry } from '../../../core/draft/draftViews.ts';
import { client } from '../../client.ts';
import { BodiesScreen } from '../../features/secretary/bodies/BodiesScreen.tsx';
import { BodyForm } from '../../features/secretary/bodies/BodyForm.tsx';
import { BodySession } from '../../features/secretary/bodies/BodySession.ts';
import { newBody } from '../../features/secretary/bodies/newBody.ts';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { go } from '../appStore.ts';
import { loadBodies, takeBodies, useSecretary } from './secretaryStore.ts';

const openBody = (bodyId: string): void => go({ name: 'bodies', bodyId });

async function saveBody({ body, settings }: DraftBodyEntry) {
  const answer = await client.drafts.saveBody({ body, settings });
  if (answer.ok) takeBodies(answer);
  return answer;
}

/** The register of bodies, or one of them. */
export function BodiesPage({ bodyId }: { bodyId: string | null }): ReactNode {
  const report = useReportFailure();
  const { bodies, bodiesError } = useSecretary();
  useEffect(() => void loadBodies(), []);
  const entry = bodies?.find(({ body }) => body.id === bodyId);
  if (entry !== undefined) return <OneBody key={entry.body.id} entry={entry} />;
  const add = async (name: string): Promise<void> => {
    const added = newBody(name, bodies?.[0] ?? null);
    const answer = await saveBody(added);
    if (answer.ok) openBody(added.body.id);
    else report(answer.error);
  };
  return (
    <BodiesScreen
      bodies={bodies}
      error={bodiesError}
      onOpen={openBody}
      onAdd={(name) => void add(name)}
      onClose={() => go({ name: 'drafts' })}
      onRetry={() => void loadBodies()}
    />
  );
}

function OneBody({ entry }: { entry: DraftBodyEntry }): ReactNode {
  const report = useReportFailure();
  const [session] = useState(() => new BodySession(entry, saveBody));
  const bodyId = entry.body.id;
  useEffect(() => {
    const store = (): void => void session.flush();
    window.addEventListener('pagehide', store);
    document.addEventListener('visibilitychange', store);
    return () => {
      store();
      window.removeEventListener('pagehide', store);
      document.removeEventListener('visibilitychange', store);
    };
  }, [session]);
  const remove = async (): Promise<void> => {
    const answer = await client.drafts.removeBody({ bodyId });
    if (!answer.ok) return report(answer.error);
    go({ name: 'bodies', bodyId: null });
    takeBodies(answer);
  };
  const removeTemplate = async (templateId: string): Promise<void> => {
    await session.flush();
    const answer = await client.drafts.removeTemplate({ bodyId, templateId });
    if (!answer.ok) return report(answer.error);
    takeBodies(answer);
    const now = answer.value.find(({ body }) => body.id === bodyId);
    if (now !== undefined)
      session.store.setState((state) => ({ entry: { ...state.entry, templates: now.templates } }));
  };
  return (
    <BodyForm
      session={session}
      onClose={() => void session.flush().then(() => go({ name: 'bodies', bodyId: null }))}
      onRemove={() => void remove()}
      onRemoveTemplate={(templateId) => void removeTemplate(templateId)}
    />
  );
}
