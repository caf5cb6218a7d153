/**
 * Canvases are taken from here and given back: one made anew for each page costs gigabytes over a long scroll, because
 * the browser frees them late.
 */
const spare: HTMLCanvasElement[] = [];
const maxSpare = 1;

export function takeCanvas(width: number, height: number): HTMLCanvasElement {
  const fitting = spare.findIndex((canvas) => canvas.width === width && canvas.height === height);
  const [canvas = document.createElement('canvas')] = spare.splice(Math.max(0, fitting), 1);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  return canvas;
}

export function giveCanvas(canvas: HTMLCanvasElement): void {
  canvas.remove();
  canvas.removeAttribute('style');
  if (spare.length < maxSpare) spare.push(canvas);
  else {
    // Frees its memory now, not when the garbage is collected.
    canvas.width = 0;
    canvas.height = 0;
  }
}
