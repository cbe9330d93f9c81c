import type { Summary } from './summary';
import type { Words } from './words';

/** What somebody takes home, in the words that they have read. */
export interface SheetContent {
  readonly title: string;
  /** The level, in the patient's words. */
  readonly level: string;
  /** Until when, and what the level means; the first is the most important. */
  readonly lead: readonly string[];
  /** What to do, what not to do, when to get help sooner. */
  readonly parts: readonly { readonly title: string; readonly texts: readonly string[] }[];
  readonly disclaimer: string;
  /** To tear off and hand over: enough for a provider to begin with. */
  readonly tearOff: {
    readonly cut: string;
    readonly title: string;
    readonly facts: readonly { readonly label: string; readonly text: string }[];
  };
}

/** The patient's sheet, the same for page and PDF. */
export function sheetContent(summary: Summary, { t, time }: Words): SheetContent {
  const { told, headline, ask, conditions, outcome, reference, disclaimer } = summary;
  const [meaning, ...steps] = told.advice;
  const [reason] = headline.reasons;
  const isNow = headline.urgency === 'emergency-now';
  const first = outcome === 'assessed' ? conditions[0] : undefined;
  const toRuleOut = conditions.filter((one) => one.isToRuleOut && one !== first);
  const parts = [
    { title: t('result.whatToDo.now'), texts: steps },
    { title: t('result.whatToDo.avoid'), texts: told.avoid },
    { title: t('result.whatToDo.sooner'), texts: told.safetyNet },
  ];
  return {
    title: t('sheet.title'),
    level: told.urgency,
    lead: [
      ...(ask.deadline && !isNow ? [t('sheet.by', { time: time(ask.deadline) })] : []),
      ...(isNow ? [] : [`${t('result.whatToDo.whom')} ${told.to}`]),
      ...(outcome === 'assessed' ? [] : [t('result.headline.cannotAssess')]),
      ...(meaning ? [meaning] : []),
    ],
    parts: parts.filter(({ texts }) => texts.length > 0),
    disclaimer,
    tearOff: {
      cut: t('sheet.cut'),
      title: t('sheet.forProvider'),
      facts: [
        { label: t('summary.urgency.label'), text: headline.name },
        ...(reason ? [{ label: t('sheet.because'), text: reason.text }] : []),
        { label: t('summary.ask.title'), text: ask.tests[0] ?? t('summary.ask.noTests') },
        ...(first
          ? [{ label: t('sheet.first'), text: `${first.name} (${first.likelihoodName})` }]
          : []),
        ...(toRuleOut.length > 0
          ? [{ label: t('sheet.toRuleOut'), text: toRuleOut.map(({ name }) => name).join('; ') }]
          : []),
        ...(reference ? [{ label: t('sheet.reference'), text: reference }] : []),
      ],
    },
  };
}
