/** What is prefetched -> the answers that may be relied on, or why there are none. */
import type { Answers, Input } from '../../triage/answers';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { canonicalOf } from '../fhir/canonical';
import { readResponse } from '../fhir/read-response';
import { conceptsOf, isRecognised } from './recognise';
import type { CdsRequest } from './request';
import { type RecordResource, resourcesIn } from './resources-in';
import type { PrefetchKey } from './services';

export type FoundAnswers =
  | {
      readonly state: 'found';
      readonly input: Input;
      /** The same with what the record adds to it; the input itself where it adds nothing. */
      readonly withRecord: Input;
      readonly at: Date;
      readonly record: readonly RecordFact[];
    }
  | {
      readonly state: 'none' | 'too-old' | 'unreadable';
      /** When the newest answers were given, as their record says. */
      readonly authored: string | null;
      readonly record: readonly RecordFact[];
    };

/** Something that the record says and the self-check asks. */
export interface RecordFact {
  readonly field: string;
  readonly option: string;
}

const dayMs = 86_400_000;

/** @param now the server's clock */
export function findAnswers(base: KnowledgeBase, request: CdsRequest, now: Date): FoundAnswers {
  const prefetched = (key: PrefetchKey) =>
    resourcesIn(request.prefetch?.[key], request.context.patientId);
  const record = readRecord(base, [...prefetched('conditions'), ...prefetched('medications')]);
  const newest = newestResponse(prefetched('responses'));
  if (!newest) return { state: 'none', authored: null, record };
  const authored = newest.authored ?? null;
  const time = authored === null ? Number.NaN : Date.parse(authored);
  const read = readResponse(base, newest);
  // Nobody knows how old answers without a date are.
  if (Number.isNaN(time) || !read.ok) return { state: 'unreadable', authored, record };
  const ageDays = (now.getTime() - time) / dayMs;
  if (ageDays > base.interoperability.cards.responseDaysMax) {
    return { state: 'too-old', authored, record };
  }
  const { input } = read.response;
  const birthDate = prefetched('patient').find(({ birthDate: date }) => date)?.birthDate;
  const withAge = addAge(input, birthDate, now);
  return {
    state: 'found',
    input: withAge,
    withRecord: { ...withAge, answers: addRecord(base, withAge.answers, record) },
    at: ageDays < 0 ? now : new Date(time),
    record,
  };
}

/** The newest that answers a form of ours, whether it can be read or not: an older one is no match for it. */
function newestResponse(resources: readonly RecordResource[]): RecordResource | undefined {
  const form = canonicalOf('Questionnaire', '');
  const timeOf = ({ authored = '' }: RecordResource) => Date.parse(authored) || Infinity;
  return resources
    .filter(({ resourceType, questionnaire }) => {
      const isOurs = typeof questionnaire === 'string' && questionnaire.startsWith(form);
      return resourceType === 'QuestionnaireResponse' && isOurs;
    })
    .sort((a, b) => timeOf(b) - timeOf(a))[0];
}

/** Current medicines and conditions alone: what is over may no longer count. */
function readRecord(base: KnowledgeBase, resources: readonly RecordResource[]): RecordFact[] {
  const current = resources.filter(({ resourceType, status, clinicalStatus }) => {
    if (resourceType === 'MedicationRequest') return status === 'active';
    const codes = (clinicalStatus?.coding ?? []).map(({ code }) => code);
    const isOver = codes.some((code) => code === 'inactive' || code === 'resolved');
    return resourceType === 'Condition' && !isOver;
  });
  const concepts = current.flatMap(conceptsOf);
  return base.interoperability.record
    .filter((entry) => isRecognised(entry, concepts))
    .map(({ field, option }) => ({ field, option }));
}

/**
 * What the record adds to lists that were answered. A list that was not answered stays unknown: with
 * one entry out of the record everything else in it would read as absent.
 */
function addRecord(
  { questions }: KnowledgeBase,
  answers: Answers,
  record: readonly RecordFact[],
): Answers {
  const added: Record<string, readonly string[]> = {};
  for (const { field, option } of record) {
    const given = added[field] ?? answers[field];
    if (!Array.isArray(given) || given.includes(option)) continue;
    const options = questions.find(({ id }) => id === field)?.options ?? [];
    const kept = given.filter((value: string) => {
      const known = options.find((one) => one.value === value);
      return !known?.exclusive && !known?.unknown;
    });
    added[field] = [...kept, option];
  }
  return { ...answers, ...added };
}

/** The age is the one fact that a record holds whole. */
function addAge(input: Input, birthDate: string | undefined, now: Date): Input {
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(birthDate ?? '');
  if (input.answers.age !== undefined || !date) return input;
  const [, year, month, day] = date.map(Number);
  if (year === undefined || month === undefined || day === undefined) return input;
  const hadBirthday =
    now.getUTCMonth() + 1 > month || (now.getUTCMonth() + 1 === month && now.getUTCDate() >= day);
  const age = now.getUTCFullYear() - year - (hadBirthday ? 0 : 1);
  if (age < 0 || age > 120) return input;
  return { ...input, answers: { ...input.answers, age } };
}
