import type { Input } from '../triage/answers';
import { describeAnswer, describeField } from '../triage/describe-answer';
import { dispositionOf } from '../triage/disposition';
import { explore } from '../triage/explore';
import type { Finding, KnowledgeBase, Question } from '../triage/knowledge-base';
import type { Supposition } from '../triage/suppositions';
import { twinOf } from '../triage/twin';
import { say, sayTo, type Voice } from '../triage/voice';
import { findChanges, mergeAnswers } from '../triage/what-if';
import type { SummaryChange } from './summary';

/**
 * Every open question and untested finding that would change the urgency or the first condition,
 * the most urgent outcome first.
 */
export function listChanges(base: KnowledgeBase, input: Input, voice: Voice): SummaryChange[] {
  const twin = twinOf(base);
  // Whoever reads the summary can examine.
  const now = explore(twin, twin.evaluate({ ...input, audience: 'clinician' }));
  return mergeAnswers(findChanges(twin, now)).map(({ when, outcome }) => {
    const { urgency, condition } = outcome;
    const first = base.conditions.find(({ id }) => id === condition);
    return {
      when: when.flatMap(({ field: id, answers }) => {
        const field = twin.book.fields.get(id);
        if (!field) return [];
        const words = answers.map((answer) => describeSupposed(field, answer, voice));
        return { field: id, label: describeField(field, voice), answers: words };
      }),
      level: { urgency, name: sayTo(dispositionOf(base, urgency).name, voice) },
      first: first && condition !== now.outcome.condition ? sayTo(first.name, voice) : null,
    };
  });
}

function describeSupposed(
  field: Question | Finding,
  answer: Supposition['answer'],
  voice: Voice,
): string {
  if (typeof answer !== 'object' || !('min' in answer)) return describeAnswer(field, answer, voice);
  const { min, max } = answer;
  const unit = field.unit ? ` ${say(field.unit, voice)}` : '';
  if (max === field.maximum) return `≥ ${min}${unit}`;
  return min === field.minimum ? `≤ ${max}${unit}` : `${min}–${max}${unit}`;
}
