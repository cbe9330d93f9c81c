import type { Assessment } from '../triage/assessment';
import type { KnowledgeBase } from '../triage/knowledge-base';
import type { AnswerReader } from './state-answers';
import type { RedFlagColumns } from './summary';

/**
 * The red flags: present and why, not excluded and what would settle them, excluded.
 * @param assessment of the answers as they were given
 * @param examined the same for a clinician, who has still to look for the findings: what nobody
 *   has looked for is not excluded
 */
export function summarizeFlags(
  base: Pick<KnowledgeBase, 'findings'>,
  assessment: Pick<Assessment, 'redFlags' | 'notExcluded'>,
  examined: Pick<Assessment, 'notExcluded' | 'excluded'>,
  reader: AnswerReader,
): RedFlagColumns {
  const present = new Set(assessment.redFlags.map(({ id }) => id));
  const openByAnswers = new Set(assessment.notExcluded.map(({ id }) => id));
  const findings = new Set(base.findings.map(({ id }) => id));
  return {
    present: assessment.redFlags.map(({ id, text, action, urgency, because }) => ({
      id,
      text,
      action,
      urgency,
      because: because.map((reason) => describeReason(reason, reader)),
    })),
    notExcluded: examined.notExcluded
      .filter(({ id }) => !present.has(id))
      .map(({ id, text, urgency, ask }) => ({
        id,
        text,
        urgency,
        settledBy: ask.map((field) => reader.state(field).label),
        needsExamination: !openByAnswers.has(id) || ask.every((field) => findings.has(field)),
      })),
    excluded: examined.excluded,
  };
}

/** The answer behind a question or finding; an instrument speaks for itself. */
function describeReason(
  { fact, text }: { readonly fact: string; readonly text: string },
  reader: AnswerReader,
): string {
  return reader.isKnown(fact) ? `${reader.state(fact).label}: ${text}` : text;
}
