import { shownMax } from '@/lib/summary/shown-max';
import type { RedFlagColumns } from '@/lib/summary/summary';
import { FlagLine } from './flag-line';
import styles from './provider-summary.module.css';

interface PresentFlagsProps {
  readonly flags: RedFlagColumns['present'];
}

/** The red flags that are present, each with the answers behind it; an answer is said once. */
export function PresentFlags({ flags }: PresentFlagsProps) {
  return (
    <ul className={styles.present}>
      {flags.map(({ id, text, urgency, because }, place) => {
        const said = new Set(flags.slice(0, place).flatMap((flag) => flag.because));
        const reasons = because.filter((reason) => !said.has(reason)).slice(0, shownMax.because);
        return <FlagLine key={id} text={text} urgency={urgency} note={reasons.join('; ')} />;
      })}
    </ul>
  );
}
