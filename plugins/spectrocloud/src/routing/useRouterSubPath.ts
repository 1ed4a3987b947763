import { useParams } from 'react-router-dom';
import { splitPath } from './PaletteRouting';

/** What the route of the page leaves over, in apps whose router is React Router. */
export function useRouterSubPath(): string[] {
  return splitPath(useParams()['*'] ?? '');
}
