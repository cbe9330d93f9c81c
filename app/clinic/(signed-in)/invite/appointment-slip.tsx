'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { CopyLink } from '@/app/check/share/copy-link';
import { QrCode } from '@/app/check/share/qr-code';
import { LocalTime } from '@/app/check/summary/local-time';
import type { Clinic } from '@/lib/clinic/read-clinic';
import type { InviteState } from './actions';

interface AppointmentSlipProps {
  readonly clinic: Clinic;
  readonly made: NonNullable<InviteState['made']>;
  readonly emergencyNumbers: string;
}

/** What the patient gets: a link and its QR code, to be copied or printed; it is shown this once. */
export function AppointmentSlip({ clinic, made, emergencyNumbers }: AppointmentSlipProps) {
  const t = useTranslations('invite.slip');
  const origin = useSyncExternalStore(neverChanges, siteOrigin, () => '');
  const address = `${origin}/invited/${made.secret}`;
  return (
    <section aria-labelledby="slip-title" className="mt-8">
      <div className="print:hidden">
        {made.isMailed !== null && (
          <p role="status" className="font-semibold">
            {t(made.isMailed ? 'mailed' : 'notMailed')}
          </p>
        )}
        <p className="measure">{t('once')}</p>
        <div className="my-3 flex flex-wrap items-center gap-4">
          <button type="button" className="button-primary" onClick={() => window.print()}>
            {t('print')}
          </button>
          <CopyLink address={address} />
        </div>
      </div>
      <div className="border-2 border-ink p-6 print:border-0 print:p-0">
        <p className="font-semibold">{clinic.name}</p>
        {clinic.address && <p className="whitespace-pre-line">{clinic.address}</p>}
        <h2 id="slip-title" className="mt-4 text-title">
          {t('title')}
        </h2>
        {made.patientName && <p className="text-lead">{made.patientName}</p>}
        {made.appointmentAt && (
          <p className="text-lead">
            {t.rich('appointment', { at: () => <LocalTime iso={made.appointmentAt ?? ''} /> })}
          </p>
        )}
        <div className="mt-4 flex flex-wrap items-center gap-6">
          <QrCode text={address} label={t('qr')} className="size-52 shrink-0" />
          <div className="measure min-w-60 flex-1">
            <p>{t('what')}</p>
            <p className="mt-2 break-all">{address}</p>
            <p className="mt-2">
              {t.rich('until', { at: () => <LocalTime iso={made.expiresAt} /> })}
            </p>
          </div>
        </div>
        <p className="mt-4 border-t border-ink pt-3 font-semibold">
          {t('emergency', { numbers: emergencyNumbers })}
        </p>
      </div>
    </section>
  );
}

function siteOrigin(): string {
  return window.location.origin;
}

function neverChanges() {
  return () => {};
}
