import Link from 'next/link';
import { useLocale } from 'next-intl';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { sayTo } from '@/lib/triage/voice';

/** A condition by its clinical name. */
export function ConditionLink({ id }: { id: string }) {
  const language = useLocale();
  const condition = knowledgeBase().conditions.find((one) => one.id === id);
  if (!condition) return id;
  return (
    <Link href={`/knowledge/conditions/${id}`}>
      {sayTo(condition.name, { audience: 'clinician', language })}
    </Link>
  );
}
