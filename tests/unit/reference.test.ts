import { describe, expect, test } from 'vitest';
import { deriveReference, hashReference, normalizeReference } from '@/lib/intake/reference';

const keys = Array.from({ length: 2000 }, (_, place) => `submission ${place}`);
const references = keys.map((key) => deriveReference('secret', key));

describe('a reference', () => {
  test('can be read aloud: four groups of four, without I, L, O and U', () => {
    for (const reference of references) {
      expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    }
  });

  test('is the same for the same submission, and no other is', () => {
    expect(keys.map((key) => deriveReference('secret', key))).toEqual(references);
    expect(new Set(references).size).toBe(keys.length);
    expect(new Set(keys.map((key) => deriveReference('another', key)))).not.toContain(
      references[0],
    );
  });

  test('has 80 bits: each of the 32 letters in each of the 16 places', () => {
    const seen = references.flatMap((reference) =>
      [...reference.replaceAll('-', '')].map((letter, place) => `${place} ${letter}`),
    );
    expect(new Set(seen).size).toBe(16 * 32);
  });

  test('comes back as written from whatever somebody types', () => {
    const reference = '7K02-M1TR-4XWB-H301';
    for (const typed of [
      '7k02m1tr4xwbh301',
      ' 7K02 M1TR 4XWB H301 ',
      '7KO2-MLTR-4XWB-H3OI',
      '7ko2–mitr–4xwb–h3ol',
      '7k02%20m1tr%E2%80%934XWB%2DH301',
      '7K02.M1TR.4XWB.H301\n',
    ]) {
      expect(normalizeReference(typed)).toBe(reference);
    }
    for (const written of references) expect(normalizeReference(written)).toBe(written);
  });

  test.each(['', '-', '7K02', 'UUUU-UUUU-UUUU-UUUU', 'x'.repeat(1e6), '🦵', '%00', '../..'])(
    'that is none, such as %j, is one that opens nothing',
    (typed) => {
      const normal = normalizeReference(typed);
      expect(normal.length).toBeLessThan(50);
      expect(references.map(hashReference)).not.toContain(hashReference(normal));
    },
  );
});
