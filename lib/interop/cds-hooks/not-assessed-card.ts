import { type Card, type CardFrame, makeCard, toList } from './card';
import { describeRecord } from './describe-record';
import type { FoundAnswers } from './find-answers';

/** Says that nothing is assessed, and what the record tells all the same: never a reassurance. */
export function makeNotAssessedCard(
  frame: CardFrame,
  state: 'none' | 'too-old' | 'unreadable',
  { record }: FoundAnswers,
): Card {
  const { base, origin, words } = frame;
  const { notAssessed, tooOld, unreadable } = base.interoperability.cards;
  const text = { none: notAssessed, 'too-old': tooOld, unreadable }[state];
  return makeCard(frame, {
    key: 'not-assessed',
    summary: text.en,
    detail: [
      ...toList(words.open, [base.floors.emergencyScreenOpen.text.clinician.en]),
      ...toList(words.fromRecord, describeRecord(base, record)),
    ],
    indicator: 'info',
    links: [{ label: words.selfCheck, url: `${origin}/check`, type: 'absolute' }],
  });
}
