import type { ReactNode, Ref } from 'react';
import { memo, useCallback, useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useMessages } from '../../../ui/messages.tsx';
import { WithTooltip } from '../../../ui/Tooltip.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import type { ReaderDocument } from '../readerTypes.ts';
import type { JumpTarget, PageCount } from './parseJump.ts';
import { parseJump } from './parseJump.ts';

/**
 * Shows both page numbers at all times and takes either: the field holds the one that the switch names, the other stands
 * beside it.
 */
export function JumpField({
  document,
  page,
  revision,
  totalPackPages,
  onJump,
  ref,
}: {
  document: ReaderDocument | undefined;
  /** The document's own page; null where a message stands in the place of its pages. */
  page: number | null;
  revision: number;
  totalPackPages: number;
  /** Returns what was wrong with the target, or null. */
  onJump: (target: JumpTarget) => 'noSuchPage' | null;
  ref: Ref<HTMLInputElement>;
}): ReactNode {
  const { t } = useMessages();
  const [counting, setCounting] = useState<PageCount>('document');
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<'notAPage' | 'noSuchPage' | null>(null);
  const pages = document?.pageCount ?? 0;
  const first = document?.firstPackPage ?? null;
  const packPage = first === null ? null : first - 1 + (page ?? 1);
  const shown = counting === 'document' ? page : packPage;
  const values = { page: page ?? '–', pages, packPage: packPage ?? 0, revision, total: totalPackPages };

  const submit = (): void => {
    if (typed === null) return;
    const target = parseJump(typed, counting);
    const wrong = target ? onJump(target) : 'notAPage';
    setProblem(wrong);
    if (wrong === null) setTyped(null);
  };
  const choose = useCallback((count: PageCount): void => {
    setCounting(count);
    setTyped(null);
    setProblem(null);
  }, []);

  return (
    <form
      className="reader-jump"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <CountSwitch counting={counting} hasPack={first !== null} revision={revision} onChoose={choose} />
      <input
        ref={ref}
        className="reader-jump__field"
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={t(counting === 'document' ? 'reader.jump.documentField' : 'reader.jump.packField')}
        aria-invalid={problem !== null}
        aria-describedby="reader-jump-help"
        title={t('reader.jump.help')}
        value={typed ?? shown ?? ''}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => choose(counting)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          choose(counting);
          event.currentTarget.blur();
        }}
      />
      <span className="reader-jump__of">
        {counting === 'document' ? t('reader.jump.ofDocument', values) : t('reader.jump.ofPack', values)}
      </span>
      <span className="reader-jump__other">
        {packPage !== null &&
          (counting === 'document'
            ? t('reader.jump.alsoPack', values)
            : t('reader.jump.alsoDocument', values))}
      </span>
      <VisuallyHidden>
        <span id="reader-jump-help">{t('reader.jump.help')}</span>
        <span aria-live="assertive">{problem && t(`reader.jump.${problem}`, values)}</span>
      </VisuallyHidden>
      {problem && (
        <span className="reader-jump__problem" aria-hidden>
          {t(`reader.jump.${problem}`, values)}
        </span>
      )}
    </form>
  );
}

/** Does not follow the page: it would be drawn anew at each page that one scrolls past. */
const CountSwitch = memo(function CountSwitch({
  counting,
  hasPack,
  revision,
  onChoose,
}: {
  counting: PageCount;
  hasPack: boolean;
  revision: number;
  onChoose: (count: PageCount) => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <ToggleButtonGroup
      className="reader-jump__switch"
      aria-label={t('reader.jump.counting')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[counting]}
      onSelectionChange={(keys) => onChoose(keys.has('pack') ? 'pack' : 'document')}
    >
      <WithTooltip text={t('reader.jump.inDocumentHint')}>
        <ToggleButton id="document">{t('reader.jump.inDocument')}</ToggleButton>
      </WithTooltip>
      <WithTooltip text={t('reader.jump.inPackHint', { revision })}>
        <ToggleButton id="pack" isDisabled={!hasPack}>
          {t('reader.jump.inPack')}
        </ToggleButton>
      </WithTooltip>
    </ToggleButtonGroup>
  );
});
