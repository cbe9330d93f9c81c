'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Submit } from '@/app/components/forms/submit';
import type { MemberLine } from '@/lib/clinic/members';
import { roles } from '@/lib/clinic/roles';
import { change } from './actions';

interface MemberRowProps {
  readonly member: MemberLine;
  readonly isSelf: boolean;
}

/** One member, and the way to give them another role or none. */
export function MemberRow({ member, isSelf }: MemberRowProps) {
  const t = useTranslations('members');
  const { id, name, email, role } = member;
  const [state, act] = useActionState(change.bind(null, id), null);
  return (
    <li className="border-t border-line py-3">
      <form action={act} className="flex flex-wrap items-center justify-between gap-3">
        <p>
          <span className="font-semibold">{name}</span>
          {isSelf && ` ${t('self')}`}
          <span className="block text-small text-quiet">{email}</span>
        </p>
        <p className="flex items-center gap-3">
          <label className="sr-only" htmlFor={`role-${id}`}>
            {t('roleOf', { name })}
          </label>
          <select
            id={`role-${id}`}
            name="role"
            defaultValue={role}
            className="min-h-12 rounded-small border border-quiet bg-paper px-3"
          >
            {roles.map((one) => (
              <option key={one} value={one}>
                {t(`roles.${one}`)}
              </option>
            ))}
            <option value="remove">{t('remove')}</option>
          </select>
          <Submit quiet>{t('change')}</Submit>
        </p>
      </form>
      <p role="alert" className="text-small font-semibold">
        {state && t(`changed.${state}`)}
      </p>
    </li>
  );
}
