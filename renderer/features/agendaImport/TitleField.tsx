import type { ReactNode } from 'react';
import { useState } from 'react';

/** A title that is changed where it stands: stored when left or by Enter, given back by Escape. */
export function TitleField({
  label,
  value,
  className,
  placeholder,
  onCommit,
  onFocus,
}: {
  label: string;
  value: string;
  className: string;
  placeholder?: string;
  onCommit: (value: string) => void;
  onFocus?: () => void;
}): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (): void => {
    const words = typed?.replace(/\s+/g, ' ').trim() ?? '';
    if (typed !== null && words !== '' && words !== value) onCommit(words);
    setTyped(null);
  };
  return (
    <input
      className={`imp-title ${className}`}
      aria-label={label}
      title={value}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={typed ?? value}
      maxLength={240}
      spellCheck={false}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      {...(onFocus === undefined ? {} : { onFocus })}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation();
          setTyped(null);
        }
      }}
    />
  );
}
