import { type SVGProps, useId } from 'react';
import type { Figure, FigureArea } from '@/lib/summary/leg-map/figure';

/** What makes an area operable: its role, state and handlers. */
export type AreaProps = (value: string, figure: Figure['id']) => SVGProps<SVGGElement>;

interface LegFigureProps {
  readonly figure: Figure;
  readonly caption: string;
  /** What is written where the figure tells its inner from its outer side. */
  readonly sides: { readonly inner: string; readonly outer: string };
  /** The option texts; an area that the question does not offer is not drawn. */
  readonly names: Readonly<Record<string, string>>;
  readonly marked: readonly string[];
  /** A left leg. */
  readonly mirrored: boolean;
  readonly areaProps: AreaProps | undefined;
}

/** One drawing of the leg, with the areas that are marked lit up in the accent and hatched. */
export function LegFigure(props: LegFigureProps) {
  const { figure, caption, names, marked, mirrored, areaProps } = props;
  const { x, y, width, height } = figure;
  const hatch = useId();
  const mirror = mirrored ? `matrix(-1 0 0 1 ${2 * x + width} 0)` : undefined;
  const areas = figure.areas.filter(({ value }) => value in names);
  return (
    <figure className="m-0">
      <svg
        role="group"
        aria-label={caption}
        viewBox={`${x} ${y} ${width} ${height}`}
        className="block h-auto w-full overflow-visible"
      >
        <Hatch id={hatch} />
        <g transform={mirror}>
          {areas.map((area) => (
            <Area
              key={area.value}
              area={area}
              isMarked={marked.includes(area.value)}
              hatch={hatch}
              groupProps={areaProps?.(area.value, figure.id)}
            />
          ))}
          <g className="pointer-events-none fill-none" strokeLinecap="round" strokeLinejoin="round">
            <Lines paths={figure.details} className="stroke-quiet" width={0.75} />
            <Lines paths={figure.outline} className="stroke-ink" width={1.5} />
          </g>
        </g>
        {areaProps && <Lettering {...props} />}
      </svg>
      <figcaption className="pt-1 text-center text-small text-quiet">{caption}</figcaption>
    </figure>
  );
}

/** On the map that is tapped, where it is large enough to read: inner, outer, and what a bracket means. */
function Lettering({ figure, sides, names, marked, mirrored }: LegFigureProps) {
  const { x, width } = figure;
  const placeX = (at: number) => (mirrored ? 2 * x + width - at : at);
  const labels = figure.areas.filter(({ value, handle }) => handle?.label && value in names);
  return (
    <g className="pointer-events-none fill-quiet" fontSize={width / 11} textAnchor="middle">
      {figure.sides && (
        <>
          <text x={placeX(figure.sides.inner.x)} y={figure.sides.inner.y}>
            {sides.inner}
          </text>
          <text x={placeX(figure.sides.outer.x)} y={figure.sides.outer.y}>
            {sides.outer}
          </text>
        </>
      )}
      {labels.map(({ value, handle }) => (
        <text
          key={value}
          transform={`translate(${placeX(handle?.label?.x ?? 0)} ${handle?.label?.y ?? 0}) rotate(-90)`}
          className={marked.includes(value) ? 'fill-accent font-semibold' : undefined}
        >
          {names[value]}
        </text>
      ))}
    </g>
  );
}

function Hatch({ id }: { id: string }) {
  return (
    <pattern
      id={id}
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="8" height="8" className="fill-accent/15" />
      <path d="M0 4H8" className="stroke-accent" strokeWidth="2.5" />
    </pattern>
  );
}

interface LinesProps {
  readonly paths: readonly string[];
  readonly className: string;
  readonly width: number;
}

function Lines({ paths, className, width }: LinesProps) {
  return paths.map((path) => (
    <path
      key={path}
      d={path}
      className={className}
      strokeWidth={width}
      vectorEffect="non-scaling-stroke"
    />
  ));
}

interface AreaViewProps {
  readonly area: FigureArea;
  readonly isMarked: boolean;
  readonly hatch: string;
  readonly groupProps: SVGProps<SVGGElement> | undefined;
}

function Area({ area, isMarked, hatch, groupProps }: AreaViewProps) {
  const { shape, handle } = area;
  const isTapped = groupProps !== undefined;
  const tint = isTapped ? 'fill-transparent group-hover:fill-accent/10' : 'fill-none';
  const line = isMarked ? 'stroke-accent' : 'stroke-quiet group-hover:stroke-accent';
  return (
    <g
      data-area={area.value}
      data-marked={isMarked}
      className={isTapped ? 'group cursor-pointer' : undefined}
      {...groupProps}
    >
      {(isMarked || !handle) && (
        <path
          d={shape}
          className={`${isMarked ? '' : tint} ${line} ${handle ? 'pointer-events-none' : ''}`}
          fill={isMarked ? `url(#${hatch})` : undefined}
          strokeWidth={isMarked ? 2 : 1}
          strokeDasharray={isMarked ? undefined : '1.5 2.5'}
          vectorEffect="non-scaling-stroke"
        />
      )}
      {handle && (isTapped || isMarked) && (
        <>
          <path
            d={handle.path}
            className={`fill-none ${line}`}
            strokeWidth={isMarked ? 2 : 1.25}
            strokeDasharray={handle.dashed && '5 3'}
            vectorEffect="non-scaling-stroke"
          />
          <path
            d={handle.path}
            className="fill-none stroke-transparent"
            strokeWidth="26"
            pointerEvents="stroke"
          />
        </>
      )}
    </g>
  );
}
