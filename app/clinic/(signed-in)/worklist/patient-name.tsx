import { useTranslations } from 'next-intl';
import type { WorklistRow } from '@/lib/clinic/worklist';

interface PatientNameProps {
  readonly patient: WorklistRow['patient'];
  readonly isUnread: boolean;
  readonly now: Date;
}

/** Who it is and how old; a dot, in words too, while nobody has read it. */
export function PatientName({ patient, isUnread, now }: PatientNameProps) {
  const t = useTranslations('worklist');
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <span className={`truncate ${isUnread ? 'font-semibold' : ''}`}>
        {isUnread && (
          <>
            <svg
              aria-hidden="true"
              width="9"
              height="9"
              viewBox="0 0 9 9"
              className="mr-1.5 inline fill-accent"
            >
              <circle cx="4.5" cy="4.5" r="4.5" />
            </svg>
            <span className="sr-only">{t('unread')} </span>
          </>
        )}
        {patient?.name ?? t('noName')}
      </span>
      {patient?.dateOfBirth && (
        <span className="text-small whitespace-nowrap text-quiet">
          {t('years', { age: ageOf(patient.dateOfBirth, now) })}
        </span>
      )}
    </span>
  );
}

function ageOf(born: Date, now: Date): number {
  const years = now.getUTCFullYear() - born.getUTCFullYear();
  const hadBirthday =
    now.getUTCMonth() > born.getUTCMonth() ||
    (now.getUTCMonth() === born.getUTCMonth() && now.getUTCDate() >= born.getUTCDate());
  return hadBirthday ? years : years - 1;
}
