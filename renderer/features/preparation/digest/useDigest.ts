import { useEffect, useRef, useState } from 'react';
import type { DigestPreview } from '../../../../core/contract/preparationContract.ts';
import type { NotesView } from '../../../../core/contract.ts';
import type { BereddError } from '../../../../core/errors.ts';
import type { DigestChoice } from '../../../../core/preparation/digest/digestChoice.ts';
import { emptyDigest } from '../../../../core/preparation/digest/digestChoice.ts';
import type { Language } from '../../../../core/settings/settings.ts';
import { client } from '../../../client.ts';

export interface DigestTools {
  /** Null while what was last chosen is asked for. */
  readonly choice: DigestChoice | null;
  readonly change: (choice: DigestChoice) => void;
  /** As main composed it; null before the first time. */
  readonly preview: DigestPreview | null;
  /** The preview is of what is chosen now. */
  readonly isCurrent: boolean;
  readonly error: BereddError | null;
}

/** While something is typed it is not composed at every key. */
const pauseMs = 250;

/** What is chosen for the public digest, and how it will look. `notes`: another say about them makes another digest. */
export function useDigest(
  meetingId: string,
  begin: { readonly language: Language; readonly title: string },
  notes: NotesView | null,
): DigestTools {
  const [choice, setChoice] = useState<DigestChoice | null>(null);
  const [preview, setPreview] = useState<DigestPreview | null>(null);
  const [isCurrent, setIsCurrent] = useState(false);
  const [error, setError] = useState<BereddError | null>(null);
  const first = useRef(begin);
  useEffect(() => {
    void client.preparation.digestChoice({ meetingId }).then((answer) => {
      if (!answer.ok) return setError(answer.error);
      const { language, title } = first.current;
      setChoice(answer.value ?? emptyDigest(language, title));
    });
  }, [meetingId]);
  useEffect(() => {
    if (choice === null) return undefined;
    let isWanted = true;
    const compose = async (): Promise<void> => {
      const answer = await client.preparation.composeDigest({ meetingId, choice });
      if (!isWanted) return;
      setError(answer.ok ? null : answer.error);
      if (!answer.ok) return;
      setPreview(answer.value);
      setIsCurrent(true);
    };
    const timer = setTimeout(() => void compose(), pauseMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [meetingId, choice, notes]);
  return {
    choice,
    change: (changed) => {
      setIsCurrent(false);
      setChoice(changed);
    },
    preview,
    isCurrent,
    error,
  };
}
