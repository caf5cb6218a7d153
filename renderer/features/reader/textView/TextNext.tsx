import { ArrowDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { ReaderNext } from '../readerTypes.ts';

/** Below the last page: what comes next. */
export function TextNext({ next }: { next: ReaderNext }): ReactNode {
  return (
    <div className="text-view__next">
      <Button size="large" icon={<ArrowDown size={16} aria-hidden />} onPress={next.onContinue}>
        {next.label}
      </Button>
    </div>
  );
}
