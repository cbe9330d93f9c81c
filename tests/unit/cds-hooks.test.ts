/** The cards of CDS Hooks: within the specification, and never a reassurance out of ignorance. */
import { describe, expect, test } from 'vitest';
import { cardWords } from '@/app/cds-services/card-words';
import { assessFound } from '@/lib/interop/cds-hooks/assess-request';
import type { Card } from '@/lib/interop/cds-hooks/card';
import { findAnswers } from '@/lib/interop/cds-hooks/find-answers';
import { makeOrderSignCards } from '@/lib/interop/cds-hooks/order-sign-cards';
import { makePatientViewCards } from '@/lib/interop/cds-hooks/patient-view-cards';
import type { CdsRequest } from '@/lib/interop/cds-hooks/request';
import { toQuestionnaireResponse } from '@/lib/interop/fhir/questionnaire-response';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import type { Answers, Input } from '@/lib/triage/answers';
import { conclude } from '@/lib/triage/assess';
import type { Assessment } from '@/lib/triage/assessment';
import { isMoreUrgent } from '@/lib/triage/disposition';
import { twinOf } from '@/lib/triage/twin';
import { findCardFaults } from '../cds/find-card-faults';
import {
  about,
  bundle,
  medicineOrder,
  orderSign,
  patientId,
  patientView,
  serviceOrder,
} from '../cds/requests';

const base = knowledgeBase();
const twin = twinOf(base);
const now = new Date('2026-11-26T12:00:00.000Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

/** In clinical words, by the twin: that it says what json-rules-engine says is tested elsewhere. */
const assess = async (input: Input, at: Date): Promise<Assessment> =>
  conclude(twin.book, input, twin.evaluate(input), at, 'en', 'clinician');

const frame = { base, origin: 'https://surae.test', hookInstance: 'x', words: cardWords };

async function ask(request: CdsRequest): Promise<Card[]> {
  const assessed = await assessFound(findAnswers(base, request, now), assess);
  return request.hook === 'patient-view'
    ? makePatientViewCards(frame, assessed, patientId)
    : makeOrderSignCards(frame, assessed, patientId, request.context.draftOrders);
}

const responseTo = (answers: Answers, days = 1, audience: Input['audience'] = 'patient') =>
  about(toQuestionnaireResponse(base, { input: { audience, answers }, at: daysAgo(days) }));

const emergencyDenied: Answers = {
  'chest-symptoms': ['none'],
  'limb-threat-signs': ['none'],
  'cauda-equina-symptoms': ['none'],
  'tense-calf-pain': 'no',
  fever: 'no',
  'deformity-or-open-wound': 'no-injury',
};
const clot: Answers = {
  ...emergencyDenied,
  age: 61,
  'pain-location': ['whole-calf'],
  swelling: ['calf-one'],
  'clot-risks': ['previous-clot'],
  onset: 'slow-no-reason',
};
const tendon: Answers = {
  ...emergencyDenied,
  age: 44,
  'pain-location': ['achilles-mid'],
  onset: 'overuse',
  medicines: ['none'],
};

const everyOrder = [
  serviceOrder('o1', 'Below-knee graduated compression stocking'),
  serviceOrder('o2', 'Sports massage, calf'),
  serviceOrder('o3', 'Physiotherapy referral'),
  medicineOrder('o4', 'Levofloxacin 500 MG Oral Tablet'),
  serviceOrder('o5', 'Ultrasound-guided corticosteroid injection, Achilles'),
  serviceOrder('o6', 'Alfredson eccentric programme'),
  serviceOrder('o7', 'Chest X-ray'),
];

describe.each(readVignettes())('$name', ({ input }) => {
  const response = about(toQuestionnaireResponse(base, { input, at: daysAgo(2) }));

  test('its cards keep to the specification, and its dangers stand in them', async () => {
    const cards = await ask(patientView([response]));
    expect(findCardFaults({ cards })).toEqual([]);
    const [level, open] = cards;
    const assessment = await assess(input, daysAgo(2));
    const { urgency, redFlags, notExcluded } = assessment;
    if (isMoreUrgent(urgency, 'within-72h')) expect(level?.indicator).toBe('critical');
    else if (isMoreUrgent(urgency, 'routine-pt')) expect(level?.indicator).toBe('warning');
    for (const { action } of redFlags) expect(plain(level)).toContain(plain({ detail: action }));
    for (const { text } of notExcluded) expect(plain(open)).toContain(plain({ detail: text }));
    if (notExcluded.some((flag) => isMoreUrgent(flag.urgency, urgency))) {
      expect(open?.indicator).toBe('warning');
    }
  });

  test('its orders get cards that keep to it', async () => {
    const cards = await ask(orderSign([response], everyOrder));
    expect(findCardFaults({ cards })).toEqual([]);
    expect(cards.every(({ indicator }) => indicator !== 'info')).toBe(true);
    const { urgency } = await assess(input, daysAgo(2));
    const isPressing = isMoreUrgent(urgency, 'within-2-weeks');
    const therapy = cards.some(({ summary }) => summary.startsWith('Physical therapy:'));
    expect(therapy).toBe(isPressing);
  });
});

/** Without mark-up. */
function plain(card: { readonly detail?: string } | undefined): string {
  return (card?.detail ?? '').replace(/\\/g, '').replace(/\s+/g, ' ');
}

describe('patient-view', () => {
  const { notAssessed, tooOld, unreadable } = base.interoperability.cards;
  const theirs = { ...responseTo(tendon), subject: { reference: 'Patient/other' } };
  const wrong = {
    ...responseTo(tendon),
    questionnaire: 'https://surae.example/fhir/Questionnaire/self-check|0',
  };
  const undated = { ...responseTo(tendon), authored: undefined };
  const withdrawn = { ...responseTo(tendon), status: 'entered-in-error' as const };
  const unassessed: readonly [string, CdsRequest, string][] = [
    ['nothing prefetched', { ...patientView([]), prefetch: undefined }, notAssessed.en],
    ['a search that failed', { ...patientView([]), prefetch: { responses: null } }, notAssessed.en],
    [
      'answers to another form',
      patientView([{ ...responseTo(tendon), questionnaire: 'x' }]),
      notAssessed.en,
    ],
    ['the answers of somebody else', patientView([theirs]), notAssessed.en],
    ['answers that were withdrawn', patientView([withdrawn]), notAssessed.en],
    ['answers of long ago', patientView([responseTo(tendon, 15)]), tooOld.en],
    ['answers to earlier questions', patientView([wrong]), unreadable.en],
    ['answers without a date', patientView([undated]), unreadable.en],
    [
      'newer answers that cannot be read',
      patientView([responseTo(tendon, 3), { ...wrong, authored: now.toISOString() }]),
      unreadable.en,
    ],
  ];
  test.each(unassessed)('with %s says that nothing is excluded', async (_, request, summary) => {
    const cards = await ask(request);
    expect(findCardFaults({ cards })).toEqual([]);
    expect(cards.map((card) => card.summary)).toEqual([summary]);
    expect(plain(cards[0])).toContain(base.floors.emergencyScreenOpen.text.clinician.en);
    expect(cards[0]?.suggestions).toBeUndefined();
  });

  test('takes the newest answers', async () => {
    const [card] = await ask(patientView([responseTo(tendon, 5), responseTo(clot, 1)]));
    expect(card?.indicator).toBe('critical');
  });

  test('reads a medicine of the record beside "none of these", and says where it is from', async () => {
    const medications = bundle(medicineOrder('m', 'ciprofloxacin 250 MG', 'active'));
    const alone = await ask(patientView([responseTo(tendon)]));
    const [card] = await ask(patientView([responseTo(tendon)], { medications }));
    const text = 'Achilles pain with a fluoroquinolone in the last 6 months';
    expect(plain(alone[0])).not.toContain(text);
    expect(plain(card)).toContain(text);
    expect(plain(card)).toContain('Fluoroquinolone ≤ 6 months');
  });

  test('a record never answers a question that was left open', async () => {
    const conditions = bundle(
      about({
        resourceType: 'Condition' as const,
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'E11.9' }] },
      }),
    );
    const found = findAnswers(base, patientView([responseTo(tendon)], { conditions }), now);
    expect(found).toMatchObject({
      state: 'found',
      record: [{ field: 'health-conditions', option: 'diabetes' }],
    });
    if (found.state === 'found') expect(found.withRecord.answers).toEqual(tendon);
  });

  test.each([
    ['stopped', 'stopped'],
    ['completed', 'completed'],
    ['entered in error', 'entered-in-error'],
  ])('a medicine that is %s does not count', async (_, status) => {
    const medications = bundle(medicineOrder('m', 'ciprofloxacin', status));
    expect(findAnswers(base, patientView([], { medications }), now).record).toEqual([]);
  });

  test.each([
    ['1980-11-26', 46],
    ['1980-11-27', 45],
    ['1980', undefined],
  ])('born %s is %s years old', (birthDate, age) => {
    const { age: _, ...answers } = tendon;
    const patient = { resourceType: 'Patient' as const, id: patientId, birthDate };
    const found = findAnswers(base, patientView([responseTo(answers)], { patient }), now);
    expect(found.state === 'found' && found.input.answers.age).toBe(age);
  });

  test('the same request gives the same names, another one others', async () => {
    const request = patientView([responseTo(clot)]);
    const names = (cards: Card[]) => cards.map(({ uuid }) => uuid);
    expect(names(await ask(request))).toEqual(names(await ask(request)));
    const assessed = await assessFound(findAnswers(base, request, now), assess);
    const others = makePatientViewCards({ ...frame, hookInstance: 'y' }, assessed, patientId);
    expect(names(others)).not.toEqual(names(await ask(request)));
  });
});

describe('order-sign', () => {
  const indicatorsOf = async (answers: Answers, order: Parameters<typeof orderSign>[1][number]) =>
    (await ask(orderSign([responseTo(answers)], [order]))).map(({ indicator }) => indicator);

  test.each([
    ['compression with a likely clot', clot, everyOrder[0], ['critical']],
    ['massage with a likely clot', clot, everyOrder[1], ['critical']],
    ['therapy with a likely clot', clot, everyOrder[2], ['critical']],
    ['a fluoroquinolone with a sore tendon', tendon, everyOrder[3], ['critical']],
    ['a steroid injection with a sore tendon', tendon, everyOrder[4], ['critical']],
    ['compression while a clot is not excluded', tendon, everyOrder[0], ['warning']],
    ['another order', clot, everyOrder[6], []],
  ] as const)('%s', async (_, answers, order, indicators) => {
    if (!order) throw new Error('no order');
    expect(await indicatorsOf(answers, order)).toEqual(indicators);
  });

  test('an order for the leg of somebody whose answers are not there is not waved through', async () => {
    const cards = await ask(orderSign([], everyOrder));
    expect(cards.map(({ summary }) => summary)).toEqual([
      base.interoperability.cards.notAssessed.en,
    ]);
    expect(await ask(orderSign([], everyOrder.slice(1)))).toEqual([]);
  });

  test('offers to withdraw the order, and drafts the referral', async () => {
    const [card] = await ask(orderSign([responseTo(clot)], everyOrder.slice(0, 1)));
    const actions = card?.suggestions?.flatMap((one) => one.actions);
    expect(actions).toMatchObject([
      { type: 'delete', resourceId: 'ServiceRequest/o1' },
      {
        type: 'create',
        resource: { status: 'draft', intent: 'proposal', subject: { reference: 'Patient/p1' } },
      },
    ]);
  });
});
