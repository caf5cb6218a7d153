import type { ReactNode } from 'react';
import type { DraftItem } from '../../../../core/draft/draft.ts';
import type { ItemPatch } from '../../../../core/draft/draftEdit.ts';
import { itemKinds } from '../../../../core/pack/manifest.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import { itemKindIcons } from '../../../ui/kindIcons.ts';
import { useFocusField } from '../editor/useEditor.ts';
import { useDraftSession } from '../session/useDraft.ts';
import { useFieldText } from '../session/useFieldText.ts';
import { Conflicts } from './Conflicts.tsx';
import { DecisionPoints } from './DecisionPoints.tsx';
import { ItemDocuments } from './ItemDocuments.tsx';
import { ItemMenu } from './ItemMenu.tsx';
import { Seal } from './Seal.tsx';
import './item.css';

/** Everything of one item. */
export function ItemForm({
  item,
  onAddFiles,
}: {
  item: DraftItem;
  onAddFiles: (paths: readonly string[] | null) => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <article className="sec-form" aria-label={t('secretary.item.region', { title: item.title })}>
      <header className="sec-form__head">
        <NumberField item={item} />
        <TitleField item={item} />
        <ItemMenu item={item} />
      </header>
      <div className="sec-form__facts">
        <KindField item={item} />
        <RegistryNumberField item={item} />
        <PresenterField item={item} />
        <MinutesField item={item} />
      </div>
      <DecisionPoints item={item} />
      <ItemDocuments item={item} onAddFiles={onAddFiles} />
      <Conflicts item={item} />
      <Seal item={item} />
    </article>
  );
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function useItemText(
  item: DraftItem,
  field: string,
  stored: string,
  patchOf: (text: string) => ItemPatch | null,
) {
  return useFieldText(`item:${item.id}:${field}`, stored, (text) => {
    const patch = patchOf(text);
    return patch === null ? null : { do: 'setItem', itemId: item.id, patch };
  });
}

function NumberField({ item }: { item: DraftItem }): ReactNode {
  const { t } = useMessages();
  const ref = useFocusField<HTMLInputElement>('number');
  // An empty field gives the number back to numbering.
  const text = useItemText(item, 'number', item.number ?? '', (typed) =>
    typed.trim() === '' ? { numberFixed: false } : { number: typed.trim(), numberFixed: true },
  );
  return (
    <div className="sec-form__number">
      <TextField
        label={t('secretary.item.number')}
        {...text}
        inputRef={ref}
        {...(item.numberFixed ? { description: t('secretary.item.numberFixed') } : {})}
      />
    </div>
  );
}

function TitleField({ item }: { item: DraftItem }): ReactNode {
  const { t } = useMessages();
  const ref = useFocusField<HTMLTextAreaElement>('title');
  const text = useItemText(item, 'title', item.title, (typed) => ({
    title: typed.replaceAll(/\s*\n\s*/g, ' '),
  }));
  return (
    <div className="sec-form__title">
      <TextArea
        label={t('secretary.item.title')}
        rows={1}
        {...text}
        areaRef={ref}
        error={text.value.trim() === '' ? t('secretary.item.titleMissing') : null}
      />
    </div>
  );
}

function KindField({ item }: { item: DraftItem }): ReactNode {
  const { t } = useMessages();
  const session = useDraftSession();
  return (
    <Select
      label={t('secretary.item.kind')}
      value={item.itemKind}
      choices={itemKinds.map((kind) => {
        const Icon = itemKindIcons[kind];
        return { value: kind, label: t(`agenda.kind.${kind}`), icon: <Icon size={15} aria-hidden /> };
      })}
      onChange={(itemKind) => void session.edit({ do: 'setItem', itemId: item.id, patch: { itemKind } })}
    />
  );
}

function RegistryNumberField({ item }: { item: DraftItem }): ReactNode {
  const { t } = useMessages();
  const text = useItemText(item, 'registryNumber', item.registryNumber ?? '', (typed) => ({
    registryNumber: orNull(typed),
  }));
  return <TextField label={t('secretary.item.registryNumber')} placeholder="KS 2026/123" {...text} />;
}

function PresenterField({ item }: { item: DraftItem }): ReactNode {
  const { t } = useMessages();
  const text = useItemText(item, 'presenter', item.presenter ?? '', (typed) => ({
    presenter: orNull(typed),
  }));
  return <TextField label={t('secretary.item.presenter')} {...text} />;
}

const minutesIn = (typed: string): number | null =>
  /^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : null;

function MinutesField({ item }: { item: DraftItem }): ReactNode {
  const { t } = useMessages();
  const text = useItemText(item, 'minutes', item.minutes === null ? '' : String(item.minutes), (typed) => {
    if (typed.trim() === '') return { minutes: null };
    const minutes = minutesIn(typed);
    return minutes === null ? null : { minutes };
  });
  const isWrong = text.value.trim() !== '' && minutesIn(text.value) === null;
  return (
    <TextField
      label={t('secretary.item.minutes')}
      inputMode="numeric"
      {...text}
      error={isWrong ? t('secretary.item.minutesWrong') : null}
    />
  );
}
