import { useTranslations } from 'next-intl';
import type { Source } from '@/lib/triage/knowledge-base';
import { CiterLink } from './citer-link';
import type { Citer } from './find-citers';

interface SourceEntryProps {
  readonly id: string;
  readonly source: Source;
  readonly citers: readonly Citer[];
}

/** One source. */
export function SourceEntry({ id, source, citers }: SourceEntryProps) {
  const t = useTranslations('knowledge.sources');
  const { citation, year, url, doi, population, verified, note } = source;
  return (
    <article id={id} className="border-t border-line py-4">
      <h2 className="measure text-body">
        {citation}
        {year !== undefined && !citation.includes(String(year)) && ` (${year})`}
      </h2>
      <div className="mt-1 grid gap-x-10 gap-y-2 md:grid-cols-2">
        <div className="measure grid content-start gap-1 text-small">
          {url && (
            <a href={url} rel="noreferrer" className="break-all">
              {url}
            </a>
          )}
          {doi && (
            <a href={`https://doi.org/${doi}`} rel="noreferrer" className="break-all">
              {t('doi', { doi })}
            </a>
          )}
          {population && <p>{t('population', { population })}</p>}
          <p>{t(`verified.${verified}`)}</p>
          {note && <p className="text-quiet">{note}</p>}
        </div>
        <details className="text-small">
          <summary className="min-h-8 py-1">{t('citedBy', { count: citers.length })}</summary>
          <ul className="grid gap-1 pt-1 pl-5">
            {citers.map((citer) => (
              <li key={`${citer.room}/${citer.id}`}>
                <CiterLink citer={citer} />
              </li>
            ))}
          </ul>
        </details>
      </div>
    </article>
  );
}
