/** Assessment -> what stands in the output: a line of JSON whole or in excerpts, or of CSV. */
import type { Assessment } from '@/lib/triage/assessment';
import { excerptOf, openDangers } from './excerpt';

export type OutputForm = 'excerpt' | 'full' | 'csv';

const csvColumns: Readonly<Record<string, (assessment: Assessment, row: number) => string>> = {
  id: ({ id }) => quoted(id ?? ''),
  row: (_, row) => String(row),
  audience: ({ audience }) => audience,
  scope: ({ scope }) => scope,
  urgency: ({ urgency }) => urgency,
  urgency_ceiling: ({ urgencyCeiling }) => urgencyCeiling,
  first_condition: ({ ranking }) => ranking[0]?.condition ?? '',
  likelihood: ({ ranking }) => ranking[0]?.likelihood ?? '',
  red_flags: ({ redFlags }) => redFlags.map(({ id }) => id).join(';'),
  not_excluded: (assessment) =>
    openDangers(assessment)
      .map(({ id }) => id)
      .join(';'),
  referral_condition: ({ referral }) => referral.condition ?? '',
  deadline: ({ referral }) => referral.clock?.deadline ?? '',
  assessed_at: ({ assessedAt }) => assessedAt,
  knowledge_base: ({ knowledgeBase }) => knowledgeBase.hash,
};
const csvCells = Object.values(csvColumns);

/** What an output begins with. */
export function headerOf(form: OutputForm): string {
  return form === 'csv' ? `${Object.keys(csvColumns).join(',')}\n` : '';
}

/** One line, with its end. */
export function lineOf(form: OutputForm, assessment: Assessment, row: number): string {
  switch (form) {
    case 'excerpt':
      return `${JSON.stringify(excerptOf(assessment, row))}\n`;
    case 'full':
      return `${JSON.stringify(assessment)}\n`;
    case 'csv':
      return `${csvCells.map((cell) => cell(assessment, row)).join(',')}\n`;
  }
}

function quoted(text: string): string {
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
