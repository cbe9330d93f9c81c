import type { Answers } from '@/lib/triage/answers';

/** The emergency questions, each answered with no, as most people do. */
export const calmScreen: Answers = {
  'chest-symptoms': ['none'],
  'limb-threat-signs': ['none'],
  'cauda-equina-symptoms': ['none'],
  'tense-calf-pain': 'no',
  fever: 'no',
  'deformity-or-open-wound': 'no',
};
