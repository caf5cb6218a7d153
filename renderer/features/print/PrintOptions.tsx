import type { ReactNode } from 'react';
import type { PageWordsFault } from '../../../core/print/pageWords.ts';
import type { PagesPerSheet } from '../../../core/print/printOrder.ts';
import { pagesPerSheet, printNotes } from '../../../core/print/printOrder.ts';
import { useMessages } from '../../ui/messages.tsx';
import type { MessageKey } from '../../ui/messages.tsx';
import { RadioGroup, SegmentedControl } from '../../ui/RadioGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ItemTicks } from './ItemTicks.tsx';
import type { PageDrawings } from './pageDrawings.ts';
import { PageTicks } from './PageTicks.tsx';
import type { PrintForm, PrintScene, PrintWhat } from './printForm.ts';
import { offered, tickedPages, withPage } from './printForm.ts';

export interface PrintOptionsProps {
  readonly form: PrintForm;
  readonly scene: PrintScene;
  readonly fault: PageWordsFault | null;
  readonly drawings: PageDrawings;
  readonly onChange: (change: Partial<PrintForm>) => void;
}

/** What is printed, with which notes, and how many pages on a sheet. */
export function PrintOptions(props: PrintOptionsProps): ReactNode {
  const { form, scene, onChange } = props;
  const { t } = useMessages();
  return (
    <div className="print-options">
      <RadioGroup
        label={t('print.what')}
        value={form.what}
        choices={offered(scene).map((what) => ({
          value: what,
          label: t(whatWords(what, scene)),
          ...describedAs(what, scene),
        }))}
        onChange={(what) => onChange({ what })}
      />
      {form.what === 'pages' && <PagesChoice {...props} />}
      {form.what === 'items' && (
        <ItemTicks meeting={scene.meeting} ids={form.ids} onChange={(ids) => onChange({ ids })} />
      )}
      <RadioGroup
        label={t('print.notes')}
        value={form.notes}
        choices={printNotes.map((value) => ({ value, label: t(`print.notes.${value}`) }))}
        onChange={(notes) => onChange({ notes })}
      />
      {form.notes !== 'none' && <p className="print-options__warning">{t('print.notes.warning')}</p>}
      <SegmentedControl
        label={t('print.perSheet')}
        value={String(form.perSheet)}
        choices={pagesPerSheet.map((count) => ({ value: String(count), label: String(count) }))}
        onChange={(value) => onChange({ perSheet: perSheetOf(value) })}
      />
      <Switch isSelected={form.stamped} onChange={(stamped) => onChange({ stamped })}>
        {t('print.stamped')}
      </Switch>
    </div>
  );
}

const perSheetOf = (value: string): PagesPerSheet =>
  pagesPerSheet.find((count) => String(count) === value) ?? 1;

function whatWords(what: PrintWhat, { holder }: PrintScene): MessageKey {
  if (what !== 'holder') return `print.what.${what}`;
  return holder?.briefing == null ? 'print.what.item' : 'print.what.briefing';
}

function describedAs(what: PrintWhat, { document, holder }: PrintScene): { description?: string } {
  if (what === 'document' && document !== null) return { description: document.title };
  if (what !== 'holder' || holder === null) return {};
  return { description: holder.item?.title ?? holder.briefing?.unit.name ?? '' };
}

function PagesChoice({ form, scene, fault, drawings, onChange }: PrintOptionsProps): ReactNode {
  const { t } = useMessages();
  const { document } = scene;
  const isWrong = fault !== null && fault.why !== 'empty';
  return (
    <div className="print-pages">
      <TextField
        label={t('print.pages.field')}
        description={t(document === null ? 'print.pages.helpNoDocument' : 'print.pages.help')}
        value={form.pageWords}
        onChange={(pageWords) => onChange({ pageWords })}
        error={isWrong ? t(`print.pages.${fault.why}`, { part: fault.part }) : null}
      />
      {document !== null && document.pageCount > 0 && (
        <PageTicks
          document={document}
          drawings={drawings}
          ticked={tickedPages(form.pageWords, scene)}
          onTick={(page, isTicked) =>
            onChange({ pageWords: withPage(form.pageWords, scene, page, isTicked) })
          }
        />
      )}
    </div>
  );
}
