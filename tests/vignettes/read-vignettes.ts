import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { audiences } from '@/lib/triage/answers';
import { urgencyLevels } from '@/lib/triage/schema';

const vignetteFile = z.strictObject({
  story: z.string().min(1),
  provenance: z.string().min(1),
  input: z.strictObject({
    audience: z.enum(audiences),
    answers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  }),
  expected: z.strictObject({ urgency: z.enum(urgencyLevels), condition: z.string() }),
});

export type Vignette = z.infer<typeof vignetteFile> & { readonly name: string };

/** Every vignette, named by its path, such as `achilles-rupture/pop-at-squash`. */
export function readVignettes(): Vignette[] {
  const folder = import.meta.dirname;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => ({
      ...vignetteFile.parse(JSON.parse(readFileSync(join(folder, path), 'utf8'))),
      name: path.slice(0, -'.json'.length),
    }));
}
