import type { Role } from '@/lib/intake/generated/enums';

export const roles = ['administrator', 'clinician', 'frontDesk'] as const satisfies readonly Role[];

export type Permission =
  /** To make and cancel invitations, and see names and states. */
  | 'invite'
  /** To see answers, findings, assessments and conclusions. */
  | 'see-clinical'
  /** To record findings, conclude and sign. */
  | 'examine'
  /** To invite, change and remove members, and name the clinic. */
  | 'manage'
  | 'read-audit';

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: ['invite', 'see-clinical', 'examine', 'manage', 'read-audit'],
  clinician: ['invite', 'see-clinical', 'examine'],
  frontDesk: ['invite'],
};

/** Whether somebody of this role may do that. */
export function may(role: Role, permission: Permission): boolean {
  return granted[role].includes(permission);
}
