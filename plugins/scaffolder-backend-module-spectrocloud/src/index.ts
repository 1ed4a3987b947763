/**
 * Scaffolder actions that work with Palette clusters as the user who runs the template.
 *
 * @packageDocumentation
 */

export {
  scaffolderModuleSpectroCloud,
  scaffolderModuleSpectroCloud as default,
} from './module';
