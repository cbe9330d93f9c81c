import type { OrderKind } from '../../triage/schema';
import type { Concept, RecordResource } from './resources-in';

type Recognised = Pick<OrderKind, 'atc' | 'icd10cm' | 'snomedCt' | 'names'>;

/** The concepts that say what a resource is about. */
export function conceptsOf({
  code,
  orderDetail = [],
  medicationCodeableConcept,
  codeCodeableConcept,
}: RecordResource): Concept[] {
  const single = [code, medicationCodeableConcept, codeCodeableConcept];
  return [...single.flatMap((one) => (one ? [one] : [])), ...orderDetail];
}

/** Whether one of its codes begins as it should, or a part of its name says so. */
export function isRecognised(
  { atc = [], icd10cm = [], snomedCt = [], names = [] }: Recognised,
  concepts: readonly Concept[],
): boolean {
  return concepts.some(({ coding = [], text = '' }) => {
    const spoken = [text, ...coding.map(({ display = '' }) => display)].join('\n').toLowerCase();
    if (names.some((name) => spoken.includes(name))) return true;
    return coding.some(({ system = '', code = '' }) => {
      switch (system) {
        case 'http://www.whocc.no/atc':
          return atc.some((prefix) => code.startsWith(prefix));
        case 'http://hl7.org/fhir/sid/icd-10-cm':
        case 'http://hl7.org/fhir/sid/icd-10':
          return icd10cm.some((prefix) => code.startsWith(prefix));
        case 'http://snomed.info/sct':
          return snomedCt.includes(code);
        default:
          return false;
      }
    });
  });
}
