import { readingUnits } from '../../../../core/reading/readingUnits.ts';
import type { ReadingUnit } from '../../../../core/reading/readingUnits.ts';
import { runningLines } from '../../../../core/reading/runningLines.ts';
import { spokenLanguage } from '../../../../core/structure/spokenLanguage.ts';
import type { StructuredText } from '../../../../core/structure/structureOf.ts';
import type { PageText } from '../../../../core/text/pageText.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';
import { PageStructures } from '../textView/PageStructures.ts';

/** A page of the scroll, ready to be read aloud. */
export interface ReadablePage {
  readonly text: PageText;
  readonly language: string;
  readonly units: readonly ReadingUnit[];
}

export interface ReadablePages {
  /** Null for a row that is no page, and for a page without words. */
  load(row: number): Promise<ReadablePage | null>;
  rowCount(): number;
}

/** Before anything that only makes scrolling smoother, after what is in view. */
const urgency = (): number => 400;

/** The pages of a reader. `figure` says how the description of a picture is said. */
export function readablePages(
  session: ReaderSession,
  figure: (alternative: string) => string,
): ReadablePages {
  const structures = new PageStructures(session.host);

  const structured = async (row: number): Promise<StructuredText | null> => {
    const place = session.place(row);
    if (!place?.file) return null;
    const loaded = await structures.load(place.file, place.filePage, urgency);
    return loaded?.ok ? loaded.value : null;
  };

  /** Pages of the same document only: another has headers of its own. */
  const neighbour = async (row: number, step: 1 | -1): Promise<PageText | null> => {
    const [here, there] = [session.place(row), session.place(row + step)];
    if (!there || here?.documentIndex !== there.documentIndex) return null;
    return (await structured(row + step))?.text ?? null;
  };

  return {
    rowCount: () => session.scroller.store.getState().layout.rows.length,
    async load(row) {
      const page = await structured(row);
      if (!page) return null;
      const around = await Promise.all([neighbour(row, -1), neighbour(row, 1)]);
      const { text, structure } = page;
      const language = spokenLanguage(structure.language, text.text);
      const silent = runningLines(
        text,
        around.filter((other) => other !== null),
      );
      const units = readingUnits(text, structure.blocks, { language, silent, figure });
      return units.length === 0 ? null : { text, language, units };
    },
  };
}
