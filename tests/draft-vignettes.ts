import { readVignettes, type Vignette } from '@/lib/knowledge/read-vignettes';

const draft = 'Written with the research draft';

/** The stories that came with the research draft: few, and always the same, for what is slow. */
export function draftVignettes(): Vignette[] {
  return readVignettes().filter(({ provenance }) => provenance.source.startsWith(draft));
}
