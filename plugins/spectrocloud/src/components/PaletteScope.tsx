import { createContext, useContext } from 'react';

/** Which Palette, and which of its projects, the components below ask. */
export interface PaletteScope {
  instance?: string;
  projectUid?: string;
}

const Context = createContext<PaletteScope>({});

export const PaletteScopeProvider = Context.Provider;

/** Options of every call to Palette that is made here. */
export function usePaletteScope(): PaletteScope {
  return useContext(Context);
}
