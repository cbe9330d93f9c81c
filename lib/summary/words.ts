import { createFormatter, createTranslator } from 'next-intl';
import messages from '../messages/en.json';

export type Words = ReturnType<typeof wordsFor>;

/**
 * The app's wording for what is made outside a page: PDF, note text.
 * @param language of the texts; the messages have English only so far
 * @param timeZone an IANA name, such as `Europe/Berlin`: that of who reads
 */
export function wordsFor(language: string, timeZone: string) {
  const format = createFormatter({ locale: language, timeZone });
  return {
    t: createTranslator({ locale: language, messages, timeZone }),
    /** A moment as page and paper say it, with its time zone. */
    time: (iso: string): string =>
      format.dateTime(new Date(iso), {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZoneName: 'short',
      }),
  };
}
