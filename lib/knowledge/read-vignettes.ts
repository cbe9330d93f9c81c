/** Reads the vignettes from disk: cases with a known answer, apart from what the tool sees of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { audiences } from '../triage/answers';
import { urgencyLevels } from '../triage/schema';

const ids = z.array(z.string()).min(1).optional();

const vignetteFile = z.strictObject({
  story: z.string().min(1),
  /** The rules are tuned on the first only. */
  split: z.enum(['development', 'validation']),
  provenance: z.strictObject({
    kind: z.enum(['case-report', 'guideline', 'textbook', 'composite']),
    source: z.string().min(1),
    address: z.string().optional(),
    /** What was changed or assumed. */
    note: z.string().optional(),
  }),
  input: z.strictObject({
    audience: z.enum(audiences),
    answers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  }),
  expected: z.strictObject({
    urgency: z.enum(urgencyLevels),
    /** The least and the most urgent level that a sensible expert could defend. */
    lowest: z.enum(urgencyLevels),
    highest: z.enum(urgencyLevels),
    condition: z.string(),
    /** As good in the first place, given only these answers. */
    alternatives: ids,
    /** Dangers that have to be named, or said to be excluded. */
    notMissed: ids,
    flagsPresent: ids,
    flagsNotPresent: ids,
  }),
  /** What matters in the story and cannot be said in the questionnaire. */
  unsaid: z.array(z.string()).optional(),
});

/** A vignette, named by its path, such as `achilles-rupture/pop-at-squash`. */
export type Vignette = z.infer<typeof vignetteFile> & { readonly name: string };

const vignettesFolder = join(process.cwd(), 'tests/vignettes');

/** Every vignette, in the order of the names. Throws on one of another form, with its name. */
export function readVignettes(folder = vignettesFolder): Vignette[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => {
      const parsed = vignetteFile.safeParse(JSON.parse(readFileSync(join(folder, path), 'utf8')));
      if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
      return { ...parsed.data, name: path.slice(0, -'.json'.length) };
    });
}
