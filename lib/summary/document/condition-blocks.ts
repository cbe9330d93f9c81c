import type { Reason, Summary, SummaryCondition } from '../summary';
import type { Words } from '../words';
import { type Block, heading, paragraph, plain, quiet, type Run, strong } from './document';
import { joinRuns, middleDot } from './runs';
import type { Shown } from './shown';

/** The first of the ranking, each with its strongest reasons or all in one paragraph. */
export function describeConditions(
  { outcome, conditions }: Summary,
  words: Words,
  shown: Pick<Shown, 'conditions' | 'reasons'>,
): Block[] {
  const { t } = words;
  const ranked = outcome === 'assessed' ? conditions : [];
  const first = ranked
    .slice(0, shown.conditions)
    .map((condition) => ({ ...condition, reasons: condition.reasons.slice(0, shown.reasons) }));
  const hidden = ranked.length - first.length;
  const more = hidden > 0 ? `${t('summary.conditions.more', { count: hidden })} ` : '';
  const others = ranked.slice(first.length).filter((condition) => condition.isToRuleOut);
  const alsoToRuleOut =
    others.length > 0
      ? [
          strong(
            `${t('summary.conditions.alsoToRuleOut', { names: others.map(({ name }) => name).join('; ') })} `,
          ),
        ]
      : [];
  const title = heading(2, t('summary.conditions.title'));
  if (first.length === 0) return [title, ...listConditions(first, words)];
  if (shown.reasons === 0) {
    const named = [
      ...first.map(nameRuns),
      ...(more ? [[quiet(more)]] : []),
      ...alsoToRuleOut.map((run) => [run]),
    ];
    return [title, paragraph(...joinRuns(named, '; '))];
  }
  const key = paragraph(
    ...(more ? [quiet(more)] : []),
    ...alsoToRuleOut,
    quiet(t('summary.conditions.key')),
  );
  return [title, ...listConditions(first, words), key];
}

function nameRuns({
  name,
  likelihoodName,
}: Pick<SummaryCondition, 'name' | 'likelihoodName'>): Run[] {
  return [strong(name), plain(`${middleDot}${likelihoodName}`)];
}

/** Each condition with its reasons; published and consensus are told apart. */
export function listConditions(conditions: Summary['conditions'], words: Words): Block[] {
  const { t } = words;
  if (conditions.length === 0) return [paragraph(plain(t('summary.conditions.none')))];
  const items = conditions.map(({ reasons, flaggedBy, ...condition }) => ({
    runs: nameRuns(condition),
    notes:
      reasons.length === 0 && flaggedBy[0]
        ? [[plain(t('summary.conditions.flag', { text: flaggedBy[0] }))]]
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
