/** Of all lists of machines: `/v1/clouds/<cloud>/regions/<region>/instancetypes`. */
export interface V1InstanceTypes {
  instanceTypes?: V1InstanceType[] | null;
}

export interface V1InstanceType {
  type?: string;
  category?: string;
  cpu?: number;
  gpu?: number;
  memory?: number;
  price?: number;
}

/** The parts of Palette's lists below `/v1/clouds` and of MAAS accounts that are read; each list has one of them. */
export interface V1Placement extends V1InstanceTypes {
  items?: V1Named[] | null;
  projects?: Array<V1Named & { id?: string }> | null;
  regions?: Array<V1Named & { displayName?: string }> | null;
  zones?: V1Named[] | null;
  zoneList?: Array<{ id?: string }> | null;
  keyNames?: string[] | null;
  vpcs?: V1Vpc[] | null;
  virtualNetworkList?: V1VirtualNetwork[] | null;
  networks?: V1GcpNetwork[] | null;
  resourceGroupList?: V1Named[] | null;
}

export interface V1Named {
  name?: string;
}

export interface V1Vpc extends V1Named {
  vpcId?: string;
  cidrBlock?: string;
  subnets?: Array<{
    subnetId?: string;
    name?: string;
    az?: string;
    isPrivate?: boolean;
  }> | null;
}

export interface V1VirtualNetwork extends V1Named {
  addressSpaces?: string[] | null;
  subnets?: Array<{ name?: string; cidrBlock?: string }> | null;
}

export interface V1GcpNetwork extends V1Named {
  subnets?: Array<{ id?: string; name?: string }> | null;
}

/** Of `POST /v1/spectroclusters/<type>/rate`. */
export interface V1ClusterRate {
  rate?: { total?: number; compute?: number; storage?: number };
  machinePools?: Array<{
    name?: string;
    nodesCount?: number;
    rate?: { total?: number };
  }> | null;
}
