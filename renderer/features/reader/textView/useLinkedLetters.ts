import { useMemo } from 'react';
import type { PageText } from '../../../../core/text/pageText.ts';
import { quadOf } from '../../../../core/text/textQuads.ts';
import { linkLabel } from '../links/linkWords.ts';
import { usePageLinks } from '../links/usePageLinks.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { useReader } from '../session/ReaderContext.ts';
import type { PagePlace } from '../session/ReaderSession.ts';
import type { LinkedLetters } from './markedParts.ts';
import { lettersWithin } from './pageOffsets.ts';

const always = (): boolean => true;

/** The links of a page with the letters they lie on; those over nothing but pictures are left to the page itself. */
export function useLinkedLetters(place: PagePlace, text: PageText): readonly LinkedLetters[] {
  const { actions } = useReader();
  const messages = useMessages();
  const links = usePageLinks(place, always);
  const { documentIndex, document } = place;
  const firstFilePage = document.pages?.from ?? 1;
  return useMemo(
    () =>
      (links ?? [])
        .map((link, index) => ({
          id: index,
          label: linkLabel(messages, link, firstFilePage),
          follow: () => actions.follow(documentIndex, link.target),
          within: lettersWithin(
            text,
            link.boxes.map((box) => quadOf(box)),
          ),
        }))
        .filter(({ within }) => within.includes(1)),
    [links, messages, firstFilePage, actions, documentIndex, text],
  );
}
