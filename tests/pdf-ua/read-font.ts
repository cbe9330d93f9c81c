import { listOf, nameOf, type PdfObject } from './open-pdf';

/** A font of a page: what its codes mean, and what is missing. */
export interface ReadFont {
  readonly name: string;
  /** Unicode by code; null where the font does not say. */
  readonly toUnicode: ReadonlyMap<number, string> | null;
  readonly faults: readonly string[];
}

export function readFont(font: PdfObject): ReadFont {
  const name = nameOf(font.get('BaseFont'));
  const isComposite = nameOf(font.get('Subtype')) === 'Type0';
  const [inner] = isComposite ? listOf(font.get('DescendantFonts')) : [font];
  const files = ['FontFile', 'FontFile2', 'FontFile3'].map((key) =>
    inner?.get('FontDescriptor').get(key),
  );
  const faults: string[] = [];
  if (!files.some((file) => file?.isStream())) faults.push(`31-009 ${name} is not embedded`);
  if (isComposite && nameOf(inner?.get('Subtype') ?? font) === 'CIDFontType2') {
    const map = inner?.get('CIDToGIDMap');
    if (!map?.isStream() && (!map || nameOf(map) !== 'Identity')) {
      faults.push(`31-004 ${name} has no CIDToGIDMap`);
    }
  }
  const cmap = font.get('ToUnicode');
  const toUnicode = cmap.isStream() ? readCmap(cmap.readStream().asString()) : null;
  if (toUnicode === null) faults.push(`31-027 ${name} has no ToUnicode`);
  for (const text of toUnicode?.values() ?? []) {
    if (/[\0\uFEFF\uFFFE]/.test(text)) faults.push(`31-028 ${name} says nothing of a letter`);
  }
  return { name, toUnicode, faults };
}

/** The codes of a CMap one by one and in ranges. */
function readCmap(cmap: string): Map<number, string> {
  const meanings = new Map<number, string>();
  for (const [, lines = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of lines.matchAll(/<(\w+)>\s*<([\w\s]+)>/g)) {
      meanings.set(Number.parseInt(code, 16), fromHex(text));
    }
  }
  for (const [, lines = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const ranges = /<(\w+)>\s*<(\w+)>\s*(?:\[([^\]]*)\]|<(\w+)>)/g;
    for (const [, from = '', to = '', list, start] of lines.matchAll(ranges)) {
      const first = Number.parseInt(from, 16);
      const texts = [...(list ?? '').matchAll(/<([\w\s]+)>/g)].map(([, text = '']) => text);
      for (let code = first; code <= Number.parseInt(to, 16); code++) {
        const next = Number.parseInt(start ?? '0', 16) + code - first;
        const text = texts[code - first];
        meanings.set(code, text === undefined ? String.fromCodePoint(next) : fromHex(text));
      }
    }
  }
  return meanings;
}

/** UTF-16, big end first. */
function fromHex(hex: string): string {
  const units = hex.replaceAll(/\s/g, '').match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}
