import { assess } from '@/lib/triage/assess';
import type { Assessment } from '@/lib/triage/assessment';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { chooseQuestion, type SelfCheckState, stateOfSelfCheck } from '@/lib/triage/next-question';
import { twinOf } from '@/lib/triage/twin';
import { emergencyPlace, reviewPlace } from './places';
import type { SelfCheck } from './use-self-check';

type Given = Pick<SelfCheck, 'audience' | 'answers' | 'unsure'>;

/** Where the form goes on: at an emergency it stops, else at the question that is worth most. */
export async function findNextPlace(base: KnowledgeBase, given: Given): Promise<string> {
  if (await hasEmergency(base, given)) return emergencyPlace;
  return chooseQuestion(twinOf(base), readState(base, given))?.id ?? reviewPlace;
}

/** What the next question is chosen by. */
export function readState(
  base: KnowledgeBase,
  { audience, answers, unsure }: Given,
): SelfCheckState {
  return stateOfSelfCheck(twinOf(base), { audience, answers }, unsure);
}

/** What the form stops on: everything that makes it an emergency, a red flag or not. */
export function emergencyReasons({ urgencyReasons }: Assessment): Assessment['urgencyReasons'] {
  return urgencyReasons.filter(({ urgency }) => urgency === 'emergency-now');
}

async function hasEmergency(base: KnowledgeBase, { audience, answers }: Given): Promise<boolean> {
  const assessment = await assess(base, { audience, answers }, new Date());
  return emergencyReasons(assessment).length > 0;
}
