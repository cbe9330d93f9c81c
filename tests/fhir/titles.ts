import messages from '@/lib/messages/en.json';

/** The headings of a document, as the app gives them. */
export const titles = messages.fhir.titles;
