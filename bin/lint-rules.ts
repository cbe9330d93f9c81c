/** `npm run rules:lint`: every fault of the knowledge base, by file and field. */
import { describeFaults, readRules } from '@/lib/knowledge/read-rules';

const loaded = readRules();
if (loaded.ok) {
  const { conditions, questions, findings, redFlags, version } = loaded.knowledgeBase;
  console.log(
    `rules/ ${version} is sound: ${questions.length} questions, ${findings.length} findings, ` +
      `${conditions.length} conditions, ${redFlags.length} red flags`,
  );
} else {
  console.error(describeFaults(loaded.faults));
  console.error(`${loaded.faults.length} faults in rules/`);
  process.exitCode = 1;
}
