import { assess } from '@/lib/triage/assess';
import type { Assessment } from '@/lib/triage/assessment';
import type { KnowledgeBase, Question } from '@/lib/triage/knowledge-base';
import { questionsToAsk } from '@/lib/triage/self-check';
import { emergencyPlace, reviewPlace } from './places';
import type { SelfCheck } from './use-self-check';

type Given = Pick<SelfCheck, 'audience' | 'answers' | 'unsure'>;

/** Where the form goes on when a question has been answered: an emergency stops it. */
export async function findNextPlace(
  base: KnowledgeBase,
  given: Given,
  question: string,
  returnsToReview: boolean,
): Promise<string> {
  if (await hasEmergency(base, given)) return emergencyPlace;
  const asked = await questionsToAsk(base, given.answers);
  if (returnsToReview) return findOpen(asked, given)[0]?.id ?? reviewPlace;
  const at = asked.findIndex(({ id }) => id === question);
  return asked[at + 1]?.id ?? reviewPlace;
}

/** Where somebody goes on who comes back: at the first question without an answer. */
export async function findPlaceToResume(base: KnowledgeBase, given: Given): Promise<string> {
  if (await hasEmergency(base, given)) return emergencyPlace;
  const asked = await questionsToAsk(base, given.answers);
  return findOpen(asked, given)[0]?.id ?? reviewPlace;
}

/** The questions that still wait for an answer; "not sure" is one. */
export function findOpen(asked: readonly Question[], { answers, unsure }: Given): Question[] {
  return asked.filter(({ id }) => answers[id] === undefined && !unsure.includes(id));
}

/** What the form stops on: everything that makes it an emergency, a red flag or not. */
export function emergencyReasons({ urgencyReasons }: Assessment): Assessment['urgencyReasons'] {
  return urgencyReasons.filter(({ urgency }) => urgency === 'emergency-now');
}

async function hasEmergency(base: KnowledgeBase, { audience, answers }: Given): Promise<boolean> {
  const assessment = await assess(base, { audience, answers }, new Date());
  return emergencyReasons(assessment).length > 0;
}
