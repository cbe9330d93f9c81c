/** The answers, the red flags and the scores as FHIR R4 Observations. */
import type { CodeableConcept, Observation, Reference } from 'fhir/r4';
import { type Answer, fieldsFor } from '../../triage/answers';
import { describeAnswer, describeField } from '../../triage/describe-answer';
import { isQuestion } from '../../triage/facts';
import type { Finding, Question } from '../../triage/knowledge-base';
import type { Option } from '../../triage/schema';
import { sayTo, type Voice } from '../../triage/voice';
import { beginObservation, toQuantity, voiceOf } from './begin-observation';
import { systemOf } from './canonical';
import { absentBecause } from './data-absent';
import type { DocumentSource } from './document-source';
import type { Entry } from './entry';
import { codesOfField } from './field-codes';
import type { Frame } from './frame';
import { toInstruments } from './instrument-observations';

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

function toAnswer(
  source: DocumentSource,
  frame: Frame,
  field: Question | Finding,
  answer: Answer,
): Observation {
  const voice = voiceOf(source);
  const { base } = source;
  const code = { coding: codesOfField(base, field), text: describeField(field, voice) };
  const observation = beginObservation(source, frame, isQuestion(field) ? 'survey' : 'exam', code);
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
  const observation = beginObservation(source, frame, 'survey', code);
  if (component.length > 0) return { ...observation, component };
  return { ...observation, dataAbsentReason: absentBecause('unknown') };
}
