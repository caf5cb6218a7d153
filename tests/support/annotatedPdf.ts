import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFObject } from '@cantoo/pdf-lib';

/** An annotation as another program writes it; `answers` is the number of one before it. */
export interface MadeAnnotation {
  readonly page: number;
  readonly subtype: string;
  readonly rect: readonly number[];
  readonly contents?: string;
  readonly author?: string;
  readonly name?: string;
  readonly answers?: number;
  readonly colour?: readonly number[];
  readonly quads?: readonly number[];
  readonly ink?: readonly (readonly number[])[];
  readonly script?: string;
}

/** A copy of a PDF that somebody wrote comments into, with a script in it if asked for. */
export async function annotatedPdf(
  bytes: Uint8Array,
  annotations: readonly MadeAnnotation[],
  script: string | null = null,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context } = document;
  const made = annotations.map((annotation) => {
    const ref = context.register(
      context.obj({
        Type: 'Annot',
        Subtype: annotation.subtype,
        Rect: [...annotation.rect],
        F: 4,
        ...(annotation.colour === undefined ? {} : { C: [...annotation.colour] }),
        ...(annotation.quads === undefined ? {} : { QuadPoints: [...annotation.quads] }),
        ...(annotation.ink === undefined ? {} : { InkList: annotation.ink.map((points) => [...points]) }),
        ...(annotation.script === undefined
          ? {}
          : { AA: { E: { S: 'JavaScript', JS: PDFHexString.fromText(annotation.script) } } }),
      }),
    );
    return { annotation, ref };
  });
  for (const { annotation, ref } of made) {
    const dict = context.lookup(ref, PDFDict);
    const set = (key: string, value: PDFObject): void => dict.set(PDFName.of(key), value);
    if (annotation.contents !== undefined) set('Contents', PDFHexString.fromText(annotation.contents));
    if (annotation.author !== undefined) set('T', PDFHexString.fromText(annotation.author));
    if (annotation.name !== undefined) set('NM', PDFHexString.fromText(annotation.name));
    const answered = annotation.answers === undefined ? undefined : made[annotation.answers];
    if (answered !== undefined) set('IRT', answered.ref);
    document.getPage(annotation.page - 1).node.addAnnot(ref);
  }
  if (script !== null) document.addJavaScript('opens', script);
  return document.save({ useObjectStreams: false });
}
