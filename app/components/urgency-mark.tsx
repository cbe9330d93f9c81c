import type { Urgency } from '@/lib/triage/schema';

const sizes = {
  small: { text: 'text-small font-semibold', shape: 18, segments: 36, gap: 'gap-x-1.5' },
  medium: { text: 'text-lead font-semibold', shape: 26, segments: 60, gap: 'gap-x-2' },
  large: { text: 'text-display font-bold', shape: 44, segments: 108, gap: 'gap-x-3' },
} as const;

const marks: Record<Urgency, { colour: string; filled: number }> = {
  'emergency-now': { colour: 'text-urgency-emergency-now', filled: 6 },
  'same-day': { colour: 'text-urgency-same-day', filled: 5 },
  'within-72h': { colour: 'text-urgency-within-72h', filled: 4 },
  'within-2-weeks': { colour: 'text-urgency-within-2-weeks', filled: 3 },
  'routine-pt': { colour: 'text-urgency-routine-pt', filled: 2 },
  'self-care': { colour: 'text-urgency-self-care', filled: 1 },
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
  const { colour, filled } = marks[urgency];
  return (
    <span
      className={`inline-flex flex-wrap items-center gap-y-1 ${gap} ${text} ${plain ? '' : colour}`}
      data-urgency={urgency}
    >
      <UrgencyShape urgency={urgency} size={shape} />
      <span>{name}</span>
      <UrgencySegments filled={filled} width={segments} />
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
      {drawShape(urgency)}
    </svg>
  );
}

function drawShape(urgency: Urgency) {
  switch (urgency) {
    case 'emergency-now':
      return <path d="M7.6 1.5h8.8l6.1 6.1v8.8l-6.1 6.1H7.6l-6.1-6.1V7.6z" />;
    case 'same-day':
      return <path d="M12 2 23 21.5H1z" />;
    case 'within-72h':
      return <path d="M12 1 23 12 12 23 1 12z" />;
    case 'within-2-weeks':
      return <path d="M3 3h18v18H3z" />;
    case 'routine-pt':
      return <circle cx="12" cy="12" r="10" />;
    case 'self-care':
      return (
        <circle cx="12" cy="12" r="8.25" fill="none" stroke="currentColor" strokeWidth="3.5" />
      );
  }
}

const segmentPlaces = [0, 1, 2, 3, 4, 5];

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
