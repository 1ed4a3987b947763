/**
 * A local SpectroCloud Palette for the demo and the tests.
 *
 * @packageDocumentation
 */
export {
  type PaletteSimulator,
  type PaletteSimulatorOptions,
  startPaletteSimulator,
} from './startPaletteSimulator';
export type { SimulatorControl } from './control/SimulatorControl';
export type { OrganisationSize } from './seed/createOrganisation';
export type { SimulatorClient } from './SimulatorContext';
export type { SimulatorSettings } from './settings';
export { ODDITIES } from './oddities';
export type { LoggedRequest } from './http/RequestLog';
export { RateLimits } from './http/RateLimits';
export type {
  DelayOptions,
  FailureOptions,
  SilenceOptions,
} from './http/Faults';
