import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';

export interface SheetSectionProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly addLabel?: string;
  readonly onAdd?: () => void;
  /** Said in place of a list that is empty. */
  readonly empty?: string | false;
}

/** One part of the sheet, with the button that adds to it. */
export function SheetSection({ title, children, addLabel, onAdd, empty }: SheetSectionProps): ReactNode {
  return (
    <section className="prep-section" aria-label={title}>
      <div className="prep-section__head">
        <h3>{title}</h3>
        {addLabel !== undefined && onAdd !== undefined && (
          <Button size="small" variant="quiet" icon={<Plus size={15} aria-hidden />} onPress={onAdd}>
            {addLabel}
          </Button>
        )}
      </div>
      {typeof empty === 'string' && <p className="prep-quiet">{empty}</p>}
      {children}
    </section>
  );
}
