/** What pdfkit takes and its types leave out. */
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Of a heading cell. */
    readonly scope?: 'Row' | 'Column';
    /** Left, top, right and bottom, in points from the page's upper left corner. */
    readonly bbox?: readonly number[];
  }
}
