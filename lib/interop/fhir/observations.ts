/** The answers, the red flags and the scores as FHIR R4 Observations. */
import type { CodeableConcept, Observation, Reference } from 'fhir/r4';
import { type Answer, fieldsFor } from '../../triage/answers';
import { describeAnswer, describeField } from '../../triage/describe-answer';
import { isQuestion } from '../../triage/facts';
import type { Finding, Question } from '../../triage/knowledge-base';
import type { Option } from '../../triage/schema';
import { say, sayTo, type Voice } from '../../triage/voice';
import { systemOf } from './canonical';
import { absentBecause } from './data-absent';
import { type DocumentSource, statusOf } from './document-source';
import type { Entry } from './entry';
import { codesOfField, unitOf } from './field-codes';
import type { Frame } from './frame';

export interface DocumentObservations {
  readonly answers: readonly Entry<Observation>[];
  readonly findings: readonly Entry<Observation>[];
  /** Every red flag that was asked about, in one: present, excluded, or unknown. */
  readonly redFlags: Entry<Observation>;
  readonly instruments: readonly Entry<Observation>[];
}

/** @param response that the answers were given in */
export function toObservations(
  source: DocumentSource,
  frame: Frame,
  response: Reference,
): DocumentObservations {
  const { base, input } = source;
  const answered = fieldsFor(base, input.audience).flatMap((field) => {
    const answer = input.answers[field.id];
    if (answer === undefined) return [];
    const observation = toAnswer(source, frame, field, answer);
    const entry = frame.enter(`field ${field.id}`, { ...observation, derivedFrom: [response] });
    return [{ entry, isAnswer: isQuestion(field) }];
  });
  return {
    answers: answered.filter(({ isAnswer }) => isAnswer).map(({ entry }) => entry),
    findings: answered.filter(({ isAnswer }) => !isAnswer).map(({ entry }) => entry),
    redFlags: frame.enter('red-flags', toRedFlags(source, frame)),
    instruments: toInstruments(source, frame),
  };
}

type Category = 'survey' | 'exam';

function begin(
  source: DocumentSource,
  { subject, device }: Frame,
  category: Category,
  code: CodeableConcept,
): Observation {
  const system = 'http://terminology.hl7.org/CodeSystem/observation-category';
  return {
    resourceType: 'Observation',
    status: statusOf(source),
    category: [{ coding: [{ system, code: category }] }],
    code,
    subject,
    effectiveDateTime: source.assessment.assessedAt,
    device: { reference: device.fullUrl },
  };
}

function voiceOf({ assessment: { audience, language } }: DocumentSource): Voice {
  return { audience, language };
}

function toAnswer(
  source: DocumentSource,
  frame: Frame,
  field: Question | Finding,
  answer: Answer,
): Observation {
  const voice = voiceOf(source);
  const { base } = source;
  const code = { coding: codesOfField(base, field), text: describeField(field, voice) };
  const observation = begin(source, frame, isQuestion(field) ? 'survey' : 'exam', code);
  if (typeof answer === 'number') {
    return { ...observation, valueQuantity: toQuantity(source, field, answer) };
  }
  const chosen = typeof answer === 'string' ? [answer] : answer;
  const options = (field.options ?? []).filter(({ value }) => chosen.includes(value));
  // "Not measured" is an answer, and no value.
  if (options.some(({ unknown }) => unknown)) {
    const text = describeAnswer(field, answer, voice);
    return { ...observation, dataAbsentReason: { ...absentBecause('unknown'), text } };
  }
  const concepts = options.map((option) => optionConcept(field, option, voice));
  const [only] = concepts;
  if (field.type === 'single' && only) return { ...observation, valueCodeableConcept: only };
  const component = concepts.map((concept) => ({ code: concept, valueBoolean: true }));
  return { ...observation, component };
}

function optionConcept({ id }: Question | Finding, option: Option, voice: Voice): CodeableConcept {
  const coding = { system: systemOf(id), code: option.value, display: option.clinician.en };
  return { coding: [coding], text: sayTo(option, voice) };
}

function toQuantity({ base }: DocumentSource, field: Question | Finding, value: number) {
  const coding = unitOf(base, field);
  return {
    value,
    ...(field.unit && { unit: field.unit.en }),
    ...(coding?.code !== undefined && { system: coding.system, code: coding.code }),
  };
}

function toRedFlags(source: DocumentSource, frame: Frame): Observation {
  const { redFlags, notExcluded, excluded } = source.assessment;
  const codeOf = ({ id, text }: { readonly id: string; readonly text: string }) => ({
    coding: [{ system: systemOf('red-flags'), code: id }],
    text,
  });
  const component = [
    ...redFlags.map((flag) => ({ code: codeOf(flag), valueBoolean: true })),
    ...notExcluded.map((flag) => ({
      code: codeOf(flag),
      dataAbsentReason: absentBecause('unknown'),
    })),
    ...excluded.map((flag) => ({ code: codeOf(flag), valueBoolean: false })),
  ];
  const code = { text: source.titles.redFlags };
  const observation = begin(source, frame, 'survey', code);
  if (component.length > 0) return { ...observation, component };
  return { ...observation, dataAbsentReason: absentBecause('unknown') };
}

function toInstruments(source: DocumentSource, frame: Frame): Entry<Observation>[] {
  const { base, assessment } = source;
  const voice = voiceOf(source);
  return assessment.instruments.flatMap((scored) => {
    const { id, name, applies, min, max, band, unknownItems } = scored;
    const instrument = base.instruments.find((one) => one.id === id);
    if (!applies || !instrument) return [];
    const code = { coding: [{ system: systemOf('instruments'), code: id }], text: name };
    const { items = [], bands, measure, appliesTo } = instrument;
    const bandName = bands.find((one) => one.id === band)?.name;
    const field = [...base.questions, ...base.findings].find((one) => one.id === measure);
    const quantity = (value: number) => (field ? toQuantity(source, field, value) : { value });
    const value =
      min === null || max === null
        ? { dataAbsentReason: absentBecause('unknown') }
        : min === max
          ? { valueQuantity: quantity(min) }
          : { valueRange: { low: quantity(min), high: quantity(max) } };
    const unknown = unknownItems.flatMap((open) => {
      const item = items.find((one) => one.id === open);
      if (!item) return [];
      return [
        { code: { text: say(item.text, voice) }, dataAbsentReason: absentBecause('unknown') },
      ];
    });
    const observation: Observation = {
      ...begin(source, frame, instrument.examination ? 'exam' : 'survey', code),
      ...value,
      ...(bandName && { interpretation: [{ text: say(bandName, voice) }] }),
      note: [{ text: say(appliesTo, voice) }],
      ...(unknown.length > 0 && { component: unknown }),
    };
    return [frame.enter(`instrument ${id}`, observation)];
  });
}
