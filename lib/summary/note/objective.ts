import type { Summary } from '../summary';
import type { Words } from '../words';
import { type Part, stated } from './part';

/** What an examination found, or that there was none. */
export function objective({ answers }: Summary, { t }: Words): Part[] {
  const findings = answers
    .filter(({ isExamination }) => isExamination)
    .flatMap(({ statements }) => statements.flatMap(stated));
  if (findings.length === 0) return [{ section: 'O', text: t('note.notExamined') }];
  return [
    { section: 'O', text: t('note.examined') },
    { section: 'O', text: findings.join('; '), leaveOut: 9, name: t('note.findings') },
  ];
}
