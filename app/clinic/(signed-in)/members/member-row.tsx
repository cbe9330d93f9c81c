'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useActionState, useRef } from 'react';
import { ConfirmDialog } from '@/app/components/confirm-dialog';
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
  const { id, name, email, role, keys } = member;
  const [state, act] = useActionState(change.bind(null, id), null);
  const form = useRef<HTMLFormElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const isConfirmed = useRef(false);

  function askFirst(event: FormEvent<HTMLFormElement>) {
    const isRemoval = new FormData(event.currentTarget).get('role') === 'remove';
    if (isRemoval && !isConfirmed.current) {
      event.preventDefault();
      dialog.current?.showModal();
    }
    isConfirmed.current = false;
  }

  function remove() {
    isConfirmed.current = true;
    form.current?.requestSubmit();
  }

  return (
    <li className="border-t border-line py-3">
      <form
        ref={form}
        action={act}
        onSubmit={askFirst}
        className="flex flex-wrap items-center justify-between gap-3"
      >
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
      <ConfirmDialog
        ref={dialog}
        question={t('removeQuestion', { name })}
        confirm={t('removeConfirm')}
        keep={t('keep')}
        onConfirm={remove}
      >
        <p>{t('removeConsequence')}</p>
        {keys.length > 0 && (
          <p className="mt-2">{t('removeKeys', { count: keys.length, labels: keys.join(', ') })}</p>
        )}
      </ConfirmDialog>
      <p role="alert" className="text-small font-semibold">
        {state && t(`changed.${state}`)}
      </p>
    </li>
  );
}
