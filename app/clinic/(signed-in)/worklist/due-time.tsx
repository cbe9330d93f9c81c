import type { WorklistRow } from '@/lib/clinic/worklist';
import { Clock } from './clock';

interface DueTimeProps {
  readonly row: WorklistRow;
  readonly now: Date;
}

/** By when somebody should act: the deadline while it is open, then when to look again, or the signature. */
export function DueTime({ row: { state, signedAt, clinical }, now }: DueTimeProps) {
  if (!clinical) return null;
  const { deadline, recheckAt } = clinical;
  const [at, says] =
    state === 'open'
      ? ([deadline, 'deadline'] as const)
      : recheckAt
        ? ([recheckAt, 'recheck'] as const)
        : ([signedAt, 'signed'] as const);
  return at && <Clock at={at.toISOString()} now={now.toISOString()} says={says} />;
}
