import type { SessionDevice } from './StoredSession';

/** The columns that say which browser a session is of. */
export interface DeviceColumns {
  browser: string | null;
  system: string | null;
}

export function deviceColumns(device: SessionDevice = {}): DeviceColumns {
  return { browser: device.browser ?? null, system: device.system ?? null };
}

/** @returns undefined where nothing is known, as in the rows of an earlier release */
export function toDevice(row: DeviceColumns): SessionDevice | undefined {
  const { browser, system } = row;
  return browser || system
    ? { browser: browser ?? undefined, system: system ?? undefined }
    : undefined;
}
