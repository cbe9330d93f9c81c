import type { Role } from '@/lib/intake/generated/enums';
import { type Grantee, may, type Permission } from './roles';

/** Whose rows may be asked for, and as whom. */
export interface Reach {
  readonly clinicId: string;
  readonly role: Grantee;
}

/** On behalf of which member something is done: every function of the clinic that does something takes it. */
export interface Scope extends Reach {
  readonly clinicName: string;
  readonly memberId: string;
  readonly userId: string;
  readonly userName: string;
  readonly role: Role;
}

/** Thrown where a role may not do what was asked of it; pages and routes ask before. */
export class NotPermitted extends Error {
  constructor(permission: Permission) {
    super(`not-permitted: ${permission}`);
    this.name = 'NotPermitted';
  }
}

/** Throws `NotPermitted` unless the role has the permission. */
export function demand({ role }: Reach, permission: Permission): void {
  if (!may(role, permission)) throw new NotPermitted(permission);
}
