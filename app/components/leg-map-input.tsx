'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import { figures } from '@/lib/summary/leg-map/figures';
import { LegMapFigures } from './leg-map';
import type { AreaProps } from './leg-map/leg-figure';

interface LegMapInputProps {
  readonly names: Readonly<Record<string, string>>;
  readonly marked: readonly string[];
  readonly side: string | undefined;
  readonly onToggle: (value: string) => void;
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/**
 * The leg map as a second way to tick the options of the list beside it. One stop of the Tab key;
 * the arrow keys go from area to area. An area in two figures is one checkbox, in the first.
 */
export function LegMapInput({ names, marked, side, onToggle }: LegMapInputProps) {
  const t = useTranslations('site.legMap');
  const places = findPlaces(names);
  const [current, setCurrent] = useState(places[0]?.value);
  const [pointed, setPointed] = useState<string>();
  const map = useRef<HTMLDivElement>(null);

  function handleKey(event: KeyboardEvent, value: string) {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      onToggle(value);
    }
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = places.findIndex((place) => place.value === value);
    const next = places[(at + step + places.length) % places.length]?.value;
    map.current?.querySelector<SVGGElement>(`[role="checkbox"][data-area="${next}"]`)?.focus();
  }

  const areaProps: AreaProps = (value, figure) => {
    const pointer = {
      onClick: () => onToggle(value),
      onPointerEnter: () => setPointed(value),
      onPointerLeave: () => setPointed(undefined),
    };
    if (!places.some((place) => place.value === value && place.figure === figure)) {
      return { ...pointer, 'aria-hidden': true };
    }
    return {
      ...pointer,
      role: 'checkbox',
      'aria-checked': marked.includes(value),
      'aria-label': names[value],
      tabIndex: value === current ? 0 : -1,
      onKeyDown: (event) => handleKey(event, value),
      onFocus: () => {
        setCurrent(value);
        setPointed(value);
      },
      onBlur: () => setPointed(undefined),
    };
  };

  return (
    <div ref={map} role="group" aria-label={t('label')}>
      <LegMapFigures names={names} marked={marked} side={side} areaProps={areaProps} />
      {/* Two lines, written or not: a map that moves under the pointer would flicker. */}
      <p
        aria-hidden="true"
        className="mt-2 h-12 overflow-hidden text-center text-small font-semibold"
      >
        {pointed && names[pointed]}
      </p>
    </div>
  );
}

/** Each area once, with the figure that carries its checkbox. */
function findPlaces(names: Readonly<Record<string, string>>) {
  const places: { value: string; figure: string }[] = [];
  for (const { id, areas } of figures) {
    for (const { value } of areas) {
      const isKnown = places.some((place) => place.value === value);
      if (value in names && !isKnown) places.push({ value, figure: id });
    }
  }
  return places;
}
