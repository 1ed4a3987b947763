import { frameworkExport } from './frameworkExport';
import { splitPath } from './PaletteRouting';
import { useRouterSubPath } from './useRouterSubPath';

const useAppLocation = frameworkExport('useAppLocation');

function useAppSubPath(base: string): string[] {
  const pathname = useAppLocation?.().pathname ?? base;
  return splitPath(pathname.slice(base.length)).map(decode);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What follows a path in the address, part by part, in the new front-end system. */
export const useNewAppSubPath: (base: string) => string[] = useAppLocation
  ? useAppSubPath
  : useRouterSubPath;
