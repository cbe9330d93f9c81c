/** Our codes as FHIR R4 CodeSystems, each concept in the words of both audiences. */
import type { CodeSystem, CodeSystemConcept } from 'fhir/r4';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import type { Text, Wording } from '../../triage/schema';
import { say } from '../../triage/voice';
import { canonicalOf, systemOf, versionOf } from './canonical';

interface Concept {
  readonly code: string;
  readonly text: Wording | Text;
}

/** By the id of the CodeSystem: those of the knowledge base, and one for each question with options. */
export function codeSystems(base: KnowledgeBase): ReadonlyMap<string, CodeSystem> {
  const { questions, findings, conditions, redFlags, instruments, dispositions } = base;
  const named = (list: readonly { readonly id: string; readonly name: Wording | Text }[]) =>
    list.map(({ id, name }) => ({ code: id, text: name }));
  const concepts: [string, readonly Concept[]][] = [
    ['fields', [...questions.map((one) => ({ code: one.id, text: one })), ...named(findings)]],
    ['conditions', named(conditions)],
    ['red-flags', named(redFlags)],
    ['instruments', named(instruments)],
    ['urgency', named(dispositions)],
    ...[...questions, ...findings].flatMap(({ id, options = [] }): [string, Concept[]][] =>
      options.length > 0 ? [[id, options.map((one) => ({ code: one.value, text: one }))]] : [],
    ),
  ];
  return new Map(concepts.map(([id, list]) => [id, toCodeSystem(base, id, list)]));
}

/** The actions of the audit trail. @param words for each action */
export function auditActionSystem(
  base: KnowledgeBase,
  words: Readonly<Record<string, string>>,
): CodeSystem {
  const concepts = Object.entries(words).map(([code, word]) => ({ code, text: { en: word } }));
  return toCodeSystem(base, 'audit-actions', concepts);
}

function toCodeSystem(base: KnowledgeBase, id: string, concepts: readonly Concept[]): CodeSystem {
  const words = id.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return {
    resourceType: 'CodeSystem',
    id,
    language: 'en',
    url: systemOf(id),
    version: versionOf(base),
    name: `Surae${words.join('')}`,
    status: base.review ? 'active' : 'draft',
    caseSensitive: true,
    content: 'complete',
    count: concepts.length,
    concept: concepts.map(toConcept),
  };
}

function toConcept({ code, text }: Concept): CodeSystemConcept {
  if (!('patient' in text)) return { code, display: say(text, english) };
  const { patient, clinician } = text;
  if (typeof patient === 'string' || typeof clinician === 'string') {
    throw new Error(`code-without-wording: ${code}`);
  }
  const designate = (audience: string, value: Text) => ({
    language: 'en',
    use: { system: canonicalOf('CodeSystem', 'audience'), code: audience },
    value: say(value, english),
  });
  return {
    code,
    display: say(clinician, english),
    designation: [designate('patient', patient), designate('clinician', clinician)],
  };
}

const english = { language: 'en' } as const;
