/** The conditions that a provider should think of, as provisional FHIR R4 Conditions. */
import type { CodeableConcept, Coding, Condition } from 'fhir/r4';
import type { RankedCondition } from '../../triage/assessment';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { systemOf } from './canonical';
import type { DocumentSource } from './document-source';
import type { Entry } from './entry';
import type { Frame } from './frame';

/** One for each that is plausible or that a red flag points to, in the order of the ranking. */
export function toConditions(source: DocumentSource, frame: Frame): Entry<Condition>[] {
  const { base, assessment } = source;
  return assessment.ranking
    .filter(({ pinned, plausible }) => pinned || plausible)
    .map((ranked) =>
      frame.enter(`condition ${ranked.condition}`, toCondition(base, ranked, source, frame)),
    );
}

function toCondition(
  base: KnowledgeBase,
  ranked: RankedCondition,
  { assessment }: DocumentSource,
  { subject }: Frame,
): Condition {
  const evidence = evidenceFor(ranked, assessment.redFlags);
  return {
    resourceType: 'Condition',
    verificationStatus: statusOf('condition-ver-status', 'provisional'),
    category: [statusOf('condition-category', 'encounter-diagnosis')],
    code: conceptOf(base, ranked),
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

function statusOf(name: string, code: string): CodeableConcept {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/${name}`, code }] };
}

/** A condition by our own code, and by those of others where one alone fits. */
export function conceptOf(
  { conditions }: KnowledgeBase,
  { condition, name }: Pick<RankedCondition, 'condition' | 'name'>,
): CodeableConcept {
  const codes = conditions.find(({ id }) => id === condition)?.codes;
  return {
    coding: [
      { system: systemOf('conditions'), code: condition, display: name },
      ...(codes ? codingsOf(codes) : []),
    ],
    text: name,
  };
}

/** Several codes of ICD-10-CM stand for several sides or kinds: which one it is, nobody has said. */
function codingsOf({
  snomedCt,
  icd10cm = [],
}: KnowledgeBase['conditions'][number]['codes']): Coding[] {
  const [only] = icd10cm.length === 1 ? icd10cm : [];
  return [
    ...(snomedCt ? [{ system: 'http://snomed.info/sct', code: snomedCt }] : []),
    ...(only ? [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: only }] : []),
  ];
}
