/** Pictures that look harmless in all but one or two answers, and the least that they deserve. */
import { describe, expect, test } from 'vitest';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { type Answers, validateInput } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import { isMoreUrgent } from '@/lib/triage/disposition';
import type { Urgency } from '@/lib/triage/schema';
import { calmScreen } from '../calm-screen';

const base = knowledgeBase();
const at = new Date('2026-01-05T09:00:00Z');

/** Everything asked and denied, but for an ache in the calf after more walking. */
const harmless: Answers = {
  ...calmScreen,
  age: 45,
  'sex-at-birth': 'male',
  'pain-location': ['deep-mid-calf'],
  side: 'right',
  onset: 'overuse',
  duration: '4-14-days',
  course: 'same',
  'pain-score': 4,
  walking: 'normal',
  'heel-raise': 'easy',
  bruising: 'none',
  swelling: ['none'],
  'skin-changes': ['none'],
  lump: 'none',
  'bone-tenderness': 'no',
  'pain-pattern': ['none'],
  exertion: 'no',
  cramps: 'none',
  weakness: 'none',
  numbness: ['none'],
  'back-pain': 'no',
  'clot-risks': ['none'],
  medicines: ['none'],
  'health-conditions': ['none'],
  'other-symptoms': ['none'],
};

const tendon = { 'pain-location': ['achilles-mid'] };
const patients: [string, Answers, Urgency][] = [
  [
    'numb foot that cannot be moved',
    { 'limb-threat-signs': ['numb-foot', 'cannot-move'] },
    'emergency-now',
  ],
  [
    'pop, tiptoe not tried, walks as usual',
    { onset: 'sudden-pop', 'heel-raise': 'not-tried' },
    'same-day',
  ],
  [
    'pop in the whole calf, weak tiptoe',
    { onset: 'sudden-pop', 'pain-location': ['whole-calf'], 'heel-raise': 'weak' },
    'same-day',
  ],
  [
    'like a kick, tendon, tiptoe not tried',
    { ...tendon, onset: 'direct-blow', 'heel-raise': 'not-tried', weakness: 'push-off' },
    'same-day',
  ],
  [
    'sudden without a pop, tendon, weak',
    { ...tendon, onset: 'sudden-no-pop', 'heel-raise': 'weak', bruising: 'ankle-heel' },
    'same-day',
  ],
  [
    'slow, tendon, cannot tiptoe',
    { ...tendon, onset: 'slow-no-reason', duration: '6-12-weeks', 'heel-raise': 'cannot' },
    'within-72h',
  ],
  [
    'weak in both legs at rest, days old',
    { ...tendon, onset: 'sudden-rest', weakness: 'both-legs', duration: '1-3-days' },
    'emergency-now',
  ],
  ['weak in both legs', { weakness: 'both-legs' }, 'same-day'],
  [
    'weak and numb after a virus',
    {
      weakness: 'both-legs',
      numbness: ['both-feet'],
      'health-conditions': ['recent-viral-illness'],
    },
    'emergency-now',
  ],
  [
    'cancer, back pain, weak in both legs',
    { weakness: 'both-legs', 'back-pain': 'back-only', 'clot-risks': ['cancer'] },
    'emergency-now',
  ],
  ['fever', { fever: 'fever' }, 'same-day'],
  ['fever, and a pop', { ...tendon, fever: 'fever', onset: 'sudden-pop' }, 'same-day'],
  ['warm calf', { 'skin-changes': ['warm'], 'pain-location': ['whole-calf'] }, 'same-day'],
  [
    'red patch and a weak immune system',
    { 'skin-changes': ['red-patch'], 'health-conditions': ['immunosuppressed'] },
    'same-day',
  ],
  [
    'warm swollen ankle and diabetes',
    {
      'skin-changes': ['warm'],
      swelling: ['ankle-joint'],
      'pain-location': ['foot'],
      'health-conditions': ['diabetes'],
    },
    'same-day',
  ],
  [
    'a cramp that stays and grows',
    {
      onset: 'cramp',
      cramps: 'night',
      'pain-location': ['whole-calf'],
      'pain-pattern': ['constant'],
      course: 'worse',
    },
    'same-day',
  ],
  [
    'cannot take 4 steps, no injury',
    { 'pain-location': ['heel-sole'], walking: 'cannot-take-4-steps' },
    'same-day',
  ],
  [
    'twisted ankle, sore on the bone',
    { onset: 'sudden-no-pop', 'pain-location': ['inner-ankle'], 'bone-tenderness': 'ankle-bones' },
    'same-day',
  ],
  [
    'bruised calf on a blood thinner',
    { onset: 'cramp', bruising: 'calf', medicines: ['anticoagulant'] },
    'same-day',
  ],
  [
    'blow hours ago, pain 10, numb',
    {
      onset: 'direct-blow',
      duration: 'under-24-hours',
      'pain-score': 10,
      course: 'worse',
      numbness: ['top-foot'],
    },
    'same-day',
  ],
  [
    'hot joint, nothing known of the health',
    { 'other-symptoms': ['hot-joint'], 'health-conditions': ['gout-history'] },
    'within-72h',
  ],
  [
    'squats, weak in both legs',
    { 'activity-at-onset': 'unusual-hard-exercise', weakness: 'both-legs', 'pain-score': 9 },
    'same-day',
  ],
  [
    'pregnant, both legs swollen',
    { 'sex-at-birth': 'female', pregnancy: 'pregnant', swelling: ['both-legs'] },
    'same-day',
  ],
];
const veins = { 'venous-signs': ['deep-vein-tender'] };
const clinicians: [string, Answers, Urgency][] = [
  ['tender deep vein, another cause named', { ...veins, 'alternative-to-dvt': 'yes' }, 'same-day'],
  [
    'the same in pregnancy',
    { ...veins, 'alternative-to-dvt': 'yes', 'sex-at-birth': 'female', pregnancy: 'pregnant' },
    'same-day',
  ],
  ['the same on a blood thinner', { ...veins, medicines: ['anticoagulant'] }, 'same-day'],
  ['the same at 17', { ...veins, age: 17 }, 'same-day'],
  [
    'Matles positive',
    { ...tendon, onset: 'sudden-no-pop', 'heel-raise': 'painful', 'matles-test': 'positive' },
    'same-day',
  ],
  [
    'a gap, slow onset',
    { ...tendon, 'tendon-gap': 'present', 'thompson-test': 'normal' },
    'within-72h',
  ],
  ['crescent sign', { 'knee-and-popliteal-fossa': ['crescent-sign'] }, 'same-day'],
  ['fast pulse, sore calf', { 'vital-signs': ['heart-rate-over-100'] }, 'same-day'],
  [
    'firm compartment after a blow',
    { onset: 'direct-blow', duration: 'under-24-hours', 'compartment-feel': 'firm' },
    'same-day',
  ],
];

async function urgencyOf(audience: 'patient' | 'clinician', answers: Answers): Promise<Urgency> {
  const input = { audience, answers: { ...harmless, ...answers } };
  expect(validateInput(base, input)).toMatchObject({ ok: true });
  return (await assess(base, input, at)).urgency;
}

test('the harmless picture itself is not urgent', async () => {
  expect(isMoreUrgent(await urgencyOf('patient', {}), 'within-2-weeks')).toBe(false);
});

describe('a patient', () => {
  test.each(patients)('%s', async (_, answers, least) => {
    expect(isMoreUrgent(least, await urgencyOf('patient', answers))).toBe(false);
  });
});

describe('a clinician', () => {
  test.each(clinicians)('%s', async (_, answers, least) => {
    expect(isMoreUrgent(least, await urgencyOf('clinician', answers))).toBe(false);
  });
});
