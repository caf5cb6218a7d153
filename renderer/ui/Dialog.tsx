import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { useMessages } from './messages.tsx';
import './Dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the most likely one last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: ReactNode;
}

export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  size = 'medium',
  icon,
}: DialogProps): ReactNode {
  const { t } = useMessages();
  return (
    <ModalOverlay
      className="ui-dialog-overlay"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`ui-dialog ui-dialog--${size}`}>
        <AriaDialog className="ui-dialog__box">
          <div className="ui-dialog__header">
            {icon !== undefined && <span className="ui-dialog__icon">{icon}</span>}
            <Heading slot="title" className="ui-dialog__title">
              {title}
            </Heading>
            <IconButton
              size="small"
              label={t('ui.close')}
              icon={<X size={18} aria-hidden />}
              onPress={onClose}
            />
          </div>
          <div className="ui-dialog__body">{children}</div>
          {actions !== undefined && <div className="ui-dialog__actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface AlertDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly isDanger?: boolean;
}

/** A question that must be answered before going on; Escape means no. */
export function AlertDialog({
  title,
  isOpen,
  onClose,
  children,
  confirmLabel,
  onConfirm,
  isDanger = false,
}: AlertDialogProps): ReactNode {
  const { t } = useMessages();
  return (
    <ModalOverlay
      className="ui-dialog-overlay"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="ui-dialog ui-dialog--small">
        <AriaDialog role="alertdialog" className="ui-dialog__box">
          <div className="ui-dialog__header">
            <Heading slot="title" className="ui-dialog__title">
              {title}
            </Heading>
          </div>
          <div className="ui-dialog__body">{children}</div>
          <div className="ui-dialog__actions">
            <Button onPress={onClose} autoFocus>
              {t('ui.cancel')}
            </Button>
            <Button variant={isDanger ? 'danger' : 'primary'} onPress={onConfirm}>
              {confirmLabel}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
