import type { Summary } from './summary';
import type { Words } from './words';

/** What a clinician concluded and signed: the conclusion first. */
export interface ConclusionLines {
  readonly conclusion: string;
  readonly others: readonly string[];
  readonly signature: string;
}

/** Null where nobody has signed. */
export function conclusionLines(
  { conclusion, headline }: Pick<Summary, 'conclusion' | 'headline'>,
  { t, time }: Words,
): ConclusionLines | null {
  if (conclusion === null) return null;
  const { condition, level, differs, reason, comment, plan } = conclusion;
  const { signedBy, signedAt, version, amendedBecause } = conclusion;
  const overridden = [
    ...(differs.urgency === 'same' ? [] : [t('conclusion.toolUrgency', { level: headline.name })]),
    ...(differs.condition ? [t('conclusion.toolCondition')] : []),
    ...(reason ? [t('conclusion.because', { reason: t(`conclusion.reasons.${reason}`) })] : []),
  ];
  const amended = amendedBecause ? t('conclusion.amended', { reason: amendedBecause }) : '';
  return {
    conclusion: t('conclusion.concluded', { condition, level: level.name }),
    others: [
      ...(overridden.length > 0 ? [overridden.join(' ')] : []),
      ...(comment ? [comment] : []),
      ...(plan ? [t('conclusion.plan', { plan })] : []),
    ],
    signature: t('conclusion.signed', { by: signedBy, at: time(signedAt), version, amended }),
  };
}
