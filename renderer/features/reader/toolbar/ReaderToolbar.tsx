import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { ReaderHandle } from '../readerTypes.ts';
import { pixelsPerPoint } from '../scroll/scrollLayout.ts';
import { useReader, useScroll } from '../session/ReaderContext.ts';
import { JumpField } from './JumpField.tsx';
import type { JumpTarget } from './parseJump.ts';
import { ZoomControls } from './ZoomControls.tsx';
import './toolbar.css';

/** Above the pages: where one is, going elsewhere, zoom. */
export function ReaderToolbar({
  navigation,
  totalPackPages,
  onStep,
  onJump,
  onZoom,
  jumpField,
  textSettings,
  textToggle,
  viewMenu,
}: {
  navigation: ReactNode;
  totalPackPages: number;
  onStep: (step: 1 | -1) => void;
  onJump: (target: JumpTarget) => 'noSuchPage' | null;
  onZoom: ReaderHandle['zoom'];
  jumpField: Ref<HTMLInputElement>;
  /** In place of zoom while text is shown; else null. */
  textSettings: ReactNode;
  textToggle: ReactNode;
  viewMenu: ReactNode;
}): ReactNode {
  const { t } = useMessages();
  return (
    <div className="reader-toolbar" role="toolbar" aria-label={t('reader.toolbar')}>
      <div className="reader-toolbar__pages">
        {navigation}
        <IconButton
          label={t('reader.previousPage')}
          icon={<ChevronUp size={18} aria-hidden />}
          onPress={() => onStep(-1)}
        />
        <IconButton
          label={t('reader.nextPage')}
          icon={<ChevronDown size={18} aria-hidden />}
          onPress={() => onStep(1)}
        />
        <PlaceField jumpField={jumpField} totalPackPages={totalPackPages} onJump={onJump} />
      </div>
      <div className="reader-toolbar__view">
        {textSettings ?? <Zooming onZoom={onZoom} />}
        {textToggle}
        {viewMenu}
      </div>
    </div>
  );
}

/** Apart from the toolbar: what changes from page to page must not draw its buttons anew. */
function PlaceField({
  jumpField,
  totalPackPages,
  onJump,
}: {
  jumpField: Ref<HTMLInputElement>;
  totalPackPages: number;
  onJump: (target: JumpTarget) => 'noSuchPage' | null;
}): ReactNode {
  const { session, revision } = useReader();
  const documentIndex = useScroll(({ layout, current }) => layout.rows[current]?.documentIndex ?? 0);
  const page = useScroll(({ layout, current }) => {
    const row = layout.rows[current];
    return row?.kind === 'page' ? row.page : null;
  });
  return (
    <JumpField
      ref={jumpField}
      document={session.documents[documentIndex]}
      page={page}
      revision={revision}
      totalPackPages={totalPackPages}
      onJump={onJump}
    />
  );
}

function Zooming({ onZoom }: { onZoom: ReaderHandle['zoom'] }): ReactNode {
  const zoom = useScroll((state) => state.zoom);
  const scale = useScroll(({ layout, current }) => {
    const row = layout.rows[current];
    return row?.kind === 'page' ? row.scale : pixelsPerPoint;
  });
  return <ZoomControls zoom={zoom} percent={(scale / pixelsPerPoint) * 100} onZoom={onZoom} />;
}
