import type { FieldValue } from '@/lib/clinic/intake-fields';
import { describeAnswer, describeField } from '@/lib/triage/describe-answer';
import { dispositionOf } from '@/lib/triage/disposition';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { type Urgency, urgencyLevels } from '@/lib/triage/schema';
import { sayTo } from '@/lib/triage/voice';

const voice = { audience: 'clinician', language: 'en' } as const;

export interface DescribedPath {
  /** The finding or question in words; null for a field of the conclusion, which is `own`. */
  readonly label: string | null;
  readonly side: 'left' | 'right' | null;
  readonly own: string;
  /** The value in words; null where there is none. */
  readonly say: (value: FieldValue) => string | null;
}

/** A field and its values in words. */
export function describePath(base: KnowledgeBase, path: string): DescribedPath {
  const [part, name = '', side] = path.split('.');
  const field = [...base.questions, ...base.findings].find(({ id }) => id === name);
  if (part === 'findings' && field) {
    return {
      label: describeField(field, voice),
      side: side === 'left' || side === 'right' ? side : null,
      own: name,
      say: (value) => (value === null ? null : describeAnswer(field, value, voice)),
    };
  }
  return {
    label: null,
    side: null,
    own: name,
    say: (value) => (value === null ? null : describeConcluded(base, name, String(value))),
  };
}

function describeConcluded(base: KnowledgeBase, name: string, value: string): string {
  const condition = base.conditions.find(({ id }) => id === value);
  if (name === 'condition' && condition) return sayTo(condition.name, voice);
  if (name === 'urgency' && isUrgency(value)) {
    return sayTo(dispositionOf(base, value).name, voice);
  }
  return value;
}

function isUrgency(value: string): value is Urgency {
  return urgencyLevels.some((level) => level === value);
}
