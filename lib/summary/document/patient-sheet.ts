import type { Summary } from '../summary';
import type { Words } from '../words';
import { type Block, bullets, heading, paragraph, plain, quiet, strong } from './document';
import { verificationBlock } from './verification-block';

/**
 * What somebody takes home: what to do, what not to do, when to get help sooner, in the words that
 * they have read; at the foot a part to tear off and hand over.
 */
export function patientSheet(summary: Summary, words: Words, origin: string): Block[] {
  const { told, headline, outcome } = summary;
  const { t } = words;
  const [first, ...steps] = told.advice;
  return [
    heading(1, t('sheet.title')),
    {
      kind: 'urgency',
      urgency: headline.urgency,
      name: told.urgency,
      lines: [
        ...(summary.ask.deadline && headline.urgency !== 'emergency-now'
          ? [[strong(t('sheet.by', { time: words.time(summary.ask.deadline) }))]]
          : []),
        ...(first ? [[plain(first)]] : []),
        ...(outcome === 'assessed' ? [] : [[strong(t('result.headline.cannotAssess'))]]),
      ],
    },
    ...part(t('result.whatToDo.now'), steps),
    ...part(t('result.whatToDo.avoid'), told.avoid),
    ...part(t('result.whatToDo.sooner'), told.safetyNet),
    paragraph(quiet(summary.disclaimer)),
    { kind: 'cut', label: t('sheet.cut') },
    ...tearOff(summary, words, origin),
  ];
}

function part(title: string, texts: readonly string[]): Block[] {
  return texts.length > 0 ? [heading(2, title), ...bullets(texts)] : [];
}

/** For the provider: enough to begin with, and the way to the whole summary. */
function tearOff(summary: Summary, words: Words, origin: string): Block[] {
  const { headline, ask, conditions, outcome, reference } = summary;
  const { t } = words;
  const first = outcome === 'assessed' ? conditions[0] : undefined;
  const facts: [string, string][] = [
    [t('summary.urgency.label'), headline.name],
    [t('summary.ask.title'), ask.tests[0] ?? t('summary.ask.noTests')],
    ...(first
      ? [[t('sheet.first'), `${first.name} (${first.likelihoodName})`] as [string, string]]
      : []),
    ...(reference ? [[t('sheet.reference'), reference] as [string, string]] : []),
  ];
  return [
    {
      kind: 'columns',
      columns: [
        {
          share: 3,
          blocks: [
            heading(2, t('sheet.forProvider')),
            ...facts.map(([label, text]) => paragraph(quiet(`${label}: `), plain(text))),
          ],
        },
        { share: 2, blocks: verificationBlock(summary, words, origin) },
      ],
    },
  ];
}
