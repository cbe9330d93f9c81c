/** The sections of the document: the level first, what is not excluded before what is. */
import type { Bundle, CompositionSection, FhirResource } from 'fhir/r4';
import { fieldsFor } from '../../triage/answers';
import { describeAnswer, describeField } from '../../triage/describe-answer';
import { dispositionOf } from '../../triage/disposition';
import { isQuestion } from '../../triage/facts';
import { sayLikelihood } from '../../triage/say-likelihood';
import { say, sayTo } from '../../triage/voice';
import { consideredIn } from './considered';
import { type DocumentSource, urgencyOf } from './document-source';
import { type Entry, referTo } from './entry';
import { toNarrative } from './narrative';

/** What the sections point to. */
export interface SectionEntries {
  readonly impression: Entry;
  readonly redFlags: Entry;
  readonly conditions: readonly Entry[];
  readonly answers: readonly Entry[];
  readonly findings: readonly Entry[];
  readonly instruments: readonly Entry[];
  readonly request: Entry | null;
  readonly response: Entry;
}

/** Without those that would be empty. */
export function toSections(source: DocumentSource, entries: SectionEntries): CompositionSection[] {
  const { assessment, titles } = source;
  const { redFlags, notExcluded, excluded, referral } = assessment;
  const texts = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text);
  const say = statements(source);
  return [
    section(titles.urgency, levelTexts(source), [entries.impression], loinc('51848-0')),
    section(
      titles.flagsPresent,
      redFlags.map(({ text, action }) => `${text}: ${action}`),
      [entries.redFlags],
    ),
    section(titles.flagsNotExcluded, texts(notExcluded)),
    section(titles.conditions, conditionTexts(source), entries.conditions),
    section(
      titles.referral,
      [referral.to, referral.timeFrame, ...referral.tests],
      entries.request ? [entries.request] : [],
      loinc('18776-5'),
    ),
    section(titles.advice, assessment.advice),
    section(titles.avoid, assessment.avoid),
    section(titles.safetyNet, assessment.safetyNet),
    section(titles.answers, say.answers, [entries.response, ...entries.answers], loinc('10164-2')),
    section(titles.examination, say.findings, entries.findings, loinc('29545-1')),
    section(titles.instruments, instrumentTexts(source), entries.instruments),
    section(titles.flagsExcluded, texts(excluded)),
  ].flatMap((one) => (one ? [one] : []));
}

function loinc(code: string): CompositionSection['code'] {
  return { coding: [{ system: 'http://loinc.org', code }] };
}

function section(
  title: string,
  texts: readonly string[],
  entries: readonly Pick<NonNullable<Bundle<FhirResource>['entry']>[number], 'fullUrl'>[] = [],
  code?: CompositionSection['code'],
): CompositionSection | null {
  const text = toNarrative(texts);
  const entry = entries.flatMap(({ fullUrl }) => (fullUrl ? [referTo({ fullUrl })] : []));
  if (!text) return null;
  return { title, ...(code && { code }), text, ...(entry.length > 0 && { entry }) };
}

function levelTexts(source: DocumentSource): string[] {
  const { base, assessment, signature } = source;
  const { audience, language, urgencyReasons } = assessment;
  const voice = { audience, language };
  const level = dispositionOf(base, urgencyOf(source));
  const reason = signature?.override?.reason;
  return [
    `${sayTo(level.name, voice)} (${sayTo(level.timeFrame, voice)})`,
    sayTo(level.instruction, voice),
    ...(reason ? [reason] : []),
    ...urgencyReasons.map(({ text }) => text),
    ...(base.review ? [] : [say(base.notReviewedNotice, voice)]),
    say(base.disclaimer, voice),
  ];
}

function conditionTexts({ base, assessment }: DocumentSource): string[] {
  return consideredIn(assessment).map(
    (ranked) => `${ranked.name}: ${sayLikelihood(base, assessment, ranked, assessment)}`,
  );
}

function instrumentTexts({ base, assessment }: DocumentSource): string[] {
  return assessment.instruments.flatMap(({ id, name, applies, min, max, band }) => {
    if (!applies || min === null || max === null) return [];
    const bands = base.instruments.find((one) => one.id === id)?.bands ?? [];
    const word = bands.find((one) => one.id === band)?.name;
    const range = min === max ? String(min) : `${min}–${max}`;
    return [`${name}: ${range}${word ? `, ${say(word, assessment)}` : ''}`];
  });
}

function statements({ base, input, assessment }: DocumentSource) {
  const { audience, language } = assessment;
  const voice = { audience, language };
  const all = fieldsFor(base, input.audience).flatMap((field) => {
    const answer = input.answers[field.id];
    if (answer === undefined) return [];
    const text = `${describeField(field, voice)}: ${describeAnswer(field, answer, voice)}`;
    return [{ text, isAnswer: isQuestion(field) }];
  });
  return {
    answers: all.filter(({ isAnswer }) => isAnswer).map(({ text }) => text),
    findings: all.filter(({ isAnswer }) => !isAnswer).map(({ text }) => text),
  };
}
