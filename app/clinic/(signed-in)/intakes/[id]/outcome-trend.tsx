import { useTranslations } from 'next-intl';
import type { OutcomeLine } from '@/lib/clinic/outcomes';
import { layTrend } from '@/lib/clinic/trend';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';

interface OutcomeTrendProps {
  readonly item: KnowledgeBase['followUp']['items'][number] & { readonly title: string };
  readonly series: readonly OutcomeLine[];
  readonly expected: { readonly from: Date; readonly to: Date } | null;
}

const width = 260;
const height = 110;
const margin = { left: 24, top: 8, right: 8, bottom: 22 };

/** One outcome over the weeks, against the usual recovery; the table beside it says the same in figures. */
export function OutcomeTrend({ item, series, expected }: OutcomeTrendProps) {
  const t = useTranslations('followUp');
  const { id, title, minimum, maximum, better } = item;
  const points = series.flatMap(({ at, values }) => {
    const value = values[id];
    return value === undefined ? [] : [{ at, value }];
  });
  if (points.length === 0) return null;
  const trend = layTrend({ points, minimum, maximum, better, expected, width, height });
  const path = (corners: readonly { readonly x: number; readonly y: number }[]) =>
    corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const weeks = Math.ceil(trend.weeksShown);
  return (
    <figure className="max-w-80">
      <figcaption className="text-small font-semibold">{title}</figcaption>
      <svg
        role="img"
        aria-label={t('trend', { title, values: points.map(({ value }) => value).join(', ') })}
        viewBox={`0 0 ${width + margin.left + margin.right} ${height + margin.top + margin.bottom}`}
        className="w-full text-ink"
        fontSize="11"
      >
        <g transform={`translate(${margin.left} ${margin.top})`}>
          {trend.band && <polygon points={path(trend.band)} className="fill-accent opacity-20" />}
          <path d={`M0 0V${height}H${width}`} className="fill-none stroke-quiet" strokeWidth="1" />
          <polyline
            points={path(trend.points)}
            className="fill-none stroke-ink"
            strokeWidth="1.5"
          />
          {trend.points.map(({ x, y }) => (
            <circle key={`${x} ${y}`} cx={x} cy={y} r="3.5" className="fill-ink" />
          ))}
          <text x="-6" y="8" textAnchor="end" fill="currentColor">
            {maximum}
          </text>
          <text x="-6" y={height} textAnchor="end" fill="currentColor">
            {minimum}
          </text>
          <text x="0" y={height + 16} fill="currentColor">
            {t('begin')}
          </text>
          <text x={width} y={height + 16} textAnchor="end" fill="currentColor">
            {t('weeks', { count: weeks })}
          </text>
        </g>
      </svg>
      {trend.band && <p className="text-small text-quiet">{t('band')}</p>}
    </figure>
  );
}
