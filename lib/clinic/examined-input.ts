import type { Answer, Answers, Input } from '@/lib/triage/answers';
import type { Finding, KnowledgeBase } from '@/lib/triage/knowledge-base';

export const sides = ['left', 'right'] as const;
export type Side = (typeof sides)[number];

/** Under which name the measure of one leg stands among the findings. */
export function sideField(finding: string, side: Side): string {
  return `${finding}.${side}`;
}

/** What an intake says of the leg: the patient's answers, and by field what a member recorded. */
export interface Examined extends Input {
  readonly findings: Answers;
}

/**
 * What the rules are asked: the patient's answers, over them what a member recorded. Until
 * somebody in the clinic recorded something, it is read as the patient's own self-check.
 */
export function examinedInput(
  base: Pick<KnowledgeBase, 'findings'>,
  { audience, answers, findings }: Examined,
): Input {
  if (Object.keys(findings).length === 0) return { audience, answers };
  const measured = base.findings.flatMap((finding) => measuredOf(finding, answers, findings));
  const recorded = Object.entries(findings).filter(([field]) => !field.includes('.'));
  return {
    audience: 'clinician',
    answers: { ...answers, ...Object.fromEntries([...recorded, ...measured]) },
  };
}

function measuredOf(
  { id, sides: measuredBy, step = 1 }: Finding,
  answers: Answers,
  findings: Answers,
): [string, Answer][] {
  if (measuredBy === undefined) return [];
  const sore = findings.side ?? answers.side;
  const left = findings[sideField(id, 'left')];
  const right = findings[sideField(id, 'right')];
  const value =
    measuredBy.counts === 'difference' ? difference(sore, left, right) : ofSore(sore, left, right);
  return value === null ? [] : [[id, toStep(value, step)]];
}

/** Sore side minus other side; where nobody knows which is sore, or both are, what is more. */
function difference(sore: unknown, left: unknown, right: unknown): number | null {
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  if (sore === 'left') return left - right;
  if (sore === 'right') return right - left;
  return Math.abs(left - right);
}

/** Of the sore side; where nobody knows which that is, or both are, the lower: the worse of them. */
function ofSore(sore: unknown, left: unknown, right: unknown): number | null {
  const counted = sore === 'left' ? [left] : sore === 'right' ? [right] : [left, right];
  const known = counted.filter((value) => typeof value === 'number');
  return known.length === 0 ? null : Math.min(...known);
}

/** Without the noise of subtracting binary fractions. */
function toStep(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(6));
}
