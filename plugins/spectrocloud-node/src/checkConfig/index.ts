/**
 * What to change in the configuration of an app that comes from the public Palette plugins.
 *
 * @packageDocumentation
 */
export type { Advice } from './Advice';
export { checkConfig } from './checkConfig';
export { runCheck } from './runCheck';
