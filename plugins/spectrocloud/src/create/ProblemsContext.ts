import { createContext, useContext } from 'react';
import type { Target } from './creation/Problem';

/** What is wrong at each place, in words. */
export type Problems = ReadonlyMap<Target, string>;

const Context = createContext<Problems>(new Map());

export const ProblemsProvider = Context.Provider;

/** What is wrong at a place, if anything is. */
export function useProblem(at: Target): string | undefined {
  return useContext(Context).get(at);
}

/** Id of the element that shows a place, so that it can be brought before the user. */
export function elementIdOf(at: Target): string {
  return `create-${at.replace(/[^A-Za-z0-9]+/g, '-')}`;
}
