import type { PageLink } from '../../../../core/pdf/links.ts';
import type { Messages } from '../../../ui/messages.tsx';

/** The words of a link and where it leads. `firstFilePage`: the file's page that is the document's first. */
export function linkLabel({ t }: Messages, link: PageLink, firstFilePage: number): string {
  const { target } = link;
  const text = withoutLeaders(link.text) || t('navigate.link.unnamed');
  switch (target.type) {
    case 'page': {
      const page = target.page - firstFilePage + 1;
      return t('navigate.link.page', { text, page: page >= 1 ? page : target.page });
    }
    case 'address':
      return t('navigate.link.address', { text, address: target.address.slice(0, 200) });
    case 'file':
      return t('navigate.link.file', { text, name: target.name });
    case 'action':
      return t('navigate.link.action', { text });
  }
}

/** The dots that lead to a page number in a table of contents: nobody wants them read aloud. */
const withoutLeaders = (text: string): string =>
  text
    .replace(/(?:\s?[.…]){4,}\s*(?:\d+$)?/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
