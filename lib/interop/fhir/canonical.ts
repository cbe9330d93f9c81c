/**
 * The names under which our questions, codes and rules are known in FHIR. They stay the same on every
 * server. `.example` is a reserved domain, which nobody else can own: see decision 13.
 */
import type { Audience } from '../../triage/answers';
import type { KnowledgeBase } from '../../triage/knowledge-base';

const root = 'https://surae.example/fhir';

/** The id of the form that each audience fills in. */
export const questionnaireIds: Readonly<Record<Audience, string>> = {
  patient: 'self-check',
  clinician: 'clinic-check',
};

/** The canonical URL of one of our resources, without its version. */
export function canonicalOf(kind: string, id: string): string {
  return `${root}/${kind}/${id}`;
}

/** The system of the codes of one kind: `questions`, `conditions`, or the options of a question. */
export function systemOf(name: string): string {
  return canonicalOf('CodeSystem', name);
}

/**
 * The version of everything that is drawn from a knowledge base: it moves with each change of it.
 * Without a plus sign, which many a client forgets to encode in an address.
 */
export function versionOf({ version, hash }: KnowledgeBase): string {
  return `${version}-${hash.slice(0, 12)}`;
}

/** The canonical of the form that an audience fills in, with its version. */
export function questionnaireCanonical(base: KnowledgeBase, audience: Audience): string {
  return `${canonicalOf('Questionnaire', questionnaireIds[audience])}|${versionOf(base)}`;
}
