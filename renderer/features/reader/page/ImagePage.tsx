import type { ReactNode } from 'react';
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
