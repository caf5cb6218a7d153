import type { CSSProperties, ReactNode } from 'react';
import { pixelsPerPoint } from '../scroll/scrollLayout.ts';
import { useReader } from '../session/ReaderContext.ts';
import type { PagePlace } from '../session/ReaderSession.ts';

/** A document that is a picture. */
export function ImagePage({ place }: { place: PagePlace }): ReactNode {
  const { session, actions } = useReader();
  const source = session.sources[place.documentIndex];
  if (source?.type !== 'image') return null;
  return (
    <img
      className="reader-page__image"
      src={source.url}
      alt={place.document.title}
      draggable={false}
      style={turnedImage(session.turns(place.documentIndex))}
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
        session.sizes.setImageSize(place.documentIndex, {
          width: Math.max(1, naturalWidth / pixelsPerPoint),
          height: Math.max(1, naturalHeight / pixelsPerPoint),
        });
        actions.pageDrawn(place.row);
      }}
      onError={() => session.imageFailed(place.documentIndex)}
    />
  );
}

/** The page is as large as the turned picture: a picture on its side is laid out with the page's sides changed about. */
function turnedImage(quarterTurns: number): CSSProperties | undefined {
  if (quarterTurns === 0) return undefined;
  const onItsSide = quarterTurns % 2 === 1;
  return {
    inset: 'auto',
    left: '50%',
    top: '50%',
    width: onItsSide ? '100cqh' : '100%',
    height: onItsSide ? '100cqw' : '100%',
    transform: `translate(-50%, -50%) rotate(${quarterTurns * 90}deg)`,
  };
}
