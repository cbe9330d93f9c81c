import { shownMax } from '../shown-max';
import type { Reason, Summary } from '../summary';
import type { Words } from '../words';
import { type Block, heading, paragraph, plain, quiet, type Run, strong } from './document';

/** The first of the ranking, each with its two strongest reasons. */
export function describeConditions(summary: Summary, words: Words): Block[] {
  const { t } = words;
  const shown =
    summary.outcome === 'assessed' ? summary.conditions.slice(0, shownMax.conditions) : [];
  const hidden = summary.conditions.length - shown.length;
  const more =
    summary.outcome === 'assessed' && hidden > 0
      ? `${t('summary.conditions.more', { count: hidden })} `
      : '';
  return [
    heading(2, t('summary.conditions.title')),
    ...listConditions(shown, words),
    paragraph(quiet(`${more}${t('summary.conditions.key')}`)),
  ];
}

/** Each condition with its reasons; published and consensus are told apart. */
export function listConditions(conditions: Summary['conditions'], words: Words): Block[] {
  const { t } = words;
  if (conditions.length === 0) return [paragraph(plain(t('summary.conditions.none')))];
  const items = conditions.map(({ name, likelihoodName, reasons, pinnedBy }) => ({
    runs: [strong(name), plain(` · ${likelihoodName}`)],
    notes:
      reasons.length === 0 && pinnedBy[0]
        ? [[plain(t('summary.conditions.flag', { text: pinnedBy[0] }))]]
        : reasons.map((reason) => reasonRuns(reason, words)),
  }));
  return [{ kind: 'list', isNumbered: true, items }];
}

function reasonRuns({ text, side, basis, weight }: Reason, { t }: Words): Run[] {
  const basisText = t(`summary.conditions.basis.${basis}`, { ratio: weight });
  return [
    plain(`${side === 'for' ? '+' : '−'} ${text} `),
    basis === 'published' ? strong(basisText) : quiet(basisText),
  ];
}
