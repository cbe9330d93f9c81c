export const paperSizes = ['a4', 'letter'] as const;
export type PaperSize = (typeof paperSizes)[number];

const pointsPerMm = 72 / 25.4;

/** 15 mm on each side. */
export const marginPt = 15 * pointsPerMm;

/** What pdfkit calls them. */
export const pdfkitNames: Readonly<Record<PaperSize, string>> = { a4: 'A4', letter: 'LETTER' };
