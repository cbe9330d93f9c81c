/** What an assessment has against an order. */
import type { Assessment } from '../../triage/assessment';
import { isMoreUrgent, urgencyRank } from '../../triage/disposition';
import type { OrderKind } from '../../triage/schema';
import { consideredIn } from '../fhir/considered';
import type { Indicator } from './card';

export interface Objection {
  readonly text: string;
  readonly indicator: Indicator;
  /** Red flags that are present or not excluded, and conditions: why. */
  readonly because: readonly string[];
  readonly notExcluded: readonly string[];
}

/** Null where nothing that is known or open in the leg speaks against orders of this kind. */
export function objectTo(kind: OrderKind, assessment: Assessment): Objection | null {
  return cautionAgainst(kind, assessment) ?? rehabilitationAgainst(kind, assessment);
}

function cautionAgainst({ caution }: OrderKind, assessment: Assessment): Objection | null {
  if (!caution) return null;
  const { conditions = [], urgencyFrom, text } = caution;
  const { redFlags, notExcluded, urgency } = assessment;
  const isMeant = (id: string | null) => id !== null && conditions.includes(id);
  const likely = consideredIn(assessment).filter(({ condition }) => isMeant(condition));
  const present = redFlags.filter(
    ({ condition }) => urgencyFrom !== undefined || isMeant(condition),
  );
  const open = notExcluded.filter(({ condition }) => isMeant(condition));
  const isUrgent = urgencyFrom !== undefined && urgencyRank(urgency) <= urgencyRank(urgencyFrom);
  if (!isUrgent && likely.length === 0 && open.length === 0) return null;
  return {
    text: text.en,
    indicator: likely.length > 0 || isUrgent ? 'critical' : 'warning',
    because: [
      ...present.map((flag) => flag.text),
      ...likely.map(({ name }) => name),
      ...(isUrgent ? assessment.urgencyReasons.slice(0, 1).map((reason) => reason.text) : []),
    ],
    notExcluded: open.map((flag) => flag.text),
  };
}

/** What the assessment says of the same thing as rehabilitation. */
function rehabilitationAgainst(
  { rehabilitation }: OrderKind,
  assessment: Assessment,
): Objection | null {
  const advice = assessment.rehabilitation.find(({ option }) => option === rehabilitation);
  if (!advice || advice.status === 'now' || advice.status === 'no-role') return null;
  return {
    text: advice.note,
    indicator: advice.status === 'never' ? 'critical' : 'warning',
    because: assessment.redFlags.map(({ text }) => text),
    notExcluded: assessment.notExcluded
      .filter(({ urgency }) => isMoreUrgent(urgency, 'within-2-weeks'))
      .map(({ text }) => text),
  };
}
