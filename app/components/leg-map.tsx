import { useTranslations } from 'next-intl';
import type { Figure } from '@/lib/summary/leg-map/figure';
import { figures, figuresShowing } from '@/lib/summary/leg-map/figures';
import { type AreaProps, LegFigure } from './leg-map/leg-figure';

const columns: Record<Figure['id'], string> = {
  whole: 'col-span-9',
  back: 'col-span-10',
  sole: 'col-span-5',
  inner: 'col-span-12',
  outer: 'col-span-12',
};

interface LegMapProps {
  /** The options of the question `pain-location` that are marked. */
  readonly marked: readonly string[];
  /** The texts of its options, by value. */
  readonly names: Readonly<Record<string, string>>;
  /** The answer to `side`; the drawing is of a right leg unless it is `left`. */
  readonly side?: string | undefined;
}

/** To be looked at: only the figures that show what is marked, in one row. */
export function LegMap({ marked, names, side }: LegMapProps) {
  const t = useTranslations('site.legMap');
  const shown = marked.filter((value) => value in names);
  const label =
    shown.length > 0
      ? t('marked', { areas: shown.map((value) => names[value]).join(', ') })
      : t('nothingMarked');
  return (
    <div role="img" aria-label={label} className="flex items-end gap-[4%]">
      {figuresShowing(shown).map((figure) => (
        <div key={figure.id} style={{ flex: `${figure.width} 1 0` }}>
          <LegFigure
            figure={figure}
            caption={t(figure.id)}
            sides={{ inner: t('innerMark'), outer: t('outerMark') }}
            names={names}
            marked={shown}
            mirrored={side === 'left'}
            areaProps={undefined}
          />
        </div>
      ))}
    </div>
  );
}

/** To be tapped: every figure, each area with the properties that make it operable. */
export function LegMapFigures({ areaProps, ...props }: LegMapProps & { areaProps: AreaProps }) {
  const t = useTranslations('site.legMap');
  return (
    <div className="grid grid-cols-24 items-end gap-x-3 gap-y-4">
      {figures.map((figure) => (
        <div key={figure.id} className={columns[figure.id]}>
          <LegFigure
            figure={figure}
            caption={t(figure.id)}
            sides={{ inner: t('innerMark'), outer: t('outerMark') }}
            names={props.names}
            marked={props.marked}
            mirrored={props.side === 'left'}
            areaProps={areaProps}
          />
        </div>
      ))}
    </div>
  );
}
