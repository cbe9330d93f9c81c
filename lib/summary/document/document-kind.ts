/** The papers that are made of a Summary: same content, another reader. */
export const documentKinds = ['summary', 'patient-sheet', 'referral-letter'] as const;
export type DocumentKind = (typeof documentKinds)[number];
