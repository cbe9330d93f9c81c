import type { CardWords } from '@/lib/interop/cds-hooks/card';
import messages from '@/lib/messages/en.json';

/** The labels of the cards; the messages have English only so far. */
export const cardWords: CardWords = messages.cds;
