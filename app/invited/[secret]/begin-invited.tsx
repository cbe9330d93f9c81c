'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startSelfCheck, takeInvitation, useSelfCheck } from '@/app/check/use-self-check';

interface BeginInvitedProps {
  readonly secret: string;
  readonly clinicName: string;
}

/** The ways on: begin, go on where this invitation was left, or send what was answered before. */
export function BeginInvited({ secret, clinicName }: BeginInvitedProps) {
  const t = useTranslations('invited');
  const router = useRouter();
  const selfCheck = useSelfCheck();
  const invitation = { secret, clinicName };
  if (selfCheck === undefined) return <p className="mt-6 text-quiet">{t('loading')}</p>;
  const hasAnswers = selfCheck?.audience === 'patient' && Object.keys(selfCheck.answers).length > 0;
  const isSame = hasAnswers && selfCheck.invitation?.secret === secret;
  // Asked again, somebody tells how it is now: what was sent once is no answer to that.
  const wereSent = !isSame && selfCheck?.invitation?.sentKey !== undefined;
  const canGoOn = hasAnswers && !wereSent;
  const goOn = () => {
    if (!selfCheck) return;
    if (!isSame) takeInvitation(selfCheck, invitation);
    router.push(selfCheck.finishedAt ? '/check/result' : '/check');
  };
  const begin = () => {
    startSelfCheck('patient', invitation);
    router.push('/check');
  };
  return (
    <div className="mt-6 grid justify-items-start gap-3">
      {canGoOn && (
        <button type="button" className="button-primary" onClick={goOn}>
          {t(isSame ? 'goOn' : 'useThese')}
        </button>
      )}
      <button type="button" className={canGoOn ? 'button-quiet' : 'button-primary'} onClick={begin}>
        {t(canGoOn ? 'anew' : 'begin')}
      </button>
    </div>
  );
}
