import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { TextArea } from '../../ui/TextField.tsx';

export interface OwnTextProps {
  readonly label: string;
  readonly hidesLabel?: boolean;
  readonly value: string;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly onType: (value: string) => void;
}

/** A text that is stored while it is written; what comes from elsewhere shows when nobody is typing here. */
export function OwnText({ value, onType, ...props }: OwnTextProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const stored = useRef(value);
  useEffect(() => {
    stored.current = value;
  }, [value]);
  return (
    <TextArea
      {...props}
      value={typed ?? value}
      onChange={(text) => {
        setTyped(text);
        onType(text);
      }}
      onBlur={() => setTyped((text) => (text === stored.current ? null : text))}
    />
  );
}
