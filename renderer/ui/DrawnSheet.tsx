import type { ReactNode } from 'react';
import type { PictureDrawing } from './usePictureInView.ts';
import { usePictureInView } from './usePictureInView.ts';
import './DrawnSheet.css';

/** A page as a picture, drawn when it comes near the view. Its place is kept, so that nothing moves when it is drawn. */
export function DrawnSheet({
  draw,
  isLetGo,
  width,
  label,
  failed,
}: {
  /** The same function for the same page. */
  draw: () => PictureDrawing;
  /** Its memory is given back when it is far from the view: for pages by the hundred. */
  isLetGo: boolean;
  /** CSS pixels, where there is room. */
  width: number;
  /** Null when what surrounds it says what it is. */
  label: string | null;
  /** Said in its place when it cannot be drawn. */
  failed: string;
}): ReactNode {
  const { box, canvas, state } = usePictureInView(draw, { isLetGo });
  return (
    <div
      ref={box}
      className="ui-drawn-sheet"
      data-state={state}
      {...(label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      style={{ inlineSize: `min(${width}px, 100%)` }}
    >
      <canvas ref={canvas} />
      {state === 'failed' && <p className="ui-drawn-sheet__failed">{failed}</p>}
    </div>
  );
}
