import { shownMax } from '../shown-max';
import type { Reason, Statement, Summary } from '../summary';
import type { Words } from '../words';
import {
  type Block,
  heading,
  type ListItem,
  paragraph,
  plain,
  quiet,
  type Run,
  strong,
} from './document';
import { joinRuns } from './runs';
import { answerWords } from './statement-words';
import { verificationBlock } from './verification-block';

/**
 * The page that a provider reads in 30 seconds: how urgent, what is asked, by when and why; then
 * what it rests on.
 * @param origin of the site whose page replays the answers, such as `https://surae.example`
 */
export function firstPage(summary: Summary, words: Words, origin: string): Block[] {
  const { t } = words;
  return [
    heading(1, t('summary.head.title')),
    ...describeHead(summary, words),
    describeUrgency(summary, words),
    ...describeAsk(summary, words),
    ...describeFlags(summary, words),
    {
      kind: 'columns',
      columns: [
        {
          share: 5,
          blocks: [
            ...describeConditions(summary, words),
            ...describeKeyAnswers(summary, words),
            ...describeTold(summary, words),
          ],
        },
        {
          share: 2,
          blocks: [...describeLeg(summary, words), ...verificationBlock(summary, words, origin)],
        },
      ],
    },
  ];
}

/** Who, filled in by whom and when. */
function describeHead(summary: Summary, words: Words): Block[] {
  const { person, filledInBy, assessedAt, reference } = summary;
  const { t, time } = words;
  const filledIn = `${t(`summary.head.filledInBy.${filledInBy}`)} ${time(assessedAt)}`;
  const shown = reference ? [filledIn, t('summary.head.reference', { reference })] : [filledIn];
  return [
    paragraph(...joinRuns(person.map((statement) => stated(statement, words)))),
    paragraph(quiet(shown.join(' · '))),
  ];
}

export function describeUrgency({ headline, outcome }: Summary, { t }: Words): Block {
  const { urgency, name, timeFrame, ceiling } = headline;
  const worst = ceiling && t('summary.urgency.ceiling', { level: ceiling.name });
  const lines = [[plain(worst ? `${timeFrame} · ${worst}` : timeFrame)]];
  if (outcome !== 'assessed') lines.push([strong(t(`summary.urgency.outcomes.${outcome}`))]);
  return { kind: 'urgency', urgency, name, lines };
}

/** By when: the time, or the time frame where that is now; null where there is no deadline. */
export function deadlineWords(
  { ask, headline, assessedAt }: Summary,
  { time }: Words,
): string | null {
  if (ask.deadline === null) return null;
  return ask.deadline === assessedAt ? headline.timeFrame : time(ask.deadline);
}

function describeAsk(summary: Summary, words: Words): Block[] {
  const { ask, headline, toExamine } = summary;
  const { t } = words;
  const deadline = deadlineWords(summary, words);
  const hidden = ask.tests.length - shownMax.tests;
  const tests =
    ask.tests.length > 0 ? ask.tests.slice(0, shownMax.tests) : [t('summary.ask.noTests')];
  const where = joinRuns([
    [quiet(t('summary.ask.to')), plain(` ${ask.to}`)],
    ...(ask.why && ask.why !== headline.timeFrame
      ? [[quiet(t('summary.ask.clock')), plain(` ${ask.why}`)]]
      : []),
  ]);
  return [
    heading(2, t('summary.ask.title')),
    ...(deadline
      ? [
          {
            kind: 'paragraph' as const,
            isLarge: true,
            runs: [strong(`${t('summary.ask.by')} ${deadline}`)],
          },
        ]
      : []),
    { kind: 'list', items: tests.map((test) => ({ runs: [strong(test)] })) },
    ...(hidden > 0 ? [paragraph(quiet(t('summary.ask.moreTests', { count: hidden })))] : []),
    paragraph(...where),
    paragraph(quiet(t('summary.ask.because')), plain(` ${reasonsOf(summary, words).join('; ')}`)),
    ...(toExamine.length > 0
      ? [
          paragraph(
            quiet(t('summary.ask.examine')),
            plain(
              ` ${toExamine
                .slice(0, shownMax.examine)
                .map(({ label }) => label)
                .join('; ')}`,
            ),
          ),
        ]
      : []),
  ];
}

/** What set the urgency, the first of it. */
export function reasonsOf({ headline }: Summary, { t }: Words): string[] {
  return headline.reasons
    .slice(0, shownMax.reasons)
    .map(({ text, isFloor }) => (isFloor ? t('summary.ask.floor', { text }) : text));
}

function describeFlags({ redFlags }: Summary, { t }: Words): Block[] {
  const { present, notExcluded, excluded } = redFlags;
  const openByAnswers = notExcluded.filter(({ needsExamination }) => !needsExamination);
  const openByExamination = notExcluded.length - openByAnswers.length;
  const more = (count: number, max: number): Block[] =>
    count > max ? [paragraph(quiet(t('summary.flags.more', { count: count - max })))] : [];
  const list = (items: readonly ListItem[]): Block[] =>
    items.length > 0 ? [{ kind: 'list', items }] : [];
  const said = new Set<string>();
  const presentItems = present.slice(0, shownMax.present).map(({ text, urgency, because }) => {
    const reasons = because.filter((reason) => !said.has(reason));
    for (const reason of reasons) said.add(reason);
    const notes =
      reasons.length > 0 ? [[quiet(reasons.slice(0, shownMax.because).join('; '))]] : [];
    return { urgency, runs: [strong(text)], notes };
  });
  return [
    heading(2, t('summary.flags.title')),
    {
      kind: 'columns',
      columns: [
        {
          share: 4,
          blocks: [
            heading(3, t('summary.flags.present', { count: present.length })),
            ...(present.length === 0 ? [paragraph(plain(t('summary.flags.none')))] : []),
            ...list(presentItems),
            ...more(present.length, shownMax.present),
          ],
        },
        {
          share: 3,
          blocks: [
            heading(3, t('summary.flags.notExcluded', { count: notExcluded.length })),
            ...list(
              openByAnswers
                .slice(0, shownMax.notExcluded)
                .map(({ text, urgency }) => ({ urgency, runs: [plain(text)] })),
            ),
            ...more(openByAnswers.length, shownMax.notExcluded),
            ...(openByExamination > 0
              ? [paragraph(quiet(t('summary.flags.byExamination', { count: openByExamination })))]
              : []),
          ],
        },
        {
          share: 3,
          blocks: [
            heading(3, t('summary.flags.excluded', { count: excluded.length })),
            ...list(
              excluded
                .slice(0, shownMax.excluded)
                .map(({ text, urgency }) => ({ urgency, runs: [plain(text)] })),
            ),
            ...more(excluded.length, shownMax.excluded),
          ],
        },
      ],
    },
  ];
}

function describeConditions(summary: Summary, words: Words): Block[] {
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

function describeKeyAnswers(summary: Summary, words: Words): Block[] {
  const { keyAnswers, keyUnknowns, instruments } = summary;
  const { t } = words;
  const shown = instruments.filter(({ isVariant }) => !isVariant).slice(0, shownMax.instruments);
  if (keyAnswers.length + keyUnknowns.length + instruments.length === 0) return [];
  const moreUnknowns = keyUnknowns.length - shownMax.unknowns;
  const unknowns = keyUnknowns
    .slice(0, shownMax.unknowns)
    .map(({ label }) => label)
    .join('; ');
  const more = moreUnknowns > 0 ? ` ${t('summary.answers.more', { count: moreUnknowns })}` : '';
  return [
    heading(2, t('summary.answers.key')),
    ...(keyAnswers.length > 0
      ? [
          paragraph(
            ...joinRuns(
              keyAnswers.slice(0, shownMax.answers).map((statement) => stated(statement, words)),
            ),
          ),
        ]
      : []),
    ...(keyUnknowns.length > 0
      ? [paragraph(strong(t('summary.answers.unknown')), plain(` ${unknowns}${more}`))]
      : []),
    ...(shown.length > 0
      ? [
          paragraph(
            ...joinRuns(
              shown.map(({ name, min, max, band }) => [
                quiet(`${name}: `),
                plain(
                  `${min === max ? min : t('summary.answers.range', { min, max })}${band ? ` (${band})` : ''}`,
                ),
              ]),
            ),
          ),
        ]
      : []),
  ];
}

/** Where it hurts, drawn and in words, and how it came. */
function describeLeg({ leg, timeline }: Summary, { t }: Words): Block[] {
  const unknown = t('summary.leg.unknown');
  const areas = leg.areas.map(({ name }) => name);
  const facts: [string, string][] = [
    [t('summary.leg.side'), leg.sideName ?? unknown],
    [t('summary.leg.area'), areas.length > 0 ? areas.join('; ') : unknown],
    ...timeline.map(({ label, answer }): [string, string] => [label, answer ?? unknown]),
  ];
  return [
    heading(2, t('summary.leg.title')),
    {
      kind: 'leg-map',
      marked: leg.areas.map(({ value }) => value),
      isLeft: leg.side === 'left',
      captions: {
        whole: t('site.legMap.whole'),
        back: t('site.legMap.back'),
        inner: t('site.legMap.inner'),
        outer: t('site.legMap.outer'),
        sole: t('site.legMap.sole'),
      },
      alt:
        areas.length > 0
          ? t('site.legMap.marked', { areas: areas.join(', ') })
          : t('site.legMap.nothingMarked'),
    },
    ...facts.map(([label, answer]) => paragraph(quiet(`${label}: `), plain(answer))),
  ];
}

function describeTold({ told, filledInBy }: Summary, { t }: Words): Block[] {
  // The first piece of advice says the level at length.
  const [, ...steps] = told.advice;
  return [
    heading(2, t(`summary.told.${filledInBy}`)),
    paragraph(strong(`${told.urgency}. `), plain(steps.slice(0, shownMax.steps).join(' '))),
    paragraph(
      quiet(`${t('summary.told.avoid')}: `),
      plain(told.avoid.slice(0, shownMax.avoid).join(' ')),
    ),
    paragraph(
      quiet(`${t('summary.told.safetyNet')}: `),
      plain(told.safetyNet.slice(0, shownMax.safetyNet).join(' ')),
    ),
  ];
}

export function stated(statement: Statement, words: Words): Run[] {
  return [quiet(`${statement.label}: `), plain(answerWords(statement, words))];
}
