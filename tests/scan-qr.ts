import jsQr from 'jsqr';
import * as mupdf from 'mupdf';

/** What a poor scanner, at 150 dots an inch, reads from the QR code of a page; null if nothing. */
export function scanQr(bytes: Uint8Array, page: number): string | null {
  const scale = mupdf.Matrix.scale(150 / 72, 150 / 72);
  const pixmap = mupdf.Document.openDocument(bytes, 'application/pdf')
    .loadPage(page)
    .toPixmap(scale, mupdf.ColorSpace.DeviceGray, false);
  const [width, height, stride] = [pixmap.getWidth(), pixmap.getHeight(), pixmap.getStride()];
  const grey = pixmap.getPixels();
  const pixels = new Uint8ClampedArray(4 * width * height);
  for (let place = 0; place < width * height; place++) {
    const shade = grey[Math.floor(place / width) * stride + (place % width)] ?? 0;
    pixels.set([shade, shade, shade, 255], 4 * place);
  }
  return jsQr(pixels, width, height)?.data ?? null;
}
