import type { Usage } from './clusterRows';

const MILLICORES = 1_000;
const MIB_PER_GIB = 1_024;

function numberOf(value: number, locale: string): string {
  return value.toLocaleString(locale, { maximumFractionDigits: 1 });
}

/** How much of something is used, for people. */
export interface Amount {
  percent: number;
  used: string;
  total: string;
}

function toAmount(usage: Usage, divisor: number, locale: string): Amount {
  return {
    percent: percentOf(usage) ?? 0,
    used: numberOf(usage.used / divisor, locale),
    total: numberOf(usage.total / divisor, locale),
  };
}

/** In whole percent. */
export function percentOf(usage: Usage | undefined): number | undefined {
  return usage && Math.round((100 * usage.used) / usage.total);
}

/** CPUs in cores. */
export function coresOf(usage: Usage, locale: string): Amount {
  return toAmount(usage, MILLICORES, locale);
}

/** Memory in GiB. */
export function gibOf(usage: Usage, locale: string): Amount {
  return toAmount(usage, MIB_PER_GIB, locale);
}

/** US dollars, which is what Palette counts in. */
export function formatCost(dollars: number, locale: string): string {
  return dollars.toLocaleString(locale, { style: 'currency', currency: 'USD' });
}

/** The sum of what is known; none where nothing is. */
export function sumOf<T>(
  items: T[],
  of: (item: T) => number | undefined,
): number | undefined {
  const known = items.flatMap(item => of(item) ?? []);
  return known.length
    ? known.reduce((sum, value) => sum + value, 0)
    : undefined;
}

/** What all together have and use; none where nothing is known. */
export function totalUsage(
  usages: Array<Usage | undefined>,
): Usage | undefined {
  const total = sumOf(usages, usage => usage?.total);
  return total
    ? { used: sumOf(usages, usage => usage?.used) ?? 0, total }
    : undefined;
}
