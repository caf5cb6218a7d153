import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { noteClasses } from '../../../core/annotation/annotation.ts';
import type { Result } from '../../../core/errors.ts';
import { hasOpenedSeal } from '../../../core/sealing/openedSeals.ts';
import { client } from '../../client.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { usePreparation } from './PreparationContext.ts';

/** The preparation and the notes as files of the person's own, and notes back in. */
export function ExportMenu({ onDigest }: { readonly onDigest: () => void }): ReactNode {
  const { t } = useMessages();
  const { session, onTakeIn, clipImages } = usePreparation();
  const report = useReportFailure();
  const { meetingId } = session;
  const tell = async <T,>(asked: Promise<Result<T | null>>, words: (value: T) => string): Promise<void> => {
    await session.flush();
    const answer = await asked;
    if (!answer.ok) return report(answer.error);
    if (answer.value !== null) showToast({ tone: 'good', title: words(answer.value) });
  };
  const withSealed = (words: string): string => {
    const { meeting } = session.store.getState();
    return meeting !== null && hasOpenedSeal(meeting)
      ? `${words} ${t('preparation.export.withoutSealed')}`
      : words;
  };
  const saved = ({ file }: { file: string }): string => withSealed(t('preparation.export.saved', { file }));
  // Everything is the person's own file: also what is private.
  const all = [...noteClasses];
  const saveSheet = async (as: 'pdf' | 'docx' | 'markdown'): Promise<Result<{ file: string } | null>> => {
    await session.flush();
    const pictures = await clipImages();
    const asked = { meetingId, itemIds: null, as, classes: all, withConflict: true, pictures };
    return client.preparation.saveSheet(asked);
  };
  const sheet = (as: 'pdf' | 'docx' | 'markdown'): void => void tell(saveSheet(as), saved);
  const notes = (as: 'jsonld' | 'csv'): void =>
    void tell(client.preparation.saveNotes({ meetingId, as, classes: all }), saved);
  return (
    <Menu
      label={t('preparation.export')}
      trigger={<Button icon={<Download size={16} aria-hidden />}>{t('preparation.export')}</Button>}
    >
      <MenuItem onAction={() => sheet('pdf')}>
        {`${t('preparation.export.sheet')}: ${t('preparation.export.pdf')}`}
      </MenuItem>
      <MenuItem onAction={() => sheet('docx')}>
        {`${t('preparation.export.sheet')}: ${t('preparation.export.docx')}`}
      </MenuItem>
      <MenuItem onAction={() => sheet('markdown')}>
        {`${t('preparation.export.sheet')}: ${t('preparation.export.markdown')}`}
      </MenuItem>
      <MenuItem onAction={onDigest}>{`${t('preparation.digest')} …`}</MenuItem>
      <MenuSeparator />
      <MenuItem onAction={() => notes('jsonld')}>
        {`${t('preparation.export.notes')}: ${t('preparation.export.jsonld')}`}
      </MenuItem>
      <MenuItem onAction={() => notes('csv')}>
        {`${t('preparation.export.notes')}: ${t('preparation.export.csv')}`}
      </MenuItem>
      <MenuItem
        onAction={() =>
          void tell(client.preparation.saveCopies({ meetingId }), (made) =>
            withSealed(
              t('preparation.export.copiesSaved', {
                folder: made.folder,
                files: made.files,
                notes: made.notes,
              }),
            ),
          )
        }
      >
        {t('preparation.export.copies')}
      </MenuItem>
      <MenuItem onAction={() => void session.flush().then(onTakeIn)}>{t('incoming.open')}</MenuItem>
      <MenuSeparator />
      <MenuItem onAction={() => void tell(client.preparation.saveCalendar({ meetingId }), saved)}>
        {t('preparation.export.calendar')}
      </MenuItem>
    </Menu>
  );
}
