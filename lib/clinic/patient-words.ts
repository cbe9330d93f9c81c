/** The words by which a patient is found. */

/** In small letters, without accents; apostrophes and hyphens part words. */
export function foldWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .flatMap((word) => (/^\d[\d-]*$/.test(word) ? [word] : word.split('-')))
    .filter((word) => word !== '')
    .slice(0, 12);
}

/** The words of a patient: of the name, and the date of birth as `1979-04-02`. */
export function patientWords(name: string, dateOfBirth: Date | null): string[] {
  const born = dateOfBirth?.toISOString().slice(0, 10);
  return [...new Set([...foldWords(name), ...(born ? [born] : [])])];
}

/** Every word that begins so: a range that an index finds. */
export function beginningWith(word: string): { readonly gte: string; readonly lt: string } {
  return { gte: word, lt: `${word}\u{10FFFF}` };
}
