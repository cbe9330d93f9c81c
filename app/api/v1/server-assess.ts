import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { type AssessAt, makeRejudgingAssess } from '@/lib/triage/rejudging-assess';

let shared: AssessAt | undefined;

/** The Assessments of this process, with one memory of what json-rules-engine said. */
export function serverAssess(): AssessAt {
  shared ??= makeRejudgingAssess(knowledgeBase(), (rules) => {
    console.error(`twin-differs ${rules.join(' ')}; from now on json-rules-engine alone assesses`);
  });
  return shared;
}
