import Link from 'next/link';
import { useLocale } from 'next-intl';
import type { Audience } from '@/lib/triage/answers';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { say } from '@/lib/triage/voice';

interface QuestionLinksProps {
  readonly base: KnowledgeBase;
  /** Ids; what is not asked in the self-check is left out. */
  readonly questions: readonly string[];
  readonly audience: Audience;
}

/** The way back to questions, each in its own words. */
export function QuestionLinks({ base, questions, audience }: QuestionLinksProps) {
  const language = useLocale();
  const asked = questions.flatMap((id) => base.questions.filter((one) => one.id === id));
  return (
    <ul>
      {asked.map((question) => (
        <li key={question.id}>
          <Link href={`/check?question=${question.id}`} className="button-text py-1.5 text-left">
            {say(question[audience], { language })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
