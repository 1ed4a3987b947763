import type { CreatableCloudType } from '@terasky/backstage-plugin-spectrocloud-common';
import { aks } from './aks';
import { aws } from './aws';
import { azure } from './azure';
import { eks } from './eks';
import { gcp } from './gcp';
import { gke } from './gke';
import type { Kind } from './Kind';
import { maas } from './maas';
import { virtual } from './virtual';
import { vsphere } from './vsphere';

/** All kinds of cluster that can be created, in the order in which they are offered. */
export const KINDS: Record<CreatableCloudType, Kind> = {
  eks,
  aws,
  aks,
  azure,
  gke,
  gcp,
  vsphere,
  maas,
  virtual,
};
