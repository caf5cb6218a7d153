import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { annotationDraftSchema } from '../../../core/annotation/annotationSchema.ts';
import { ok } from '../../../core/errors.ts';
import type { Backup } from '../../../electron/backup/backup.ts';
import { backupHandlers } from '../../../electron/ipc/backup.ts';
import { notesHandlers } from '../../../electron/ipc/notes.ts';
import { draft } from '../../core/annotation/someNotes.ts';
import { meeting, start, valueOf } from '../notes/someProfile.ts';
import { memoryDisk } from '../storage/memoryDisk.ts';

describe('the handlers of the notes', () => {
  it('do what the window asks and tell it of every change', async () => {
    const { notes } = await start(memoryDisk());
    const told: string[] = [];
    const handlers = notesHandlers({ notes, emit: (name) => told.push(name) });
    const { id } = valueOf(
      await handlers.add({ draft: v.parse(annotationDraftSchema, draft({ text: 'a' })) }),
    );
    valueOf(await handlers.edit({ meetingId: meeting, id, patch: { colour: 'blue' } }));
    valueOf(await handlers.undo({ meetingId: meeting }));
    valueOf(await handlers.redo({ meetingId: meeting }));
    expect(valueOf(await handlers.list({ meetingId: meeting })).annotations).toMatchObject([
      { id, colour: 'blue' },
    ]);
    valueOf(await handlers.remove({ meetingId: meeting, id }));
    expect(valueOf(await handlers.list({ meetingId: meeting })).annotations).toEqual([]);
    expect(told).toEqual(Array(5).fill('notes.changed'));
  });
});

describe('the handlers of the backup', () => {
  const asked: string[] = [];
  const backup: Backup = {
    save: (file, passphrase) => Promise.resolve(ok({ file: `${file} ${passphrase}`, noteCount: 1 })),
    restore: (file) => Promise.resolve(ok({ file, noteCount: 1, newNoteCount: 0 })),
  };
  const handlers = (chosen: string | null) =>
    backupHandlers({
      backup,
      now: () => new Date(2026, 5, 1, 23, 30).getTime(),
      dialogs: {
        chooseBackupToSave: (name) => {
          asked.push(name);
          return Promise.resolve(chosen);
        },
        chooseBackupToOpen: () => Promise.resolve(chosen),
      },
    });

  it('ask for the file, with the day in its name', async () => {
    const file = path.join(path.sep, 'x.beredd-backup');
    expect(valueOf(await handlers(file).save({ passphrase: 'p' }))).toEqual({
      file: `${file} p`,
      noteCount: 1,
    });
    expect(asked).toEqual(['Beredd 2026-06-01.beredd-backup']);
    expect(valueOf(await handlers(file).restore({ passphrase: 'p' }))).toMatchObject({ file });
  });

  it('do nothing when the person chose no file', async () => {
    expect(await handlers(null).save({ passphrase: 'p' })).toEqual(ok(null));
    expect(await handlers(null).restore({ passphrase: 'p' })).toEqual(ok(null));
  });
});
