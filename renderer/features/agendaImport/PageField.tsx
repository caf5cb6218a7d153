import type { ReactNode } from 'react';
import { useState } from 'react';

/** A page number that is stored when left or by Enter. What is no page is given back. */
export function PageField({
  label,
  value,
  isDisabled,
  onCommit,
}: {
  label: string;
  value: number;
  isDisabled: boolean;
  onCommit: (page: number) => void;
}): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (): void => {
    const page = Number(typed);
    if (typed !== null && Number.isInteger(page) && page > 0 && page !== value) onCommit(page);
    setTyped(null);
  };
  return (
    <input
      className="imp-page-field"
      inputMode="numeric"
      aria-label={label}
      disabled={isDisabled}
      value={typed ?? String(value)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
