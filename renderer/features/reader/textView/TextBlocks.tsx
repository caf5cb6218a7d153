import type { ReactNode } from 'react';
import { memo } from 'react';
import type { Block, ListBlock, TextBlock } from '../../../../core/structure/pageStructure.ts';
import { TextFigure } from './TextFigure.tsx';
import { ParagraphWords } from './ContinuedWords.tsx';
import { FlowWords } from './FlowWords.tsx';
import { TextTable } from './TextTable.tsx';

/** The document's title is a heading of level 3: the first level of a document's own headings comes below it. */
const titleLevel = 3;

/** Blocks of a page as the elements that say what they are. */
export const TextBlocks = memo(function TextBlocks({ blocks }: { blocks: readonly Block[] }): ReactNode {
  return blocks.map((block, index) => {
    // Pictures that say nothing are told of once.
    if (block.type === 'figure' && isSilent(block) && isSilent(blocks[index - 1])) return null;
    return <AnyBlock key={index} block={block} />;
  });
});

const drawBlocks = (blocks: readonly Block[]): ReactNode => <TextBlocks blocks={blocks} />;

const isSilent = (block: Block | undefined): boolean =>
  block?.type === 'figure' && block.alternative === '' && block.words.length === 0 && block.box === null;

function AnyBlock({ block }: { block: Block }): ReactNode {
  switch (block.type) {
    case 'list':
      return <TextList block={block} />;
    case 'table':
      return <TextTable block={block} draw={drawBlocks} />;
    case 'figure':
      return <TextFigure block={block} />;
    case 'rows':
      return (
        <div className="text-rows">
          {block.rows.map((words, index) => (
            <p key={index} role="paragraph">
              <FlowWords words={words} />
            </p>
          ))}
        </div>
      );
    default:
      return <Passage block={block} />;
  }
}

function Passage({ block }: { block: TextBlock }): ReactNode {
  const language = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(block.language) ? block.language : undefined;
  if (block.type === 'heading')
    return (
      <Heading level={block.level}>
        <FlowWords words={block.words} />
      </Heading>
    );
  const look = { paragraph: '', caption: 'text-caption', note: 'text-note' }[block.type];
  // Chromium forgets that it is a paragraph where pages far from the view are not laid out, unless the role is said.
  return (
    <p role="paragraph" className={look || undefined} lang={language}>
      <ParagraphWords block={block} />
    </p>
  );
}

function Heading({ level, children }: { level: number; children: ReactNode }): ReactNode {
  const real = titleLevel + level;
  const look = `text-heading text-heading--${level}`;
  // There are elements for six levels only; deeper ones are told by number.
  if (real === 4) return <h4 className={look}>{children}</h4>;
  if (real === 5) return <h5 className={look}>{children}</h5>;
  return (
    <h6 className={look} aria-level={real === 6 ? undefined : real}>
      {children}
    </h6>
  );
}

function TextList({ block }: { block: ListBlock }): ReactNode {
  const isOrdered = block.items.some((item) => !item.isBullet && item.label.length > 0);
  const items = block.items.map((item, index) => (
    <li key={index} className={item.isBullet ? 'text-item text-item--bullet' : 'text-item'}>
      {!item.isBullet && (
        <span className="text-item__label">
          <FlowWords words={item.label} />
        </span>
      )}
      <div className="text-item__body">
        <TextBlocks blocks={item.blocks} />
      </div>
    </li>
  ));
  // Without markers of the browser's own a list must say that it is one.
  return isOrdered ? (
    <ol className="text-list" role="list">
      {items}
    </ol>
  ) : (
    <ul className="text-list" role="list">
      {items}
    </ul>
  );
}
