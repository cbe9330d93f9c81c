import { useLocale } from 'next-intl';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { say } from '@/lib/triage/voice';

/** Findings of the examination, each linked to how it is done and read. */
export function ExaminationLinks({
  title,
  findings,
}: {
  title: string;
  findings: readonly string[];
}) {
  const language = useLocale();
  const found = knowledgeBase().findings.filter(({ id }) => findings.includes(id));
  if (found.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 mb-1 text-lead">{title}</h3>
      <ul>
        {found.map(({ id, name }) => (
          <li key={id}>
            <a href={`/knowledge/examination#${id}`} className="inline-block py-1">
              {say(name, { language })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
