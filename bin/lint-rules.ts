/** `npm run rules:lint`: every fault of the knowledge base and of its vignettes, by file and field. */
import { lintVignettes } from '@/lib/knowledge/lint-vignettes';
import { describeFaults, readRules } from '@/lib/knowledge/read-rules';
import { parseVignettes, vignettesFolder } from '@/lib/knowledge/read-vignettes';

const loaded = readRules();
const { vignettes, faults } = parseVignettes();
if (loaded.ok && faults.length === 0)
  faults.push(...lintVignettes(loaded.knowledgeBase, vignettes));

if (!loaded.ok) fail('rules', loaded.faults);
if (faults.length > 0) fail(vignettesFolder, faults);
if (loaded.ok && faults.length === 0) {
  const { conditions, questions, findings, redFlags, version } = loaded.knowledgeBase;
  console.log(
    `rules/ ${version} is sound: ${questions.length} questions, ${findings.length} findings, ` +
      `${conditions.length} conditions, ${redFlags.length} red flags; ${vignettes.length} vignettes`,
  );
}

function fail(folder: string, all: Parameters<typeof describeFaults>[0]): void {
  console.error(describeFaults(all, folder));
  console.error(`${all.length} ${all.length === 1 ? 'fault' : 'faults'} in ${folder}/`);
  process.exitCode = 1;
}
