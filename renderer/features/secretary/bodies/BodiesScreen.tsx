import { ArrowLeft, Landmark, Plus, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { DraftBodyEntry } from '../../../../core/draft/draftViews.ts';
import type { BereddError } from '../../../../core/errors.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import '../drafts/drafts.css';
import '../editor/editor.css';
import '../item/item.css';
import './bodies.css';

export interface BodiesScreenProps {
  /** Null while they are loaded. */
  readonly bodies: readonly DraftBodyEntry[] | null;
  readonly error: BereddError | null;
  readonly onOpen: (bodyId: string) => void;
  readonly onAdd: (name: string) => void;
  readonly onClose: () => void;
  readonly onRetry: () => void;
}

/** The bodies that this office prepares meetings for. */
export function BodiesScreen(props: BodiesScreenProps): ReactNode {
  const { t } = useMessages();
  const [isAdding, setIsAdding] = useState(false);
  const { bodies, error } = props;
  return (
    <div className="drafts">
      <header className="bodies__head">
        <IconButton
          label={t('secretary.back')}
          icon={<ArrowLeft size={18} aria-hidden />}
          onPress={props.onClose}
        />
        <h1 className="drafts__title">{t('secretary.bodies')}</h1>
        {bodies !== null && bodies.length > 0 && (
          <Button variant="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setIsAdding(true)}>
            {t('secretary.body.add')}
          </Button>
        )}
      </header>
      {error !== null && (
        <ErrorMessage
          error={error}
          tone="alarm"
          isLive
          actions={<Button onPress={props.onRetry}>{t('app.tryAgain')}</Button>}
        />
      )}
      {error === null && bodies === null && <Skeleton label={t('secretary.bodies.loading')} lines={6} />}
      {bodies?.length === 0 && (
        <EmptyState
          icon={<Landmark size={24} aria-hidden />}
          title={t('secretary.bodies.none')}
          actions={
            <Button variant="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setIsAdding(true)}>
              {t('secretary.body.add')}
            </Button>
          }
        >
          {t('secretary.bodies.noneText')}
        </EmptyState>
      )}
      {bodies !== null && bodies.length > 0 && <BodyList bodies={bodies} onOpen={props.onOpen} />}
      {isAdding && <NewBodyDialog onAdd={props.onAdd} onClose={() => setIsAdding(false)} />}
    </div>
  );
}

function BodyList({
  bodies,
  onOpen,
}: {
  bodies: readonly DraftBodyEntry[];
  onOpen: (bodyId: string) => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <ul className="drafts__list">
      {bodies.map(({ body, settings, templates }) => (
        <li key={body.id}>
          <article className="draft-card" aria-label={body.name}>
            <span className="draft-card__icon">
              <Users size={20} aria-hidden />
            </span>
            <div className="draft-card__body">
              <h2 className="draft-card__title">
                <button type="button" className="draft-card__open" onClick={() => onOpen(body.id)}>
                  {body.name}
                </button>
              </h2>
              <p className="draft-card__facts">
                {settings.municipality !== '' && <span>{settings.municipality}</span>}
                <span>{t('secretary.body.people', { count: body.roster?.members.length ?? 0 })}</span>
                <span>{t('secretary.body.templates', { count: templates.length })}</span>
              </p>
            </div>
          </article>
        </li>
      ))}
    </ul>
  );
}

function NewBodyDialog({
  onAdd,
  onClose,
}: {
  onAdd: (name: string) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const [name, setName] = useState('');
  const add = (): void => {
    if (name.trim() === '') return;
    onClose();
    onAdd(name.trim());
  };
  return (
    <Dialog
      title={t('secretary.body.add')}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={add}>
            {t('secretary.body.addDo')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={t('secretary.meeting.bodyName')}
          placeholder={t('secretary.body.example')}
          value={name}
          onChange={setName}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
