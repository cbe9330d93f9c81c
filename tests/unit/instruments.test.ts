/** The instruments on worked cases: scores, ranges from what is unknown, and whom they are not for. */
import { describe, expect, test } from 'vitest';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { Answers, Audience } from '@/lib/triage/answers';
import { validateInput } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';

const base = knowledgeBase();
const at = new Date('2026-01-05T09:00:00Z');

async function scoreOf(instrument: string, answers: Answers, audience: Audience = 'clinician') {
  expect(validateInput(base, { audience, answers })).toMatchObject({ ok: true });
  const { instruments } = await assess(base, { audience, answers }, at);
  const score = instruments.find(({ id }) => id === instrument);
  if (!score) throw new Error(`no instrument ${instrument}`);
  const { applies, min, max, band } = score;
  return applies ? `${min} to ${max}, ${band ?? 'open'}` : 'does not apply';
}

/** A swollen calf on the third day in a cast, everything examined. */
const clot: Answers = {
  age: 52,
  'sex-at-birth': 'male',
  swelling: ['calf-one'],
  medicines: ['none'],
  'clot-risks': ['cast'],
  'calf-girth-measured': 3,
  'venous-signs': ['deep-vein-tender', 'pitting-unilateral'],
  'alternative-to-dvt': 'no',
};
const { 'alternative-to-dvt': _, ...notWeighed } = clot;
const { 'venous-signs': __, ...veinsUnknown } = clot;
const calfPain: Answers = { onset: 'sudden-no-pop', 'pain-location': ['upper-inner-calf'] };

describe.each<[string, string, readonly [string, Answers, string][]]>([
  [
    'Wells, two levels',
    'wells-dvt-two-level',
    [
      ['all known', clot, '4 to 4, likely'],
      ['another diagnosis as likely', { ...clot, 'alternative-to-dvt': 'yes' }, '2 to 2, likely'],
      ['nobody said whether another is as likely', notWeighed, '2 to 4, likely'],
      ['veins not examined: never zero', veinsUnknown, '2 to 6, likely'],
      ['3 cm counts, 2.5 does not', { ...clot, 'calf-girth-measured': 2.5 }, '3 to 3, likely'],
      ['under 18', { ...clot, age: 17 }, 'does not apply'],
      [
        'pregnant',
        { ...clot, 'sex-at-birth': 'female', age: 30, pregnancy: 'pregnant' },
        'does not apply',
      ],
      ['on an anticoagulant', { ...clot, medicines: ['anticoagulant'] }, 'does not apply'],
      [
        'no suspicion of a clot',
        {
          age: 40,
          medicines: ['none'],
          swelling: ['none'],
          'pain-location': ['heel-sole'],
          'venous-signs': ['none'],
          'calf-girth-measured': 0,
        },
        'does not apply',
      ],
    ],
  ],
  [
    'Wells, three levels',
    'wells-dvt-three-level',
    [
      ['all known', clot, '3 to 3, high'],
      ['more than 3 cm', { ...clot, 'calf-girth-measured': 3.5 }, '4 to 4, high'],
      ['another diagnosis as likely', { ...clot, 'alternative-to-dvt': 'yes' }, '1 to 1, moderate'],
      [
        'an earlier clot does not count',
        { ...clot, 'clot-risks': ['previous-clot'] },
        '2 to 2, moderate',
      ],
      [
        'nothing but another diagnosis',
        {
          ...clot,
          'clot-risks': ['none'],
          'venous-signs': ['none'],
          'calf-girth-measured': 0,
          'alternative-to-dvt': 'yes',
        },
        '-2 to -2, low',
      ],
    ],
  ],
  [
    'squeeze, Matles and gap',
    'achilles-rupture-tests',
    [
      [
        'all negative',
        { 'thompson-test': 'normal', 'matles-test': 'normal', 'tendon-gap': 'none' },
        '0 to 0, none',
      ],
      [
        'two positive settle it, whatever the third',
        { 'thompson-test': 'absent', 'matles-test': 'positive' },
        '2 to 3, rupture',
      ],
      ['one done', { 'thompson-test': 'absent' }, '1 to 3, open'],
      ['a reduced squeeze is not positive', { 'thompson-test': 'reduced' }, '0 to 2, open'],
      ['none done', { 'thompson-test': 'not-done' }, 'does not apply'],
    ],
  ],
  [
    'Edinburgh',
    'edinburgh-claudication',
    [
      [
        'calf, gone on standing, never at rest',
        {
          exertion: 'walking-eased-by-standing',
          'pain-pattern': ['none'],
          'pain-location': ['whole-calf'],
        },
        '5 to 5, definite',
      ],
      [
        'not in the calf',
        {
          exertion: 'walking-eased-by-standing',
          'pain-pattern': ['none'],
          'pain-location': ['buttock-thigh', 'foot'],
        },
        '4 to 4, atypical',
      ],
      [
        'eased by sitting',
        {
          exertion: 'walking-eased-by-sitting-or-bending',
          'pain-pattern': ['none'],
          'pain-location': ['whole-calf'],
        },
        '3 to 3, negative',
      ],
      [
        'begins at rest',
        {
          exertion: 'walking-eased-by-standing',
          'pain-pattern': ['constant'],
          'pain-location': ['whole-calf'],
        },
        '3 to 3, negative',
      ],
      ['walks without pain', { exertion: 'no' }, 'does not apply'],
    ],
  ],
  [
    'heel raises',
    'heel-raise-norms',
    [
      ['none', { 'heel-raise-count': 0 }, '0 to 0, none'],
      ['20', { 'heel-raise-count': 20 }, '20 to 20, low'],
      ['21', { 'heel-raise-count': 21 }, '21 to 21, women'],
      ['24', { 'heel-raise-count': 24 }, '24 to 24, men'],
      ['not counted', { age: 40 }, 'does not apply'],
    ],
  ],
  [
    'grade of a strain',
    'calf-strain-grades',
    [
      [
        'little loss',
        {
          ...calfPain,
          'heel-raise': 'easy',
          walking: 'normal',
          'plantarflexion-power': 5,
          'calf-palpation': 'medial-gastroc',
        },
        '0 to 0, one',
      ],
      [
        'limps',
        { ...calfPain, 'heel-raise': 'weak', walking: 'limp', 'calf-palpation': 'diffuse' },
        '1 to 3, open',
      ],
      [
        'limps, power 4',
        {
          ...calfPain,
          'heel-raise': 'weak',
          'plantarflexion-power': 4,
          'calf-palpation': 'diffuse',
        },
        '1 to 1, two',
      ],
      ['a defect', { ...calfPain, 'calf-palpation': 'defect' }, '2 to 5, three'],
      [
        'the tendon hurts: no strain is graded',
        { ...calfPain, 'pain-location': ['upper-inner-calf', 'achilles-mid'] },
        'does not apply',
      ],
    ],
  ],
  [
    'six Ps',
    'six-ps',
    [
      [
        'sudden pain alone',
        {
          onset: 'sudden-rest',
          'limb-threat-signs': ['none'],
          pulses: 'normal',
        },
        '1 to 1, pain-only',
      ],
      ['cold', { 'limb-threat-signs': ['cold'] }, '2 to 5, threatened'],
      ['no sign at all', { onset: 'overuse', 'limb-threat-signs': ['none'] }, 'does not apply'],
    ],
  ],
  [
    'cauda equina',
    'cauda-equina-screen',
    [
      [
        'sciatica of one leg',
        {
          'back-pain': 'shooting-one-leg',
          'cauda-equina-symptoms': ['none'],
          weakness: 'none',
          numbness: ['none'],
          sensation: 'normal',
        },
        '0 to 0, none',
      ],
      [
        'both legs',
        {
          'back-pain': 'shooting-both-legs',
          'cauda-equina-symptoms': ['none'],
          weakness: 'none',
          numbness: ['none'],
          sensation: 'normal',
        },
        '1 to 1, both-legs',
      ],
      [
        'saddle feeling lost on examination',
        { 'back-pain': 'back-only', 'cauda-equina-symptoms': ['none'], sensation: 'saddle' },
        '2 to 3, suspected',
      ],
      ['no back pain', { 'back-pain': 'no', 'cauda-equina-symptoms': ['none'] }, 'does not apply'],
    ],
  ],
  [
    'ankle-brachial index',
    'ankle-brachial-index-bands',
    [
      ['0.49', { 'ankle-brachial-index': 0.49 }, '0.49 to 0.49, severe'],
      ['0.90', { 'ankle-brachial-index': 0.9 }, '0.9 to 0.9, mild'],
      ['0.91', { 'ankle-brachial-index': 0.91 }, '0.91 to 0.91, borderline'],
      ['1.40', { 'ankle-brachial-index': 1.4 }, '1.4 to 1.4, normal'],
      ['1.41', { 'ankle-brachial-index': 1.41 }, '1.41 to 1.41, stiff'],
    ],
  ],
])('%s', (_name, instrument, rows) => {
  test.each(rows)('%s', async (_case, answers, expected) => {
    expect(await scoreOf(instrument, answers)).toBe(expected);
  });
});

test('what rests on findings does not apply to a self-check', async () => {
  const { 'calf-girth-measured': _g, 'venous-signs': _v, 'alternative-to-dvt': _a, ...told } = clot;
  for (const { id, examination } of base.instruments) {
    if (!examination) continue;
    expect([id, await scoreOf(id, told, 'patient')]).toEqual([id, 'does not apply']);
  }
});

test('a suspected clot with the lowest Wells score stays as urgent', async () => {
  const { urgency } = await assess(base, { audience: 'clinician', answers: clot }, at);
  const low: Answers = {
    ...clot,
    'clot-risks': ['none'],
    'venous-signs': ['none'],
    'calf-girth-measured': 0,
    'alternative-to-dvt': 'yes',
  };
  expect(urgency).toBe('same-day');
  expect((await assess(base, { audience: 'clinician', answers: low }, at)).urgency).toBe(
    'same-day',
  );
});
