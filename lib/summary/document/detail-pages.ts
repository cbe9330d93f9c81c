import type { Urgency } from '../../triage/schema';
import type { Summary, SummaryChange } from '../summary';
import type { Words } from '../words';
import { describeConclusion, hasLongProse } from './conclusion-blocks';
import { listConditions } from './condition-blocks';
import {
  type Block,
  bullets,
  heading,
  paragraph,
  plain,
  quiet,
  strong,
  type Table,
} from './document';
import { joinRuns } from './runs';
import { leastShown } from './shown';
import { answerWords } from './statement-words';

/** The rest: every flag, what would change the result, every answer and score, all that was told. */
export function detailPages(summary: Summary, words: Words): Block[] {
  return [
    heading(1, words.t('summary.detail.title')),
    ...(hasLongProse(summary.conclusion, leastShown.prose)
      ? describeConclusion(summary, words)
      : []),
    ...describeRequests(summary, words),
    ...describeAllFlags(summary, words),
    ...describeChanges(summary, words),
    heading(2, words.t('summary.conditions.title')),
    ...listConditions(summary.outcome === 'assessed' ? summary.conditions : [], words),
    paragraph(quiet(words.t('summary.conditions.key'))),
    ...describeAnswers(summary, words),
    ...describeInstruments(summary, words),
    ...describeToldInFull(summary, words),
  ];
}

function describeRequests({ ask, toExamine }: Summary, { t }: Words): Block[] {
  const { tests, notTests, therapy, practiceBasis } = ask;
  const basis = practiceBasis
    ? [paragraph(quiet(t(`summary.detail.practiceBasis.${practiceBasis}`)))]
    : [];
  return [
    ...(tests.length > leastShown.otherTests
      ? [heading(2, t('summary.detail.tests')), ...bullets(tests)]
      : []),
    ...(toExamine.length > leastShown.examine
      ? [
          heading(2, t('summary.detail.examine')),
          paragraph(plain(toExamine.map(({ label }) => label).join('; '))),
        ]
      : []),
    ...(notTests.length > 0
      ? [heading(2, t('summary.detail.notTests')), ...bullets(notTests), ...basis]
      : []),
    ...(therapy
      ? [heading(2, t('summary.detail.therapy')), paragraph(plain(therapy)), ...basis]
      : []),
  ];
}

function describeAllFlags({ redFlags, levels }: Summary, { t }: Words): Block[] {
  const { present, notExcluded, excluded } = redFlags;
  const nameOf = (urgency: Urgency) =>
    levels.find((level) => level.urgency === urgency)?.name ?? '';
  const flagTable = (
    last: string,
    flags: readonly { text: string; urgency: Urgency; note: string }[],
  ): Table => ({
    kind: 'table',
    columns: [
      { title: t('documents.table.flag'), share: 36 },
      { title: t('documents.table.level'), share: 15 },
      { title: last, share: 49 },
    ],
    rows: flags.map(({ text, urgency, note }) => ({
      urgency,
      cells: [text, nameOf(urgency), note],
    })),
  });
  const presentRows = present.map(({ text, urgency, action, because }) => ({
    text,
    urgency,
    note: because.length > 0 ? `${action} (${because.join('; ')})` : action,
  }));
  const openRows = notExcluded.map(({ text, urgency, settledBy }) => ({
    text,
    urgency,
    note: settledBy.join('; '),
  }));
  return [
    heading(2, t('summary.flags.title')),
    heading(3, t('summary.flags.present', { count: present.length })),
    ...(present.length > 0
      ? [flagTable(t('documents.table.action'), presentRows)]
      : [paragraph(plain(t('summary.flags.none')))]),
    heading(3, t('summary.flags.notExcluded', { count: notExcluded.length })),
    ...(notExcluded.length > 0
      ? [flagTable(t('documents.table.settledBy'), openRows)]
      : [paragraph(plain(t('summary.flags.none')))]),
    heading(3, t('summary.flags.excluded', { count: excluded.length })),
    paragraph(plain(excluded.map(({ text }) => text).join('; ') || t('summary.flags.none'))),
  ];
}

function describeChanges({ changes }: Summary, { t }: Words): Block[] {
  const when = (change: SummaryChange) =>
    change.when
      .map(({ label, answers }) => `${label}: ${answers.join(t('summary.changes.or'))}`)
      .join(t('summary.changes.and'));
  const rows = changes.map((change) => ({
    urgency: change.level.urgency,
    cells: [when(change), change.level.name, change.first ?? t('documents.table.sameFirst')],
  }));
  return [
    heading(2, t('summary.changes.title')),
    ...(rows.length === 0
      ? [paragraph(plain(t('summary.changes.none')))]
      : [
          {
            kind: 'table' as const,
            columns: [
              { title: t('documents.table.if'), share: 58 },
              { title: t('documents.table.level'), share: 16 },
              { title: t('documents.table.first'), share: 26 },
            ],
            rows,
          },
        ]),
  ];
}

function describeAnswers({ answers }: Summary, words: Words): Block[] {
  const { t } = words;
  return [
    heading(2, t('summary.detail.answers')),
    ...answers.flatMap(({ name, statements }): Block[] => [
      heading(3, name),
      {
        kind: 'table',
        columns: [
          { title: t('documents.table.question'), share: 40 },
          { title: t('documents.table.answer'), share: 60 },
        ],
        rows: statements.map((statement) => ({
          cells: [statement.label, answerWords(statement, words)],
        })),
      },
    ]),
  ];
}

function describeInstruments({ instruments }: Summary, { t }: Words): Block[] {
  const items = instruments.map(({ name, min, max, band, unknownItems }) => ({
    runs: [
      strong(`${name}: `),
      plain(
        `${min === max ? min : t('summary.detail.range', { min, max })}${band ? ` (${band})` : ''}`,
      ),
      ...(unknownItems.length > 0
        ? [quiet(` ${t('summary.detail.unknownItems', { items: unknownItems.join('; ') })}`)]
        : []),
    ],
  }));
  return [
    heading(2, t('summary.detail.instruments')),
    items.length > 0
      ? { kind: 'list', items }
      : paragraph(plain(t('summary.detail.noInstruments'))),
  ];
}

function describeToldInFull({ told, filledInBy }: Summary, { t }: Words): Block[] {
  return [
    heading(2, t(`summary.told.${filledInBy}`)),
    ...(['advice', 'avoid', 'safetyNet'] as const).flatMap((part) =>
      told[part].length > 0 ? [heading(3, t(`summary.told.${part}`)), ...bullets(told[part])] : [],
    ),
    ...(told.rehabilitation.length > 0
      ? [
          heading(3, t('summary.told.rehabilitation')),
          paragraph(
            ...joinRuns(
              told.rehabilitation.map(({ name, status }) => [
                quiet(`${name}: `),
                plain(t(`knowledge.rehabilitation.statuses.${status}`)),
              ]),
            ),
          ),
        ]
      : []),
    ...(told.recovery
      ? [heading(3, t('summary.told.recovery')), paragraph(plain(told.recovery))]
      : []),
  ];
}
