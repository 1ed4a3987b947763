import type { Cluster } from '../../seed/types';

/** `v1ClusterLocation` of the answers. */
export function locationView({ location, region }: Cluster) {
  return {
    coordinates: [location.latitude, location.longitude],
    countryCode: location.country,
    countryName: location.country,
    regionCode: region,
    regionName: region,
  };
}
