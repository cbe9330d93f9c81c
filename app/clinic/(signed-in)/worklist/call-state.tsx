import { useTranslations } from 'next-intl';
import type { Called } from '@/lib/clinic/calls';
import { Clock } from './clock';

interface CallStateProps {
  readonly called: Called | null;
  readonly now: Date;
}

/** Whether the patient was reached by telephone; nothing while nobody has called. */
export function CallState({ called, now }: CallStateProps) {
  const t = useTranslations('worklist');
  if (!called) return null;
  return called.reachedAt ? (
    <Clock at={called.reachedAt.toISOString()} now={now.toISOString()} says="reached" />
  ) : (
    <span className="whitespace-nowrap">{t('notReached', { tries: called.tries })}</span>
  );
}
