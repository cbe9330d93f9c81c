/** The places of the self-check: a question's id, the review of all answers, the emergency stop. */
export const reviewPlace = 'review';
export const emergencyPlace = 'emergency';

/** The address of a place. An answer never stands in an address. */
export function hrefTo(place: string, returnsToReview = false): string {
  return `/check?question=${place}${returnsToReview ? '&return=review' : ''}`;
}

/** Goes there without asking the server; the browser's Back returns. */
export function goTo(href: string): void {
  window.history.pushState(null, '', href);
  window.scrollTo(0, 0);
}

/** Goes there as if the place before had never been. */
export function goInstead(href: string): void {
  window.history.replaceState(null, '', href);
}
