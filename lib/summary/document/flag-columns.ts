import { shownMax } from '../shown-max';
import type { Summary } from '../summary';
import type { Words } from '../words';
import { type Block, heading, type ListItem, paragraph, plain, quiet, strong } from './document';

/** Red flags in three columns, the most urgent first; what does not fit is counted. */
export function describeFlags({ redFlags }: Summary, { t }: Words): Block[] {
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
