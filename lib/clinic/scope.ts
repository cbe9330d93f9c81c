import type { Role } from '@/lib/intake/generated/enums';
import { may, type Permission } from './roles';

/** On whose behalf something is done: every function of the clinic takes it. */
export interface Scope {
  readonly clinicId: string;
  readonly clinicName: string;
  readonly memberId: string;
  readonly userId: string;
  readonly userName: string;
  readonly role: Role;
}

/** Thrown where a role may not do what was asked of it; pages and routes ask before. */
class NotPermitted extends Error {
  constructor(permission: Permission) {
    super(`not-permitted: ${permission}`);
    this.name = 'NotPermitted';
  }
}

/** Throws `NotPermitted` unless the scope's role has the permission. */
export function demand(scope: Scope, permission: Permission): void {
  if (!may(scope.role, permission)) throw new NotPermitted(permission);
}
