import { useSearchParams } from 'react-router-dom';
import { frameworkExport } from './frameworkExport';

/** The query of the page's address, and a way to change it. */
export type AddressParams = [
  URLSearchParams,
  (
    next:
      Record<string, string> | ((current: URLSearchParams) => URLSearchParams),
    options?: { replace?: boolean },
  ) => void,
];

/** Before Backstage 1.57 the framework has no way of its own, and React Router is the app's. */
export const useAddressParams: () => AddressParams =
  frameworkExport('useAppSearchParams') ?? useSearchParams;
