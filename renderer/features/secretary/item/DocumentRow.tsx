import { CircleAlert, Eye, GripVertical, OctagonAlert } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { GridListItem } from 'react-aria-components/GridList';
import type { DraftDocument, DraftFile, DraftItem } from '../../../../core/draft/draft.ts';
import type { DocumentPatch } from '../../../../core/draft/draftEdit.ts';
import { documentKinds } from '../../../../core/pack/manifest.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { documentKindIcons } from '../../../ui/kindIcons.ts';
import { useEditor, useFocusField } from '../editor/useEditor.ts';
import { useDraftSession, useDraftState } from '../session/useDraft.ts';
import { useFieldText } from '../session/useFieldText.ts';
import { DocumentMenu } from './DocumentMenu.tsx';

export interface DocumentRowProps {
  readonly item: DraftItem;
  readonly document: DraftDocument;
  readonly file: DraftFile | null;
  /** Place among the item's documents. */
  readonly at: number;
}

/** A document as it is named, sorted and looked at. */
export function DocumentRow(props: DocumentRowProps): ReactNode {
  const { document, file } = props;
  const { t } = useMessages();
  const model = useEditor();
  const session = useDraftSession();
  const change = (patch: DocumentPatch): void =>
    void session.edit({ do: 'setDocument', documentId: document.id, patch });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    void model.moveDocument(document.id, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <GridListItem id={document.id} textValue={document.title} className="sec-document">
      <div className="sec-document__line" onKeyDownCapture={onKeyDown}>
        <AriaButton
          slot="drag"
          className="sec-row__grip"
          aria-label={t('secretary.drag', { title: document.title })}
        >
          <GripVertical size={14} aria-hidden />
        </AriaButton>
        <div className="sec-document__body">
          <div className="sec-document__top">
            <TitleField document={document} />
            <IconButton
              size="small"
              label={t('secretary.document.look', { title: document.title })}
              icon={<Eye size={16} aria-hidden />}
              onPress={() => model.openDialog({ name: 'view', documentId: document.id, page: 1 })}
            />
            <DocumentMenu {...props} />
          </div>
          <div className="sec-document__facts">
            <KindField document={document} onChange={(documentKind) => change({ documentKind })} />
            <FileFacts document={document} file={file} />
            <Checkbox
              isSelected={document.personalData}
              onChange={(personalData) => change({ personalData })}
            >
              {t('secretary.document.personalData')}
            </Checkbox>
            {file?.converted?.original != null && (
              <Checkbox
                isSelected={document.withOriginal}
                onChange={(withOriginal) => change({ withOriginal })}
              >
                {t('secretary.document.withOriginal')}
              </Checkbox>
            )}
          </div>
          <FileTrouble file={file} documentId={document.id} />
        </div>
      </div>
    </GridListItem>
  );
}

function TitleField({ document }: { document: DraftDocument }): ReactNode {
  const { t } = useMessages();
  const ref = useFocusField<HTMLTextAreaElement>(`document:${document.id}`);
  const text = useFieldText(`document:${document.id}:title`, document.title, (title) => ({
    do: 'setDocument',
    documentId: document.id,
    patch: { title: title.replaceAll(/\s*\n\s*/g, ' ') },
  }));
  return (
    <TextArea
      label={t('secretary.document.title')}
      hidesLabel
      rows={1}
      {...text}
      areaRef={ref}
      error={text.value.trim() === '' ? t('secretary.document.titleMissing') : null}
    />
  );
}

function KindField({
  document,
  onChange,
}: {
  document: DraftDocument;
  onChange: (kind: DraftDocument['documentKind']) => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <Select
      label={t('secretary.document.kind')}
      hidesLabel
      value={document.documentKind}
      choices={documentKinds.map((kind) => {
        const Icon = documentKindIcons[kind];
        return { value: kind, label: t(`agenda.documentKind.${kind}`), icon: <Icon size={15} aria-hidden /> };
      })}
      onChange={onChange}
    />
  );
}

function FileFacts({ document, file }: { document: DraftDocument; file: DraftFile | null }): ReactNode {
  const { t, formatFileSize } = useMessages();
  if (file === null) return null;
  const { pages } = document;
  const count = pages === null ? file.pageCount : pages.to - pages.from + 1;
  return (
    <span className="sec-document__file" title={file.name}>
      {count !== null && <span>{t('secretary.pageCount', { count })}</span>}
      {pages !== null && <span>{t('secretary.document.range', { from: pages.from, to: pages.to })}</span>}
      <span>{formatFileSize(file.size)}</span>
      {file.converted !== null && <span className="sec-document__name">{file.converted.name}</span>}
    </span>
  );
}

/** What pre-flight says of this document, at the document. */
function FileTrouble({ file, documentId }: { file: DraftFile | null; documentId: string }): ReactNode {
  const { t } = useMessages();
  const findings = useDraftState(({ view }) => view?.findings);
  const isPlain = file?.converted?.by === 'builtIn';
  const trouble =
    file === null
      ? t('secretary.document.missing')
      : file.condition === 'readable'
        ? null
        : t(`secretary.condition.${file.condition}`);
  const warned = findings?.some(
    (finding) => finding.documentId === documentId && finding.code === 'noTextLayer' && !finding.accepted,
  );
  return (
    <>
      {trouble !== null && (
        <p className="sec-document__trouble">
          <OctagonAlert size={14} aria-hidden />
          {trouble}
        </p>
      )}
      {warned === true && (
        <p className="sec-document__trouble sec-document__trouble--warning">
          <CircleAlert size={14} aria-hidden />
          {t('secretary.document.noText')}
        </p>
      )}
      {isPlain && (
        <p className="sec-document__trouble sec-document__trouble--warning">
          <CircleAlert size={14} aria-hidden />
          {t('secretary.document.convertedPlainly')}
        </p>
      )}
    </>
  );
}
