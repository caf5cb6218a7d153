import * as v from 'valibot';

/** Pictures in one file: more would be a book of pictures, not a sheet. */
export const mostSheetPictures = 200;
/** Letters of a picture in Base64: some 1.5 MB. */
const longest = 2_000_000;

const side = v.pipe(v.number(), v.minValue(1), v.maxValue(2000));

/** What was drawn on a page, or an area of one, as a picture that goes into a file. */
export const sheetPictureSchema = v.object({
  /** A PNG in Base64. */
  png: v.pipe(v.string(), v.base64(), v.maxLength(longest)),
  /** As it is to be shown, in points. */
  width: side,
  height: side,
  /** What it shows, in words. */
  alternative: v.pipe(v.string(), v.maxLength(300)),
});
export type SheetPicture = v.InferOutput<typeof sheetPictureSchema>;

/** By note. */
export const sheetPicturesSchema = v.pipe(
  v.record(v.pipe(v.string(), v.uuid()), sheetPictureSchema),
  v.check((pictures) => Object.keys(pictures).length <= mostSheetPictures),
);
export type SheetPictures = Readonly<Record<string, SheetPicture>>;
