import { PanelLeft, PanelRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useMessages } from '../../../ui/messages.tsx';
import { documentDrag } from './documentDrag.ts';

/** Over the middle while a document hangs over the window: where it can be let go. */
export function DropHalves(): ReactNode {
  const { t } = useMessages();
  const drag = useStore(documentDrag, (state) => state.drag);
  if (drag === null) return null;
  return (
    <div className="drop-halves" aria-hidden>
      <div className="drop-halves__half" data-drop-half="left" data-over={drag.over === 'left' || undefined}>
        <PanelLeft size={28} strokeWidth={1.5} />
        {t('views.dropLeft')}
      </div>
      <div
        className="drop-halves__half"
        data-drop-half="right"
        data-over={drag.over === 'right' || undefined}
      >
        <PanelRight size={28} strokeWidth={1.5} />
        {t('views.dropRight')}
      </div>
      <div className="drop-halves__ghost" style={{ left: drag.x + 14, top: drag.y + 10 }}>
        {drag.title}
      </div>
    </div>
  );
}
