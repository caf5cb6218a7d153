import type { PlacementsView } from '../../../../core/annotation/anchoring/notePlacement.ts';
import type { AnnotationPatch, AnnotationTarget } from '../../../../core/annotation/annotation.ts';
import { isDrawnKind } from '../../../../core/annotation/annotation.ts';
import { drawnOnWords } from '../../../../core/annotation/drawn/drawnOnWords.ts';
import type { Client } from '../../../../core/contract.ts';
import type { PlacingActions, ShownNote } from '../../../features/notes/shownNote.ts';
import type { MessageKey } from '../../../ui/messages.tsx';
import type { Workspace } from '../Workspace.ts';

/** Where notes stand after a revision, and what the person says about it. Each is a change of the note that can be undone. */
export class PlacingNotes {
  readonly #workspace: Workspace;
  readonly #client: Client;

  constructor(workspace: Workspace, client: Client) {
    this.#workspace = workspace;
    this.#client = client;
  }

  /** Asks where the notes stand; goes on looking for those whose place is not known. */
  async load(): Promise<void> {
    const answer = await this.#client.placements.of({ meetingId: this.#workspace.meetingId });
    if (answer.ok) this.#workspace.store.setState({ placements: answer.value });
  }

  readonly arrived = (view: PlacementsView): void => {
    if (view.meetingId === this.#workspace.meetingId) this.#workspace.store.setState({ placements: view });
  };

  readonly lookingOn = ({ meetingId, looking }: Pick<PlacementsView, 'meetingId' | 'looking'>): void => {
    if (meetingId !== this.#workspace.meetingId) return;
    this.#workspace.store.setState(({ placements }) => ({
      placements: placements && { ...placements, looking },
    }));
  };

  readonly stopLooking = (): void =>
    void this.#client.placements.cancel({ meetingId: this.#workspace.meetingId });

  readonly actions: PlacingActions = {
    onConfirm: ({ key, place }) => {
      const { placement } = place;
      if (placement === null || placement.kind === 'tray') return;
      void this.#change(key, { target: placement.target, inTray: false }, 'placing.said.placed');
    },
    onMove: (shown) => this.#startMoving(shown),
    onTray: ({ key }, isKept) =>
      void this.#change(key, { inTray: isKept }, isKept ? 'placing.said.toTray' : 'placing.said.fromTray'),
    onShowOld: ({ note }) => this.#workspace.showAside({ type: 'old', noteId: note.id }),
  };

  /** The note being moved stands here from now on. */
  async moveTo(target: AnnotationTarget): Promise<void> {
    const { movingKey, notes } = this.#workspace.store.getState();
    if (movingKey === null) return;
    this.#workspace.store.setState({ movingKey: null });
    const note = notes?.annotations.find(({ id }) => id === movingKey);
    const to = note && isDrawnKind(note.kind) ? drawnOnWords(note.target, target) : target;
    await this.#change(movingKey, { target: to, inTray: false }, 'placing.said.moved');
  }

  readonly cancelMoving = (): void => this.#workspace.store.setState({ movingKey: null });

  #startMoving({ key }: ShownNote): void {
    this.#workspace.store.setState({ movingKey: key, activeKey: key, aside: null });
    this.#workspace.notes.say('placing.said.choose');
  }

  async #change(key: string, patch: AnnotationPatch, said: MessageKey): Promise<void> {
    await this.#workspace.notes.change(key, patch);
    if (this.#workspace.store.getState().actionError === null) this.#workspace.notes.say(said);
  }
}
