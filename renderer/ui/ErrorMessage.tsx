import type { ReactNode } from 'react';
import { errorValues } from '../../core/errorValues.ts';
import type { BereddError } from '../../core/errors.ts';
import { Banner } from './Banner.tsx';
import { isMessageKey } from './catalogues.ts';
import type { Messages } from './messages.tsx';
import { useMessages } from './messages.tsx';
import './ErrorMessage.css';

export interface ErrorTexts {
  readonly title: string;
  readonly why: string;
  readonly doThis: string;
}

/** The three texts of a failure in the person's language: what happened, why, and what to do. */
export function errorTexts({ t }: Messages, error: BereddError): ErrorTexts {
  const values = errorValues(error, t('errors.unnamedFile'));
  const title = t(`errors.${error.code}.title`, values);
  return {
    // A file's own name keeps its letters; only "filen" at the head of a sentence gets a capital.
    title: error.file === undefined ? title.charAt(0).toUpperCase() + title.slice(1) : title,
    why: t(`errors.${error.code}.why`, values),
    doThis: t(`errors.${error.code}.doThis`, values),
  };
}

export interface ErrorMessageProps {
  readonly error: BereddError;
  readonly tone?: 'warning' | 'alarm';
  /** Buttons: the way out. */
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
  readonly isLive?: boolean;
}

/** A failure as people meet it: file, reason, way out, and the technical detail for whoever helps them. */
export function ErrorMessage({
  error,
  tone = 'warning',
  actions,
  onDismiss,
  isLive = false,
}: ErrorMessageProps): ReactNode {
  const messages = useMessages();
  const { title, why, doThis } = errorTexts(messages, error);
  return (
    <Banner tone={tone} title={title} actions={actions} isLive={isLive} {...(onDismiss ? { onDismiss } : {})}>
      <p>{why}</p>
      <p className="ui-error__do">{doThis}</p>
      <TechnicalDetail error={error} />
    </Banner>
  );
}

/** Which rule was broken, with code and details of the failure, folded away. */
export function TechnicalDetail({ error }: { error: BereddError }): ReactNode {
  const { t } = useMessages();
  const details = Object.entries(error.detail ?? {});
  const rule = `packRules.${error.detail?.['rule'] ?? ''}`;
  return (
    <details className="ui-error__technical">
      <summary>{t('errors.technical')}</summary>
      {isMessageKey(rule) && <p>{t(rule)}</p>}
      <code>{[error.code, ...details.map(([name, value]) => `${name}: ${value}`)].join(' · ')}</code>
    </details>
  );
}
