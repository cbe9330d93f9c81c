import type { Summary } from '../summary';
import type { Words } from '../words';
import { type Block, plain, strong } from './document';
import { middleDot } from './runs';

/** The level, its time frame, and the worst that the unknown could bring. */
export function describeUrgency({ headline, outcome }: Summary, { t }: Words): Block {
  const { urgency, name, timeFrame, ceiling } = headline;
  const worst = ceiling && t('summary.urgency.ceiling', { level: ceiling.name });
  const lines = [[plain(worst ? `${timeFrame}${middleDot}${worst}` : timeFrame)]];
  if (outcome !== 'assessed') lines.push([strong(t(`summary.urgency.outcomes.${outcome}`))]);
  return { kind: 'urgency', urgency, name, lines };
}
