import { useTranslations } from 'next-intl';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { type RehabilitationOptionId, rehabilitationStatuses } from '@/lib/triage/schema';
import { ConditionLink } from '../condition-link';
import { RehabilitationStatusWord } from '../rehabilitation-status-word';

/** For which conditions an option is for now, for later, with care, or not at all. */
export function ConditionsByStatus({ option }: { option: RehabilitationOptionId }) {
  const t = useTranslations('knowledge.rehabilitation');
  const { conditions } = knowledgeBase();
  return (
    <div className="text-small">
      <h3 className="mb-1 text-body">{t('byCondition')}</h3>
      {rehabilitationStatuses.map((status) => {
        const having = conditions.filter(
          ({ rehabilitation }) => rehabilitation.options[option] === status,
        );
        if (having.length === 0) return null;
        return (
          <details key={status} className="border-t border-line">
            <summary className="py-3">
              <RehabilitationStatusWord status={status} />{' '}
              <span className="text-quiet">{t('conditionCount', { count: having.length })}</span>
            </summary>
            <ul className="grid gap-1 pb-3 pl-5">
              {having.map(({ id }) => (
                <li key={id}>
                  <ConditionLink id={id} />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}
