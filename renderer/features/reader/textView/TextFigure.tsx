import { Image } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FigureBlock } from '../../../../core/structure/pageStructure.ts';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { FigurePicture } from './FigurePicture.tsx';
import { FlowWords } from './FlowWords.tsx';
import { usePageWords } from './pageWords.ts';
import { useTextView } from './TextViewContext.ts';

/** What stands for a picture, the words in it, and the way to the picture itself. */
export function TextFigure({ block }: { block: FigureBlock }): ReactNode {
  const { t } = useMessages();
  const { row } = usePageWords();
  const { showPage } = useTextView();
  const description = block.alternative === '' ? t('textView.figure.silent') : block.alternative;
  if (block.box !== null)
    return (
      <figure className="text-figure text-figure--drawn">
        <FigurePicture box={block.box} label={description} />
        {(block.alternative !== '' || block.words.length > 0) && (
          <figcaption className="text-figure__words">
            {block.alternative !== '' && <p aria-hidden>{block.alternative}</p>}
            {block.words.length > 0 && <FlowWords words={block.words} />}
          </figcaption>
        )}
      </figure>
    );
  return (
    <figure className="text-figure">
      <div className="text-figure__picture">
        <Image size={18} aria-hidden />
        <p role="img" aria-label={description}>
          {description}
        </p>
        <Button size="small" variant="quiet" onPress={() => showPage(row)}>
          {t('textView.figure.show')}
        </Button>
      </div>
      {block.words.length > 0 && (
        <figcaption className="text-figure__words">
          <FlowWords words={block.words} />
        </figcaption>
      )}
    </figure>
  );
}
