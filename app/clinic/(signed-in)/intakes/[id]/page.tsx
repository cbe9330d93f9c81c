import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { toPageCalls } from '@/app/clinic/page-calls';
import { requireScope } from '@/app/clinic/require-scope';
import { serverNow } from '@/app/clinic/server-now';
import { listCalls } from '@/lib/clinic/calls';
import { clinicHouse } from '@/lib/clinic/clinic-house';
import { openClinicIntake, readPerson, readSummaryNow } from '@/lib/clinic/open-clinic-intake';
import { listOutcomes } from '@/lib/clinic/outcomes';
import { readClinic } from '@/lib/clinic/read-clinic';
import { may } from '@/lib/clinic/roles';
import { FollowUp } from './follow-up';
import { IntakeHead } from './intake-head';
import { IntakeWorkbench } from './intake-workbench';
import { toPageIntake } from './page-intake';
import { PatientCalls } from './patient-calls';
import { SignedIntake } from './signed-intake';

/** Neither who it is nor what they have: titles end up in histories and on shared screens. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('intake');
  return { title: t('title'), robots: { index: false, follow: false } };
}

/** One intake: to be examined while it is open, to be handed over once it is signed. */
export default async function IntakePage({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireScope('see-clinical');
  const { id } = await params;
  const house = await clinicHouse();
  const opened = await openClinicIntake(house.database, scope, id, serverNow());
  if (!opened) notFound();
  const person = await readPerson(house.database, scope, id);
  const mayExamine = may(scope.role, 'examine');
  const intake = toPageIntake(opened, person);
  const summary = opened.state === 'open' ? null : await readSummaryNow(house, scope, id);
  return (
    <>
      <IntakeHead intake={intake} />
      <div className="page-broad pt-0 pb-2 text-small print:hidden">
        <PatientCalls
          intakeId={id}
          calls={toPageCalls(await listCalls(house.database, scope, id))}
          isOpenToCalls={opened.state !== 'enteredInError'}
          readsNotes
        />
      </div>
      {opened.state !== 'open' ? (
        <SignedIntake
          intake={intake}
          summary={summary}
          clinic={await readClinic(house.database, scope)}
          mayExamine={mayExamine}
        >
          {opened.state === 'signed' && (
            <FollowUp
              base={house.base}
              intake={opened}
              outcomes={await listOutcomes(house, scope, id)}
              mayExamine={mayExamine}
            />
          )}
        </SignedIntake>
      ) : (
        <IntakeWorkbench
          intake={intake}
          hash={house.base.hash}
          memberId={scope.memberId}
          signer={scope.userName}
        />
      )}
    </>
  );
}
