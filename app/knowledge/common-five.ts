/** What most people who come with a sore calf ask about first. */
export const commonFive: readonly string[] = [
  'gastrocnemius-strain',
  'midportion-achilles-tendinopathy',
  'achilles-rupture',
  'nocturnal-leg-cramps',
  's1-radiculopathy',
];
