/** What can be read and searched below `/fhir`. */
import type { CodeSystem, Questionnaire } from 'fhir/r4';
import { auditActionSystem, codeSystems } from '@/lib/interop/fhir/code-system';
import { toQuestionnaire } from '@/lib/interop/fhir/questionnaire';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import messages from '@/lib/messages/en.json';
import { audiences } from '@/lib/triage/answers';

let questionnaires: readonly Questionnaire[] | undefined;
let systems: readonly CodeSystem[] | undefined;

/** Made once: the knowledge base of a process stays. */
export function allQuestionnaires(): readonly Questionnaire[] {
  questionnaires ??= audiences.map((audience) => toQuestionnaire(knowledgeBase(), audience));
  return questionnaires;
}

export function allCodeSystems(): readonly CodeSystem[] {
  systems ??= [
    ...codeSystems(knowledgeBase()).values(),
    auditActionSystem(knowledgeBase(), messages.audit.actions),
  ];
  return systems;
}
