/** Names a cluster for all who may see it. */
export interface ClusterKey {
  /** Address of its Palette. */
  palette: string;
  tenantUid: string;
  uid: string;
}
