import { sheetContent } from '../sheet-content';
import type { Summary } from '../summary';
import type { Words } from '../words';
import { type Block, bullets, heading, paragraph, plain, quiet, strong } from './document';
import { verificationBlock } from './verification-block';

/** What somebody takes home; at the foot a part to tear off and hand over. */
export function patientSheet(summary: Summary, words: Words, origin: string): Block[] {
  const { title, level, lead, parts, disclaimer, tearOff } = sheetContent(summary, words);
  return [
    heading(1, title),
    {
      kind: 'urgency',
      urgency: summary.headline.urgency,
      name: level,
      lines: lead.map((text, place) => [place === 0 ? strong(text) : plain(text)]),
    },
    ...parts.flatMap((part) => [heading(2, part.title), ...bullets(part.texts)]),
    paragraph(quiet(disclaimer)),
    { kind: 'cut', label: tearOff.cut },
    {
      kind: 'columns',
      columns: [
        {
          share: 3,
          blocks: [
            heading(2, tearOff.title),
            ...tearOff.facts.map(({ label, text }) => paragraph(quiet(`${label}: `), plain(text))),
          ],
        },
        { share: 2, blocks: verificationBlock(summary, words, origin) },
      ],
    },
  ];
}
