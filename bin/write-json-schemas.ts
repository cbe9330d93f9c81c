/** `npm run rules:schema`: the JSON Schemas that give an editor completion in `rules/` and the vignettes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { vignetteFile } from '@/lib/knowledge/read-vignettes';
import { folders, singleFiles } from '@/lib/triage/load-knowledge-base';

const target = '.schemas';

mkdirSync(target, { recursive: true });
const files = { ...singleFiles, ...addSuffix(folders), vignette: vignetteFile };
for (const [name, schema] of Object.entries(files)) {
  const json = z.toJSONSchema(schema, { io: 'input' });
  writeFileSync(`${target}/${name}.json`, `${JSON.stringify(json, null, 2)}\n`);
}
console.log(`${Object.keys(files).length} schemas in ${target}/; .vscode/settings.json maps them`);

/** `questionnaire` is both a file and a folder. */
function addSuffix(schemas: Readonly<Record<string, z.ZodType>>): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(schemas).map(([name, it]) => [`${name}-folder`, it]));
}
