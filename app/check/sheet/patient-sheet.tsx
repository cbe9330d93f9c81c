'use client';

import { UrgencyMark } from '@/app/components/urgency-mark';
import { useWords } from '@/app/components/use-words';
import { sheetContent } from '@/lib/summary/sheet-content';
import type { Summary } from '@/lib/summary/summary';
import { VerificationMark } from '../summary/verification-mark';
import styles from './patient-sheet.module.css';

/** What to do, what not to do, when to get help sooner; at the foot a part for the provider. */
export function PatientSheet({ summary }: { summary: Summary }) {
  const { title, level, lead, parts, disclaimer, tearOff } = sheetContent(summary, useWords());
  return (
    <article className={styles.sheet}>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.frame}>
        <p>
          <UrgencyMark urgency={summary.headline.urgency} name={level} size="medium" />
        </p>
        {lead.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {parts.map((part) => (
        <section key={part.title} aria-label={part.title}>
          <h2 className={styles.heading}>{part.title}</h2>
          <ul className={styles.list}>
            {part.texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      ))}
      <p>{disclaimer}</p>
      <section aria-label={tearOff.title} className={styles.tearOff}>
        <p className={styles.cut}>{tearOff.cut}</p>
        <div className={styles.columns}>
          <div>
            <h2 className={styles.heading}>{tearOff.title}</h2>
            <dl className={styles.facts}>
              {tearOff.facts.map(({ label, text }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </div>
          <VerificationMark summary={summary} />
        </div>
      </section>
    </article>
  );
}
