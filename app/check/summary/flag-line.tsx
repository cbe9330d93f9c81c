import { UrgencyShape } from '@/app/components/urgency-mark';
import type { Urgency } from '@/lib/triage/schema';
import styles from './provider-summary.module.css';

interface FlagLineProps {
  readonly text: string;
  readonly urgency: Urgency;
  /** Why it is there, or what would settle it. */
  readonly note?: string;
}

/** One red flag, with the shape of its urgency. */
export function FlagLine({ text, urgency, note }: FlagLineProps) {
  return (
    <li className={styles.flag}>
      <UrgencyShape urgency={urgency} size={8} />
      <span>
        {text}
        {note && <span className={styles.note}> {note}</span>}
      </span>
    </li>
  );
}
