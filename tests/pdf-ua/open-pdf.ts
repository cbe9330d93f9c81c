import * as mupdf from 'mupdf';

export type PdfObject = mupdf.PDFObject;

/** A file as its objects, to look at what no reader shows. */
export interface OpenPdf {
  readonly file: mupdf.PDFDocument;
  readonly root: PdfObject;
  readonly pages: readonly PdfObject[];
}

export function openPdf(bytes: Uint8Array): OpenPdf {
  const file = mupdf.Document.openDocument(bytes, 'application/pdf').asPDF();
  if (!file) throw new Error('no PDF');
  const pages = Array.from({ length: file.countPages() }, (_, place) => file.findPage(place));
  return { file, root: file.getTrailer().get('Root'), pages };
}

/** The members of an array, or the one thing in place of it; nothing for nothing. */
export function listOf(object: PdfObject): PdfObject[] {
  if (object.isNull()) return [];
  if (!object.isArray()) return [object];
  return Array.from({ length: object.length }, (_, place) => object.get(place));
}

/** A name without its slash; empty for anything else. */
export function nameOf(object: PdfObject): string {
  return object.isName() ? object.asName() : '';
}

/** A text; empty for anything else. */
export function textOf(object: PdfObject): string {
  return object.isString() ? object.asString() : '';
}
