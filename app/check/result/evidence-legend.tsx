import { useTranslations } from 'next-intl';

/** How to read the bars of evidence. */
export function EvidenceLegend() {
  const t = useTranslations('result.legend');
  return (
    <p className="mb-4 flex flex-wrap gap-x-6 gap-y-1 text-small text-quiet">
      <span>{t('sides')}</span>
      <span className="inline-flex items-center gap-2">
        <span
          aria-hidden="true"
          className="inline-block h-2.5 w-6 border-[1.5px] border-accent bg-accent [print-color-adjust:exact]"
        />
        {t('published')}
      </span>
      <span className="inline-flex items-center gap-2">
        <span aria-hidden="true" className="inline-block h-2.5 w-6 border-[1.5px] border-accent" />
        {t('consensus')}
      </span>
      <span className="inline-flex items-center gap-2">
        <svg
          aria-hidden="true"
          width="24"
          height="10"
          className="stroke-quiet"
          fill="none"
          strokeWidth="1.5"
        >
          <path d="M.75.75h22.5v8.5H.75zM2 9 8 1M8 9l6-8M14 9l6-8M20 9l3-4" />
        </svg>
        {t('open')}
      </span>
    </p>
  );
}
