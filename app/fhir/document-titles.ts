import type { DocumentTitles } from '@/lib/interop/fhir/document-source';
import messages from '@/lib/messages/en.json';

/** The headings of a document; the messages have English only so far. */
export const documentTitles: DocumentTitles = messages.fhir.titles;
