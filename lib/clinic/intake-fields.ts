/** The fields of an intake that a member may change, each by its path: what may stand in it. */
import { z } from 'zod';
import { type Answer, type InputFault, validateInput } from '@/lib/triage/answers';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { conclusionSchema, otherCondition } from './conclusion';
import { examinedInput, sideField, sides } from './examined-input';
import type { IntakeContent } from './intake-content';

/** Null where nothing stands in it. */
export type FieldValue = Answer | null;

export interface FieldChange {
  /** `findings.<question or finding>`, with `.left` or `.right` where both legs are measured, or `conclusion.<field>`. */
  readonly field: string;
  readonly value: FieldValue;
}

type Part = 'findings' | 'conclusion';

/** What stands in the field now. */
export function readField(content: IntakeContent, field: string): FieldValue {
  const [part, name] = splitField(field);
  if (part === undefined) return null;
  const values: Readonly<Record<string, Answer | undefined>> = content[part];
  return values[name] ?? null;
}

/** Everything that stands in fields, by their paths. */
export function toFields({
  findings,
  conclusion,
}: Pick<IntakeContent, 'findings' | 'conclusion'>): Record<string, Answer> {
  const paths = (part: Part, values: Readonly<Record<string, Answer | undefined>>) =>
    Object.entries(values).flatMap(([name, value]): [string, Answer][] =>
      value === undefined ? [] : [[`${part}.${name}`, value]],
    );
  return Object.fromEntries([...paths('findings', findings), ...paths('conclusion', conclusion)]);
}

/** The content with these changes. Fields that are none are left out: check them before. */
function withChanges(content: IntakeContent, changes: readonly FieldChange[]): unknown {
  const parts: Record<Part, Record<string, unknown>> = {
    findings: { ...content.findings },
    conclusion: { ...content.conclusion },
  };
  for (const { field, value } of changes) {
    const [part, name] = splitField(field);
    if (part === undefined) continue;
    if (value === null) delete parts[part][name];
    else parts[part][name] = value;
  }
  return { ...content, ...parts };
}

type Checked =
  | { readonly ok: true; readonly content: IntakeContent }
  | { readonly ok: false; readonly faults: readonly InputFault[] };

/** The content with these changes, or what is wrong with them, by the field as it was named. */
export function applyChanges(
  base: KnowledgeBase,
  content: IntakeContent,
  changes: readonly FieldChange[],
): Checked {
  const measures = new Map(sideMeasures(base));
  const unknown = changes.filter(({ field }) => !isField(base, measures, field));
  if (unknown.length > 0) {
    return { ok: false, faults: unknown.map(({ field }) => ({ field, message: 'no such field' })) };
  }
  const changed = withChanges(content, changes);
  const whole = changedSchema(base, measures).safeParse(changed);
  if (!whole.success) {
    const { issues } = whole.error;
    const faults = issues.map(({ path, message }) => ({ field: path.join('.'), message }));
    return { ok: false, faults };
  }
  const next: IntakeContent = { ...content, ...whole.data };
  const checked = validateInput(base, examinedInput(base, next));
  if (checked.ok) return { ok: true, content: next };
  const faults = checked.faults.map(({ field, message }) => ({
    field: field.replace(/^answers\./, 'findings.'),
    message,
  }));
  return { ok: false, faults };
}

function changedSchema(base: KnowledgeBase, measures: ReadonlyMap<string, z.ZodNumber>) {
  const answer = z.union([z.string().max(200), z.array(z.string().max(200)).max(50), z.number()]);
  return z.object({
    findings: z.record(z.string(), answer).superRefine((findings, context) => {
      for (const [name, schema] of measures) {
        if (findings[name] === undefined) continue;
        const parsed = schema.safeParse(findings[name]);
        for (const { message } of parsed.error?.issues ?? []) {
          context.addIssue({ code: 'custom', path: [name], message });
        }
      }
    }),
    conclusion: conclusionSchema.refine(
      ({ condition }) =>
        condition === undefined ||
        condition === otherCondition ||
        base.conditions.some(({ id }) => id === condition),
      { path: ['condition'], message: 'no such condition' },
    ),
  });
}

/** By the name among the findings, what one leg's measure may be. */
function sideMeasures(base: KnowledgeBase): [string, z.ZodNumber][] {
  return base.findings.flatMap(({ id, sides: measured, minimum = 0, maximum = 0, step = 1 }) => {
    if (!measured) return [];
    const schema = z
      .number()
      .min(measured.minimum ?? minimum)
      .max(measured.maximum ?? maximum)
      .multipleOf(step);
    return sides.map((side): [string, z.ZodNumber] => [sideField(id, side), schema]);
  });
}

function isField(
  base: KnowledgeBase,
  measures: ReadonlyMap<string, unknown>,
  field: string,
): boolean {
  const [part, name] = splitField(field);
  if (part === 'conclusion') return name in conclusionSchema.shape;
  if (part !== 'findings') return false;
  const asked = [...base.questions, ...base.findings.filter(({ sides: both }) => !both)];
  return measures.has(name) || asked.some(({ id }) => id === name);
}

function splitField(field: string): [Part | undefined, string] {
  const [part, name] = [field.slice(0, field.indexOf('.')), field.slice(field.indexOf('.') + 1)];
  return part === 'findings' || part === 'conclusion' ? [part, name] : [undefined, field];
}
