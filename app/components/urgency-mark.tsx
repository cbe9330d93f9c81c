import { segmentCount, urgencyShapes } from '@/lib/summary/urgency-shape';
import type { Urgency } from '@/lib/triage/schema';

const sizes = {
  small: { text: 'text-small font-semibold', shape: 18, segments: 36, gap: 'gap-x-1.5' },
  medium: { text: 'text-lead font-semibold', shape: 26, segments: 60, gap: 'gap-x-2' },
  large: { text: 'text-display font-bold', shape: 44, segments: 108, gap: 'gap-x-3' },
} as const;

const colours: Record<Urgency, string> = {
  'emergency-now': 'text-urgency-emergency-now',
  'same-day': 'text-urgency-same-day',
  'within-72h': 'text-urgency-within-72h',
  'within-2-weeks': 'text-urgency-within-2-weeks',
  'routine-pt': 'text-urgency-routine-pt',
  'self-care': 'text-urgency-self-care',
};

interface UrgencyMarkProps {
  urgency: Urgency;
  /** The level in words, from the knowledge base. */
  name: string;
  size?: keyof typeof sizes;
  /** In the colour of the text around it, e.g. on the filled top of an emergency. */
  plain?: boolean;
}

/** An urgency level as shape, word and six segments; the colour is only the fourth sign. */
export function UrgencyMark({ urgency, name, size = 'medium', plain = false }: UrgencyMarkProps) {
  const { text, shape, segments, gap } = sizes[size];
  return (
    <span
      className={`inline-flex flex-wrap items-center gap-y-1 ${gap} ${text} ${plain ? '' : colours[urgency]}`}
      data-urgency={urgency}
    >
      <UrgencyShape urgency={urgency} size={shape} />
      <span>{name}</span>
      <UrgencySegments filled={urgencyShapes[urgency].filled} width={segments} />
    </span>
  );
}

/** The shape alone, in the current colour: for a table that says the word elsewhere. */
export function UrgencyShape({ urgency, size }: { urgency: Urgency; size: number }) {
  return (
    <svg
      aria-hidden="true"
      className="shrink-0"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="currentColor"
    >
      <path d={urgencyShapes[urgency].path} fillRule="evenodd" />
    </svg>
  );
}

const segmentPlaces = Array.from({ length: segmentCount }, (_, place) => place);

function UrgencySegments({ filled, width }: { filled: number; width: number }) {
  return (
    <svg
      aria-hidden="true"
      className="shrink-0"
      width={width}
      height={width / 6}
      viewBox="0 0 60 10"
      fill="none"
      stroke="currentColor"
    >
      {segmentPlaces.map((place) => (
        <rect
          key={place}
          x={place * 10 + 1}
          y="1.5"
          width="7"
          height="7"
          fill={place < filled ? 'currentColor' : 'none'}
        />
      ))}
    </svg>
  );
}
