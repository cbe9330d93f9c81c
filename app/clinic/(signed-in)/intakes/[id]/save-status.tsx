import { useTranslations } from 'next-intl';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { describePath } from './describe-path';
import type { EditorState } from './intake-editor';
import type { PageIntake } from './page-intake';
import type { Standing } from './send-changes';

interface SaveStatusProps {
  readonly base: KnowledgeBase;
  readonly intake: PageIntake;
  readonly state: EditorState;
  readonly theirs: Standing['last'];
}

/** Whether all is stored, what waits, and what somebody else has just changed. */
export function SaveStatus({ base, intake, state, theirs }: SaveStatusProps) {
  const t = useTranslations('intake.status');
  const tClash = useTranslations('intake.clash');
  const names = theirs?.fields.map((field) => {
    const { label, own } = describePath(base, field);
    return label ?? tClash(`fields.${own}`);
  });
  const address = `/sign-in?next=${encodeURIComponent(`/clinic/intakes/${intake.id}`)}`;
  return (
    <>
      <p role="status" className={state.status === 'stored' ? 'text-quiet' : 'font-semibold'}>
        {t(state.status)}{' '}
        {state.status === 'signed-out' && (
          <a href={address} target="_blank" rel="noreferrer">
            {t('signIn')}
          </a>
        )}
      </p>
      <p aria-live="polite" className="text-quiet">
        {theirs &&
          names &&
          names.length > 0 &&
          t('theirs', { by: theirs.by, fields: names.join(', ') })}
      </p>
    </>
  );
}
