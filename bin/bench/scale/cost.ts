/** What a million of something costs in processor time, in the currency of the price. */
export function costPerMillion(processorMs: number, pricePerVcpuHour: number): number {
  return ((1_000_000 * processorMs) / 3_600_000) * pricePerVcpuHour;
}
