type Pdf = PDFKit.PDFDocument;
type TagOptions = PDFKit.Mixins.StructureElementOptions & {
  /** Of a list: what its labels are, by the names of PDF. */
  readonly numbering?: 'Decimal' | 'Disc' | 'None';
};

/**
 * An element of the file's structure, such as `P` or `TR`, which a screen reader walks through. It
 * comes into being when the first of its content is drawn, so that what is only measured leaves
 * no trace; the order of drawing is the order of reading.
 */
export class Tag {
  private element: PDFKit.PDFStructureElement | undefined;

  constructor(
    private readonly type: string,
    private readonly parent: Tag | null,
    private readonly options: TagOptions = {},
  ) {}

  /** Draws content of this element. */
  mark(pdf: Pdf, draw: () => void, options: TagOptions = {}): void {
    const element = this.elementIn(pdf, options);
    const content = pdf.markStructureContent(this.type);
    draw();
    pdf.endMarkedContent();
    element.add(content);
  }

  private elementIn(pdf: Pdf, options: TagOptions = {}): PDFKit.PDFStructureElement {
    if (this.element) return this.element;
    const { numbering, ...known } = { ...this.options, ...options };
    this.element = pdf.struct(this.type, known);
    if (numbering) this.element.dictionary.data.A = { O: 'List', ListNumbering: numbering };
    if (this.parent) this.parent.elementIn(pdf).add(this.element);
    else pdf.addStructure(this.element);
    return this.element;
  }
}

/** Draws what a screen reader passes over: lines, frames, what is said elsewhere. */
export function drawArtifact(
  pdf: Pdf,
  draw: () => void,
  type: 'Layout' | 'Pagination' = 'Layout',
): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}
