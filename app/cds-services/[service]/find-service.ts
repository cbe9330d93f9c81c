import { problem } from '@/app/api/v1/problem';
import { type ServiceId, serviceIds } from '@/lib/interop/cds-hooks/services';

export interface ServiceContext {
  readonly params: Promise<{ service: string }>;
}

/** The service of the address, or 404. */
export async function findService({ params }: ServiceContext): Promise<ServiceId | Response> {
  const { service } = await params;
  return serviceIds.find((id) => id === service) ?? problem(404, 'There is no such service');
}
