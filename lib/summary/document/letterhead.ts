import { z } from 'zod';

/** What the typeface of the papers can draw. */
const drawable =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Mn}\p{Nd}\p{P}\p{Zs}\r\n+|=<>°€£$^~]*$/u;

const text = (lengthMax: number) =>
  z
    .string()
    .trim()
    .max(lengthMax)
    .regex(
      drawable,
      'only Latin, Greek and Cyrillic letters, digits and punctuation can be printed',
    )
    .default('');

/** Who writes a referral letter, and about whom. What is empty is left blank, to be filled in by hand. */
export const letterheadSchema = z.strictObject({
  clinic: text(200),
  /** Its lines stand below one another. */
  address: text(600),
  phone: text(200),
  clinician: text(200),
  patient: text(200),
  dateOfBirth: text(200),
});

export type Letterhead = z.output<typeof letterheadSchema>;
