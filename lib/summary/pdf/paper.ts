export const paperSizes = ['a4', 'letter'] as const;
export type PaperSize = (typeof paperSizes)[number];

const pointsPerMm = 72 / 25.4;

/** 15 mm on each side. */
export const marginPt = 15 * pointsPerMm;

/** What pdfkit calls them. */
export const pdfkitNames: Readonly<Record<PaperSize, string>> = { a4: 'A4', letter: 'LETTER' };

/** Where printers hold Letter; everywhere else they hold A4. */
const letterRegions = 'US CA MX PH CL CO VE CR GT NI PA DO PR'.split(' ');

/**
 * The paper of a language's region.
 * @param language as a browser names it, which may be no valid tag (`en-US@posix`)
 */
export function paperOfLanguage(language: string): PaperSize {
  const [, region] = /-([A-Z]{2})\b/.exec(language) ?? [];
  return region !== undefined && letterRegions.includes(region) ? 'letter' : 'a4';
}
