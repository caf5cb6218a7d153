import type { BereddError } from '../../../../core/errors.ts';
import type { ErrorTexts } from '../../../ui/ErrorMessage.tsx';
import { errorTexts } from '../../../ui/ErrorMessage.tsx';
import type { Messages } from '../../../ui/messages.tsx';

/**
 * The wording of a failure in the reader. A PDF that PDFium cannot read arrived as it was signed, which is another matter
 * than a stored file that has changed: it gets words of its own.
 */
export function failureTexts(messages: Messages, error: BereddError): ErrorTexts {
  if (error.code !== 'documentDamaged') return errorTexts(messages, error);
  const { t } = messages;
  const page = error.detail?.['page'];
  const values = { file: error.file ?? t('errors.unnamedFile'), page: page ?? 0 };
  const what = page === undefined ? 'brokenPdf' : 'brokenPage';
  return {
    title: t(`reader.${what}.title`, values),
    why: t(`reader.${what}.why`, values),
    doThis: t(`reader.${what}.doThis`, values),
  };
}
