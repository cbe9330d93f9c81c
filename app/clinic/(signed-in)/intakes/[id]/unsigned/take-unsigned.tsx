'use client';

import { useTranslations } from 'next-intl';
import { DownloadPaper } from '@/app/components/documents/download-paper';
import type { PageIntake } from '../page-intake';
import { tellTaken } from '../sign-intake';

interface TakeUnsignedProps {
  readonly intakeId: string;
  readonly person: PageIntake['person'];
}

/** The ways to hand on what nobody has signed: the marked summary, and no other paper. */
export function TakeUnsigned({ intakeId, person }: TakeUnsignedProps) {
  const t = useTranslations('intake.unsigned');

  function print() {
    void tellTaken(intakeId, 'printed');
    window.print();
  }

  return (
    <div className="flex flex-wrap items-start gap-4">
      <button type="button" className="button-quiet" onClick={print}>
        {t('print')}
      </button>
      <DownloadPaper
        address={`/api/clinic/intakes/${intakeId}/document`}
        kinds={['summary']}
        letterhead={{ patient: person?.name ?? '', dateOfBirth: person?.dateOfBirth ?? '' }}
      />
    </div>
  );
}
