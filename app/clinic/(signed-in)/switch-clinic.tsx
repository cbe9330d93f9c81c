'use client';

import { useTranslations } from 'next-intl';
import type { Membership } from '@/lib/clinic/memberships';
import { changeClinicOfSession } from './account/actions';

interface SwitchClinicProps {
  readonly memberships: readonly Membership[];
  readonly clinicId: string;
}

/** For who works in several clinics: which one this session is for. */
export function SwitchClinic({ memberships, clinicId }: SwitchClinicProps) {
  const t = useTranslations('account.navigation');
  return (
    <form action={changeClinicOfSession} className="flex items-center gap-2">
      <label htmlFor="clinic-of-session" className="sr-only">
        {t('clinic')}
      </label>
      <select
        id="clinic-of-session"
        name="clinicId"
        defaultValue={clinicId}
        className="min-h-8 rounded-small border border-line bg-paper px-1"
      >
        {memberships.map((one) => (
          <option key={one.clinicId} value={one.clinicId}>
            {one.clinicName}
          </option>
        ))}
      </select>
      <button type="submit" className="min-h-8 text-accent underline">
        {t('switch')}
      </button>
    </form>
  );
}
