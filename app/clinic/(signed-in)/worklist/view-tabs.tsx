import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { countMax, frontDeskViews, type WorklistAsked } from '@/lib/clinic/worklist';
import { type View, views } from '@/lib/clinic/worklist-orders';
import { addressOf } from './asked';

interface ViewTabsProps {
  readonly asked: WorklistAsked;
  readonly counts: Readonly<Partial<Record<View, number>>>;
  readonly isClinical: boolean;
}

/** The views of the list, each with how many stand in it. */
export function ViewTabs({ asked, counts, isClinical }: ViewTabsProps) {
  const t = useTranslations('worklist');
  return (
    <nav aria-label={t('viewsLabel')} className="border-b border-line">
      <ul className="flex flex-wrap gap-x-6">
        {(isClinical ? views : frontDeskViews).map((view) => {
          const count = counts[view];
          return (
            <li key={view}>
              <Link
                href={addressOf({ view })}
                aria-current={view === asked.view ? 'page' : undefined}
                className="flex min-h-11 items-center gap-1.5 border-b-3 border-transparent no-underline aria-[current]:border-accent aria-[current]:font-semibold"
              >
                {t(`views.${view}`)}
                {count !== undefined && (
                  <span className="text-small text-quiet tabular-nums">
                    {count < countMax ? count : t('many', { count: countMax - 1 })}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
