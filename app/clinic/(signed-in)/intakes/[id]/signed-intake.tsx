'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ProviderSummary } from '@/app/check/summary/provider-summary';
import { CopyNote } from '@/app/components/documents/copy-note';
import { DownloadPaper } from '@/app/components/documents/download-paper';
import type { Clinic } from '@/lib/clinic/read-clinic';
import type { Summary } from '@/lib/summary/summary';
import { CorrectSigned } from './correct-signed';
import type { PageIntake } from './page-intake';
import { tellTaken } from './sign-intake';
import { VersionList } from './version-list';

interface SignedIntakeProps {
  readonly intake: PageIntake;
  /** Null where it was entered in error. */
  readonly summary: Summary | null;
  readonly clinic: Clinic;
  readonly mayExamine: boolean;
  /** How it went on. */
  readonly children: ReactNode;
}

/** What was signed, to be printed, copied or sent; and the ways to correct it. */
export function SignedIntake({ intake, summary, clinic, mayExamine, children }: SignedIntakeProps) {
  const t = useTranslations('intake.signed');
  const { id, state, person } = intake;

  function print() {
    void tellTaken(id, 'printed');
    window.print();
  }

  return (
    <div className="page-wide pt-0 print:p-0">
      <div className="mb-6 print:hidden">
        <p role="status" className="measure mb-3 font-semibold">
          {t(state === 'enteredInError' ? 'inError' : 'done')}
        </p>
        {summary && (
          <div className="flex flex-wrap items-start gap-4">
            <button type="button" className="button-primary" onClick={print}>
              {t('print')}
            </button>
            <CopyNote summary={summary} onCopy={() => void tellTaken(id, 'note')} />
            <a href={`/api/clinic/intakes/${id}/fhir`} download className="button-quiet">
              {t('fhir')}
            </a>
            <DownloadPaper
              address={`/api/clinic/intakes/${id}/document`}
              letterhead={{
                clinic: clinic.name,
                address: clinic.address,
                clinician: summary.conclusion?.signedBy ?? '',
                patient: person?.name ?? '',
                dateOfBirth: person?.dateOfBirth ?? '',
              }}
            />
          </div>
        )}
        <VersionList intakeId={id} versions={intake.versions} />
        {mayExamine && state === 'signed' && (
          <CorrectSigned intakeId={id} revision={intake.revision} isSigned />
        )}
      </div>
      {summary && <ProviderSummary summary={summary} person={person} />}
      {children}
    </div>
  );
}
