/** The conditions that a provider should think of, as provisional FHIR R4 Conditions. */
import type { CodeableConcept, Coding, Condition } from 'fhir/r4';
import type { Answer } from '../../triage/answers';
import type { RankedCondition } from '../../triage/assessment';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { systemOf } from './canonical';
import { consideredIn } from './considered';
import { type DocumentSource, statusOf } from './document-source';
import type { Entry } from './entry';
import type { Frame } from './frame';

/** One for each that is plausible or that a red flag points to, in the order of the ranking. */
export function toConditions(source: DocumentSource, frame: Frame): Entry<Condition>[] {
  return consideredIn(source.assessment).map((ranked) =>
    frame.enter(`condition ${ranked.condition}`, toCondition(ranked, source, frame)),
  );
}

function toCondition(
  ranked: RankedCondition,
  source: DocumentSource,
  { subject }: Frame,
): Condition {
  const { assessment } = source;
  const evidence = evidenceFor(ranked, assessment.redFlags);
  return {
    resourceType: 'Condition',
    verificationStatus: conceptIn(
      'condition-ver-status',
      statusOf(source) === 'entered-in-error' ? 'entered-in-error' : 'provisional',
    ),
    category: [conceptIn('condition-category', 'encounter-diagnosis')],
    code: conceptOf(source, ranked),
    subject,
    recordedDate: assessment.assessedAt,
    ...(evidence.length > 0 && { evidence: [{ code: evidence }] }),
  };
}

/** The red flags that point to it, and what was found that speaks for it. */
function evidenceFor(
  { condition, supports }: RankedCondition,
  flags: DocumentSource['assessment']['redFlags'],
): CodeableConcept[] {
  return [
    ...flags
      .filter((flag) => flag.condition === condition)
      .map(({ id, text }) => ({
        coding: [{ system: systemOf('red-flags'), code: id }],
        text,
      })),
    ...supports.filter(({ counted }) => counted).map(({ text }) => ({ text })),
  ];
}

function conceptIn(name: string, code: string): CodeableConcept {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/${name}`, code }] };
}

/** A condition by our own code, and by those of others where one alone fits. */
function conceptOf(
  { base, input }: Pick<DocumentSource, 'base' | 'input'>,
  { condition, name }: RankedCondition,
): CodeableConcept {
  const { snomedCt } = base.conditions.find(({ id }) => id === condition)?.codes ?? {};
  const icd10cm = icd10cmOf(base, condition, input.answers.side);
  const codings: Coding[] = [
    { system: systemOf('conditions'), code: condition, display: name },
    ...(snomedCt ? [{ system: 'http://snomed.info/sct', code: snomedCt }] : []),
    ...(icd10cm ? [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: icd10cm }] : []),
  ];
  return { coding: codings, text: name };
}

/** Null where several codes stand for several kinds: which one it is, nobody has said. */
function icd10cmOf(
  { conditions, interoperability }: KnowledgeBase,
  condition: string,
  side: Answer | undefined,
): string | null {
  const sides = interoperability.sides[condition];
  if (sides) {
    const named = side === 'left' || side === 'right' || side === 'both' ? sides[side] : undefined;
    return named ?? sides.unspecified;
  }
  const codes = conditions.find(({ id }) => id === condition)?.codes.icd10cm ?? [];
  return codes.length === 1 ? (codes[0] ?? null) : null;
}
