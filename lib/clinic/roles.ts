import type { Role } from '@/lib/intake/generated/enums';

export const roles = ['administrator', 'clinician', 'frontDesk'] as const satisfies readonly Role[];

/** Who can be let in: a member by their role, or a program that may read the audit trail, and no more. */
export type Grantee = Role | 'auditor';

export type Permission =
  /** To make and cancel invitations, and see names and states. */
  | 'invite'
  /** To record that a patient was called, reached or not. */
  | 'call'
  /** To see answers, findings, assessments and conclusions. */
  | 'see-clinical'
  /** To record findings, conclude and sign. */
  | 'examine'
  /** To invite, change and remove members, and name the clinic. */
  | 'manage'
  | 'read-audit';

const granted: Readonly<Record<Grantee, readonly Permission[]>> = {
  administrator: ['invite', 'call', 'see-clinical', 'examine', 'manage', 'read-audit'],
  clinician: ['invite', 'call', 'see-clinical', 'examine'],
  frontDesk: ['invite', 'call'],
  auditor: ['read-audit'],
};

/** Whether somebody let in so may do that. */
export function may(grantee: Grantee, permission: Permission): boolean {
  return granted[grantee].includes(permission);
}
