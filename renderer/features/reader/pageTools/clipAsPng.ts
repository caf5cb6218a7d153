import type { InkColour, InkStroke } from '../../../../core/annotation/noteDetails.ts';
import { pdfHost } from '../engine/pdfService.ts';
import type { Clip, ClippedPage } from './clipPictures.ts';
import { ClipPictures, inkMargin } from './clipPictures.ts';
import { pageMatrix } from './pageFrame.ts';
import { strokePath } from './strokeShape.ts';

/** Device pixels across, for paper; a picture is shown at most so wide, in points. */
const pixelsAcross = 1000;
const widestPoints = 360;

const inks: Readonly<Record<InkColour, string>> = {
  black: '#1d1d1b',
  blue: '#1457c8',
  red: '#c81e1e',
  green: '#17742f',
  yellow: '#ffe564',
};

/** A part of a page with what was drawn there, as a PNG in Base64; null when the page cannot be drawn. */
export async function clipAsPng({
  strokes,
  ...of
}: Omit<ClippedPage, 'margin'> & { readonly strokes: readonly InkStroke[] }): Promise<{
  readonly png: string;
  readonly width: number;
  readonly height: number;
} | null> {
  const margin = strokes.length > 0 ? inkMargin : 0;
  const clip = await new ClipPictures(pdfHost).clip({ ...of, margin }, pixelsAcross);
  if (clip === null) return null;
  const canvas = new OffscreenCanvas(clip.picture.width, clip.picture.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return null;
  context.drawImage(clip.picture, 0, 0);
  clip.picture.close();
  drawStrokes(context, clip, strokes);
  const png = await base64(await canvas.convertToBlob({ type: 'image/png' }));
  const width = Math.min(widestPoints, clip.part.width);
  return { png, width, height: (width * clip.part.height) / clip.part.width };
}

function drawStrokes(
  context: OffscreenCanvasRenderingContext2D,
  { geometry, part }: Clip,
  strokes: readonly InkStroke[],
): void {
  const scale = context.canvas.width / part.width;
  context.setTransform(scale, 0, 0, scale, -part.left * scale, -part.top * scale);
  context.transform(...pageMatrix(geometry));
  for (const stroke of strokes) {
    context.globalCompositeOperation = stroke.colour === 'yellow' ? 'multiply' : 'source-over';
    context.fillStyle = inks[stroke.colour];
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is filled, not an array
    context.fill(new Path2D(strokePath(stroke)));
  }
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 0x8000)
    parts.push(String.fromCharCode(...bytes.subarray(i, i + 0x8000)));
  return btoa(parts.join(''));
}
