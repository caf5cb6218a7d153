import type { ReactNode } from 'react';
import { Fragment, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { digestStyle } from '../../../../core/preparation/digest/digestPage.ts';
import type { TextBlock, TextDocument } from '../../../../core/preparation/textDocument.ts';

/**
 * The digest in its own styles: the elements are those of the file (`htmlBlocks`), in a shadow tree that the window's
 * styles do not reach.
 */
export function TextDocumentView({ document: shown }: { readonly document: TextDocument }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  useEffect(() => {
    if (host.current === null) return;
    const shadow = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(digestStyle);
    shadow.adoptedStyleSheets = [sheet];
    setRoot(shadow);
  }, []);
  return (
    <div ref={host} className="digest-page" lang={shown.language} data-digest>
      {root !== null &&
        createPortal(
          <div className="digest" lang={shown.language}>
            {shown.blocks.map((block, at) => (
              <Block key={at} block={block} />
            ))}
          </div>,
          root,
        )}
    </div>
  );
}

/** As `htmlBlock` of core/preparation/textDocument.ts writes it. */
export function Block({ block }: { readonly block: TextBlock }): ReactNode {
  switch (block.block) {
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return <Heading>{block.text}</Heading>;
    }
    case 'paragraph':
      return <p className={block.isQuiet === true ? 'quiet' : undefined}>{lines(block.text)}</p>;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, at) => (
            <li key={at}>{lines(item)}</li>
          ))}
        </List>
      );
    }
    // What goes to everybody has no pictures of anybody's drawings; were there one, its words say what it shows.
    case 'picture':
      return <p>{block.alternative}</p>;
    case 'quote':
      return (
        <blockquote>
          <p>{lines(block.text)}</p>
          {block.source !== '' && <cite>{block.source}</cite>}
        </blockquote>
      );
  }
}

const lines = (text: string): ReactNode =>
  text.split('\n').map((line, at) => (
    <Fragment key={at}>
      {at > 0 && <br />}
      {line}
    </Fragment>
  ));
