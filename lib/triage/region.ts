/** The words of the country in which the tool is used, in place of `{placeholders}` in the texts of `rules/`. */
import type { Fault } from './knowledge-base-lint';
import { nameKey } from './name-key';
import type { Region } from './schema';

type Documents = Readonly<Record<string, unknown>>;

/** As a text names a term; with a capital where a sentence begins with it. */
const placeholder = /\{([A-Za-z][A-Za-z-]*)\}/g;

/** The documents with the terms of a region filled in, and every placeholder that is no term. */
export function fillInTerms(
  documents: Documents,
  { terms }: Pick<Region, 'terms'>,
): { readonly documents: Documents; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];

  function fillIn(text: string, file: string, path: readonly string[]): string {
    return text.replace(placeholder, (whole, name: string) => {
      const first = name.charAt(0);
      const term = terms[first.toLowerCase() + name.slice(1)];
      const value = term?.[path.at(-1) ?? ''] ?? term?.en;
      if (value === undefined) {
        faults.push({
          file: `${file}.json`,
          field: path.join('.'),
          message: `${whole} is no term of regions.json`,
        });
        return whole;
      }
      const isCapital = first !== first.toLowerCase();
      return isCapital ? value.charAt(0).toUpperCase() + value.slice(1) : value;
    });
  }

  function walk(node: unknown, file: string, path: readonly string[]): unknown {
    if (typeof node === 'string') return fillIn(node, file, path);
    if (Array.isArray(node)) {
      return node.map((one, place) => walk(one, file, [...path, nameKey(node, place)]));
    }
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, one]) => [key, walk(one, file, [...path, key])]),
    );
  }

  const filled = Object.entries(documents).map(([file, document]) => [
    file,
    file === 'regions' ? document : walk(document, file, []),
  ]);
  return { documents: Object.fromEntries(filled), faults };
}
