import { PackageOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { BereddError } from '../../core/errors.ts';
import { pathOfDropped } from '../client.ts';
import { useMessages } from '../ui/messages.tsx';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Packs may be dropped anywhere in the window; while they hang over it the window says so. */
export function DropOverlay({
  onFiles,
  onNothing,
}: {
  onFiles: (paths: readonly string[]) => void;
  onNothing: (error: BereddError) => void;
}): ReactNode {
  const { t } = useMessages();
  const isOver = useFileDrop(onFiles, onNothing);
  if (!isOver) return null;
  return (
    <div className="app-drop" role="status">
      <div className="app-drop__box">
        <PackageOpen size={44} strokeWidth={1.4} aria-hidden />
        <p className="app-drop__title">{t('app.drop.title')}</p>
        <p>{t('app.drop.text')}</p>
      </div>
    </div>
  );
}

function useFileDrop(
  onFiles: (paths: readonly string[]) => void,
  onNothing: (error: BereddError) => void,
): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Without a related target the pointer left the window, not just a part in it.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      const paths = files.map(pathOfDropped).filter((path) => path !== '');
      if (paths.length > 0) onFiles(paths);
      else onNothing({ code: 'packUnreadable', ...(files[0] ? { file: files[0].name } : {}) });
    };
    window.addEventListener('dragenter', over);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', over);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onFiles, onNothing]);
  return isOver;
}
