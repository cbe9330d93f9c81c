'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { Submit } from '@/app/components/forms/submit';
import { TextInput } from '@/app/components/forms/text-input';
import type { InviteeNamed } from '@/lib/clinic/invitee';
import type { Clinic } from '@/lib/clinic/read-clinic';
import { type InviteField, type InviteState, invite } from './actions';
import { AppointmentSlip } from './appointment-slip';

interface InviteFormProps {
  readonly clinic: Clinic;
  readonly clinicId: string;
  /** Empty where somebody new is invited. */
  readonly invitee: InviteeNamed;
  /** Whether a mail server is named. */
  readonly canMail: boolean;
  readonly emergencyNumbers: string;
}

const nothing: InviteState = { faults: [], written: {}, made: null };

/** Whom to invite, all of it optional; afterwards the link and the slip. */
export function InviteForm({
  clinic,
  clinicId,
  invitee,
  canMail,
  emergencyNumbers,
}: InviteFormProps) {
  const t = useTranslations('invite');
  const [{ faults, written, made }, act] = useActionState(invite, nothing);
  const [appointment, setAppointment] = useState('');
  const faultOf = (name: InviteField) => (faults.includes(name) ? t(`faults.${name}`) : undefined);
  return (
    <>
      <form action={act} className="mt-4 grid gap-4 print:hidden">
        <input type="hidden" name="clinicId" value={clinicId} />
        {Object.entries(invitee).map(([name, id]) => (
          <input key={name} type="hidden" name={name} value={id} />
        ))}
        {faultOf('invitee') && (
          <p role="alert" className="border-l-8 border-ink pl-3 font-semibold">
            {faultOf('invitee')}
          </p>
        )}
        {!Object.values(invitee).some((id) => id !== '') && (
          <>
            <TextInput
              name="name"
              label={t('name')}
              autoComplete="off"
              defaultValue={written.name}
              fault={faultOf('name')}
            />
            <TextInput
              name="dateOfBirth"
              label={t('dateOfBirth')}
              type="date"
              autoComplete="off"
              defaultValue={written.dateOfBirth}
              fault={faultOf('dateOfBirth')}
            />
          </>
        )}
        {canMail && (
          <TextInput
            name="email"
            label={t('email')}
            hint={t('emailHint')}
            type="email"
            autoComplete="off"
            defaultValue={written.email}
            fault={faultOf('email')}
          />
        )}
        <div>
          <label htmlFor="appointment" className="block font-semibold">
            {t('appointmentAt')}
          </label>
          {faultOf('appointmentAt') && (
            <p id="appointment-fault" className="border-l-8 border-ink pl-3 font-semibold">
              {faultOf('appointmentAt')}
            </p>
          )}
          <input
            id="appointment"
            type="datetime-local"
            value={appointment}
            aria-describedby={faultOf('appointmentAt') && 'appointment-fault'}
            aria-invalid={faultOf('appointmentAt') ? true : undefined}
            onChange={({ target }) => setAppointment(target.value)}
            className="mt-1 min-h-12 rounded-small border-2 border-quiet bg-paper px-3"
          />
          {/* The field has no zone: this device's is meant. */}
          <input type="hidden" name="appointmentAt" value={withZone(appointment)} />
        </div>
        <TextInput
          name="validDays"
          label={t('validDays')}
          hint={t('validDaysHint')}
          inputMode="numeric"
          defaultValue={written.validDays || '14'}
          fault={faultOf('validDays')}
        />
        <p>
          <Submit>{t('action')}</Submit>
        </p>
      </form>
      <div aria-live="polite">
        {made && (
          <AppointmentSlip clinic={clinic} made={made} emergencyNumbers={emergencyNumbers} />
        )}
      </div>
    </>
  );
}

function withZone(local: string): string {
  const date = new Date(local);
  return local === '' || Number.isNaN(date.getTime()) ? local : date.toISOString();
}
