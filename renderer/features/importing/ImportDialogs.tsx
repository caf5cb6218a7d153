import type { ReactNode } from 'react';
import type { MeetingEntry } from '../../../core/library/views.ts';
import { CompareWordsDialog } from './CompareWordsDialog.tsx';
import { ImportResultsDialog } from './ImportResultsDialog.tsx';
import { askAbout, closeResults, endQuestion, endSuccession, useImports } from './importStore.ts';
import { PackDetailsDialog } from './PackDetailsDialog.tsx';
import { SuccessionDialog } from './SuccessionDialog.tsx';

/** One dialog at a time: what became of the files, then the words to compare, then the pack that was asked about. */
export function ImportDialogs({
  meetings,
  packShown,
  onClosePack,
  onOpenMeeting,
}: {
  meetings: readonly MeetingEntry[];
  /** The meeting whose pack is shown; null: none. */
  packShown: string | null;
  onClosePack: () => void;
  onOpenMeeting: (meetingId: string) => void;
}): ReactNode {
  const results = useImports((state) => state.results);
  const [question] = useImports((state) => state.questions);
  const [succession] = useImports((state) => state.successions);
  if (results !== null) {
    const open = (meetingId: string): void => {
      closeResults();
      onOpenMeeting(meetingId);
    };
    return <ImportResultsDialog outcomes={results} onOpenMeeting={open} onClose={closeResults} />;
  }
  if (question) {
    return (
      <CompareWordsDialog key={question.key} issuer={question} onClose={() => endQuestion(question.key)} />
    );
  }
  if (succession) {
    return (
      <SuccessionDialog key={succession.to} offer={succession} onClose={() => endSuccession(succession)} />
    );
  }
  const meeting = meetings.find(({ meetingId }) => meetingId === packShown);
  if (!meeting) return null;
  return <PackDetailsDialog meeting={meeting} onCompare={askAbout} onClose={onClosePack} />;
}
