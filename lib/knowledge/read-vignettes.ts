/** Reads the vignettes from disk: cases with a known answer, apart from what the tool sees of them. */
import { join } from 'node:path';
import { z } from 'zod';
import { audiences } from '../triage/answers';
import { parseFile } from '../triage/parse-file';
import { urgencyLevels } from '../triage/schema';
import { readJsonFiles } from './read-json-files';
import { describeFaults } from './read-rules';

const ids = z.array(z.string()).min(1).optional();

export const vignetteFile = z.strictObject({
  $schema: z.string().optional(),
  story: z.string().min(1),
  /** The rules are tuned on the first only. */
  split: z.enum(['development', 'validation']),
  provenance: z.strictObject({
    kind: z.enum(['case-report', 'guideline', 'textbook', 'composite']),
    source: z.string().trim().min(1),
    address: z.url({ protocol: /^https?$/ }).optional(),
    /** What was changed or assumed. */
    note: z.string().trim().min(1).optional(),
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

export const vignettesFolder = 'tests/vignettes';

/** Every vignette, in the order of the names. Throws where one is of another form, naming all those. */
export function readVignettes(folder = join(process.cwd(), vignettesFolder)): Vignette[] {
  const { vignettes, faults } = parseVignettes(folder);
  if (faults.length > 0) throw new Error(describeFaults(faults, vignettesFolder));
  return vignettes;
}

/** The vignettes that are of the right form, and what is wrong with the others. */
export function parseVignettes(folder = join(process.cwd(), vignettesFolder)) {
  const { files, faults } = readJsonFiles(folder);
  const vignettes: Vignette[] = [];
  for (const { path: file, value } of files) {
    const parsed = parseFile(vignetteFile, file, value);
    if (parsed.ok) vignettes.push({ ...parsed.data, name: file.slice(0, -'.json'.length) });
    else faults.push(...parsed.faults);
  }
  return { vignettes, faults };
}
