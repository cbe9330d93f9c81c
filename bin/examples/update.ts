/** Examples on disk against the rules as they are: what holds stays, what is missing is proposed. */
import { validateInput } from '@/lib/triage/answers';
import type { Twin } from '@/lib/triage/twin';
import { answersOf, type Example, type Examples } from './example-files';
import { proposeExamples } from './propose';
import { type TriedRule, tryRule } from './try-rule';

export interface Finding {
  readonly rule: string;
  /** `wrong` no longer holds, `stale` is of a rule or an answer that is gone, `new` was missing. */
  readonly kind: 'wrong' | 'stale' | 'new';
  readonly example: Example;
}

export function updateExamples(
  twin: Twin,
  before: Examples,
): { readonly examples: Examples; readonly findings: readonly Finding[] } {
  const { rules } = twin.book;
  const ids = new Set(rules.map(({ id }) => id));
  const findings: Finding[] = [...before].flatMap(([rule, own]) =>
    ids.has(rule) ? [] : own.map((example) => ({ rule, kind: 'stale' as const, example })),
  );
  const examples = new Map<string, readonly Example[]>();
  for (const rule of rules) {
    const tried = tryRule(twin, rule);
    const kept: Example[] = [];
    for (const example of before.get(rule.id) ?? []) {
      const kind = whyNot(twin, tried, example);
      if (kind) findings.push({ rule: rule.id, kind, example });
      else kept.push(example);
    }
    const now = proposeExamples(twin, tried, kept);
    examples.set(rule.id, now);
    for (const example of now) {
      if (!kept.includes(example)) findings.push({ rule: rule.id, kind: 'new', example });
    }
  }
  return { examples, findings };
}

/** Why an example cannot stay, if it cannot. */
function whyNot(twin: Twin, { judge }: TriedRule, example: Example): 'wrong' | 'stale' | null {
  const sets = answersOf(twin.book, example);
  const isValid = sets.every(
    (answers) => validateInput(twin.book.base, { audience: 'clinician', answers }).ok,
  );
  if (!isValid) return 'stale';
  return sets.every((answers) => judge(answers) === example.is) ? null : 'wrong';
}
