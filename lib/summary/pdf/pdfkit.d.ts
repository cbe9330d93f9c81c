/** What pdfkit takes and its types leave out. */
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Of a heading cell. */
    readonly scope?: 'Row' | 'Column';
    /** Left, top, right and bottom, in points from the page's upper left corner. */
    readonly bbox?: readonly number[];
  }
}

declare namespace PDFKit {
  interface PDFDocument {
    /** The font that was chosen last. */
    readonly _font: {
      /** What each of its letters means, in the order in which they were first drawn. */
      readonly unicode: (readonly number[])[];
    };
  }

  interface PDFStructureElement {
    readonly dictionary: { readonly data: Record<string, unknown> };
  }
}
