/**
 * The calling user's Palette clusters as clusters of the Backstage Kubernetes plugin.
 *
 * @packageDocumentation
 */

export {
  kubernetesModuleSpectroCloud,
  kubernetesModuleSpectroCloud as default,
} from './module';
