import {
  ArrowLeft,
  ArrowRight,
  ChevronLeft,
  MonitorPlay,
  NotebookPen,
  PanelLeft,
  PanelRight,
  Printer,
  ShieldAlert,
  ShieldCheck,
  ShieldQuestionMark,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { KeyState, MeetingView } from '../../../core/library/views.ts';
import type { Layout } from '../../../core/settings/settings.ts';
import { askAbout } from '../../features/importing/importStore.ts';
import { PackDetailsDialog } from '../../features/importing/PackDetailsDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import type { WorkspaceCommand } from './shortcuts.ts';

const keyIcons: Readonly<Record<KeyState, LucideIcon>> = {
  known: ShieldCheck,
  notConfirmed: ShieldQuestionMark,
  declined: ShieldAlert,
  changed: ShieldAlert,
};

export interface WorkspaceHeaderProps {
  readonly view: MeetingView;
  readonly layout: Layout;
  /** Panes are shown one at a time: there is nothing to show or hide. */
  readonly isNarrow: boolean;
  readonly shortcutOf: (command: WorkspaceCommand) => string;
  readonly canGo: { readonly back: boolean; readonly forward: boolean };
  readonly onOpenAddress: (address: string) => void;
  readonly onBack: () => void;
  readonly onForward: () => void;
  readonly onClose: () => void;
  readonly onPrint: () => void;
  readonly onPrepare: () => void;
  readonly onToggleAgenda: () => void;
  readonly onToggleNotes: () => void;
}

/** Which meeting this is: title, when, where, which revision and whether its sender is known. */
export function WorkspaceHeader(props: WorkspaceHeaderProps): ReactNode {
  const { view, layout, isNarrow, shortcutOf } = props;
  const { t } = useMessages();
  return (
    <header className="workspace-header">
      <IconButton
        label={t('workspace.toLibrary')}
        shortcut={shortcutOf('toLibrary')}
        icon={<ChevronLeft size={20} aria-hidden />}
        onPress={props.onClose}
      />
      <VisitedPlacesButtons {...props} />
      <MeetingFacts view={view} />
      <WebcastButton {...props} />
      <PackButton view={view} />
      <IconButton
        label={t('preparation.open')}
        shortcut={shortcutOf('prepare')}
        icon={<NotebookPen size={18} aria-hidden />}
        onPress={props.onPrepare}
      />
      <IconButton
        label={t('print.open')}
        shortcut={shortcutOf('print')}
        icon={<Printer size={18} aria-hidden />}
        aria-haspopup="dialog"
        onPress={props.onPrint}
      />
      {!isNarrow && (
        <div className="workspace-header__toggles">
          <IconButton
            label={t(layout.agendaShown ? 'workspace.hideAgenda' : 'workspace.showAgenda')}
            shortcut={shortcutOf('toggleAgenda')}
            isPressed={layout.agendaShown}
            icon={<PanelLeft size={18} aria-hidden />}
            onPress={props.onToggleAgenda}
          />
          <IconButton
            label={t(layout.notesShown ? 'workspace.hideNotes' : 'workspace.showNotes')}
            shortcut={shortcutOf('toggleNotes')}
            isPressed={layout.notesShown}
            icon={<PanelRight size={18} aria-hidden />}
            onPress={props.onToggleNotes}
          />
        </div>
      )}
    </header>
  );
}

function VisitedPlacesButtons({ canGo, shortcutOf, onBack, onForward }: WorkspaceHeaderProps): ReactNode {
  const { t } = useMessages();
  return (
    <div className="workspace-header__toggles">
      <IconButton
        label={t('views.back')}
        shortcut={shortcutOf('back')}
        icon={<ArrowLeft size={18} aria-hidden />}
        isDisabled={!canGo.back}
        onPress={onBack}
      />
      <IconButton
        label={t('views.forward')}
        shortcut={shortcutOf('forward')}
        icon={<ArrowRight size={18} aria-hidden />}
        isDisabled={!canGo.forward}
        onPress={onForward}
      />
    </div>
  );
}

function WebcastButton({ view: { webcast }, onOpenAddress }: WorkspaceHeaderProps): ReactNode {
  const { t } = useMessages();
  if (webcast === null) return null;
  return (
    <IconButton
      label={t('navigate.openWebcast')}
      icon={<MonitorPlay size={18} aria-hidden />}
      aria-haspopup="dialog"
      onPress={() => onOpenAddress(webcast)}
    />
  );
}

function MeetingFacts({ view: { meeting } }: { view: MeetingView }): ReactNode {
  const { formatDateTime, formatTime } = useMessages();
  const time =
    meeting.end === null
      ? formatDateTime(meeting.start)
      : `${formatDateTime(meeting.start)}–${formatTime(meeting.end)}`;
  return (
    <div className="workspace-header__meeting">
      <h1 className="workspace-header__title">{meeting.title}</h1>
      <p className="workspace-header__facts">
        <time>{time}</time>
        {meeting.place !== null && <span>{meeting.place}</span>}
        {!meeting.title.includes(meeting.bodyName) && <span>{meeting.bodyName}</span>}
      </p>
    </div>
  );
}

function PackButton({ view: { meeting } }: { view: MeetingView }): ReactNode {
  const { t } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const { keyState } = meeting.issuer;
  const Icon = keyIcons[keyState];
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        className={`workspace-header__pack workspace-header__pack--${keyState}`}
        icon={<Icon size={16} aria-hidden />}
        aria-haspopup="dialog"
        onPress={() => setIsOpen(true)}
      >
        {t('workspace.revision', { revision: meeting.revision })}
        <span className="workspace-header__key">{t(`workspace.key.${keyState}`)}</span>
      </Button>
      {isOpen && (
        <PackDetailsDialog
          meeting={meeting}
          onCompare={(issuer) => {
            setIsOpen(false);
            askAbout(issuer);
          }}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
