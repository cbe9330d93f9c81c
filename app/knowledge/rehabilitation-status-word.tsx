import { useTranslations } from 'next-intl';
import type { RehabilitationStatus } from '@/lib/triage/schema';

/** Whether an option helps now, later, with care, or not: a sign and a word. */
export function RehabilitationStatusWord({ status }: { status: RehabilitationStatus }) {
  const t = useTranslations('knowledge.rehabilitation.statuses');
  return (
    <span
      className={`inline-flex items-center gap-2 ${status === 'no-role' ? 'text-quiet' : 'font-semibold'}`}
    >
      <svg
        aria-hidden="true"
        width="0.8em"
        height="0.8em"
        viewBox="0 0 12 12"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
      >
        {drawSign(status)}
      </svg>
      {t(status)}
    </span>
  );
}

function drawSign(status: RehabilitationStatus) {
  switch (status) {
    case 'now':
      return <circle cx="6" cy="6" r="5" fill="currentColor" />;
    case 'later':
      return <circle cx="6" cy="6" r="5" />;
    case 'caution':
      return (
        <>
          <circle cx="6" cy="6" r="5" />
          <path d="M6 1v10A5 5 0 0 0 6 1z" fill="currentColor" />
        </>
      );
    case 'never':
      return <path d="m1.5 1.5 9 9m0-9-9 9" />;
    case 'no-role':
      return <path d="M1 6h10" />;
  }
}
