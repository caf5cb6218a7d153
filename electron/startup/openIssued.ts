import type { Handlers } from '../../core/contract.ts';
import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import type { Language } from '../../core/settings/settings.ts';
import { issuingHandlers } from '../ipc/issuing.ts';
import type { Dialogs, Emit } from '../ipc/ports.ts';
import { withDeliveries } from '../ipc/withDeliveries.ts';
import { beginMail } from '../issuing/mailDraft.ts';
import type { IssuingServices, OpenedIssuing } from '../issuing/openIssuing.ts';
import { openIssuing } from '../issuing/openIssuing.ts';
import { pageToPdf } from '../issuing/pageToPdf.ts';
import { writeFile } from '../issuing/writeFile.ts';
import { textsIn } from '../windows/texts.ts';

export interface IssuedOptions extends Omit<IssuingServices, 'dialogs' | 'onProgress'> {
  readonly dialogs: Dialogs;
  readonly emit: Emit;
  readonly language: () => Language;
  /** A revision was put into a folder that all members share. */
  readonly delivered: (meetingId: string, revision: number) => Promise<void>;
}

/** Signing and sending of drafts, wired. */
export interface Issued {
  readonly handlers: Handlers['issuing'];
  readonly register: OpenedIssuing['register'];
  readonly close: () => Promise<void>;
}

export async function openIssued(options: IssuedOptions): Promise<Result<Issued>> {
  const { dialogs, emit, language, library, delivered } = options;
  const opened = await openIssuing({
    ...options,
    onProgress: (progress) => emit('issuing.progress', progress),
  });
  if (!opened.ok) return opened;
  const { issuing, places, drafts, keys, sealing, register, flush } = opened.value;
  return ok({
    register,
    handlers: withDeliveries(
      issuingHandlers({
        issuing,
        places,
        drafts,
        keys,
        sealing,
        library,
        dialogs,
        beginMail,
        pageToPdf,
        writeFile,
        language,
        texts: () => textsIn(language()),
      }),
      delivered,
    ),
    close: async () => {
      issuing.stop();
      await flush();
    },
  });
}
