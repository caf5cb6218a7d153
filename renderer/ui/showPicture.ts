/** Puts a drawing of PDFium on a canvas of its size. */
export function showPicture(canvas: HTMLCanvasElement | null, picture: ImageBitmap): void {
  if (!canvas) return;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d', { alpha: false })?.drawImage(picture, 0, 0);
}
