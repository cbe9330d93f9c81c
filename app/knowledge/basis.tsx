import { useTranslations } from 'next-intl';

/** Published or consensus: never shown alike, in words or in form. */
export function Basis({ basis }: { basis: 'published' | 'consensus' }) {
  const t = useTranslations('knowledge.basis');
  const form =
    basis === 'published'
      ? 'border-accent bg-accent text-paper print:bg-paper print:text-ink'
      : 'border-dashed border-quiet text-quiet';
  return (
    <span className={`inline-block rounded-small border px-1.5 text-small leading-snug ${form}`}>
      {t(basis)}
    </span>
  );
}
