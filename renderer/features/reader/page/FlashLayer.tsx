import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { useReader } from '../session/ReaderContext.ts';
import { percentQuad } from './percentBox.ts';

/** Shows once where one has jumped to. */
export function FlashLayer({ index, geometry }: { index: number; geometry: PageGeometry }): ReactNode {
  const { session } = useReader();
  const flash = useStore(session.flash, (state) => (state?.row === index ? state : null));
  if (!flash) return null;
  return (
    <div key={flash.id} className="reader-flash" aria-hidden>
      {flash.quads.map((quad, i) => {
        const box = percentQuad(geometry, quad);
        return box && <span key={i} style={{ ...box }} />;
      })}
    </div>
  );
}
