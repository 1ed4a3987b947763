import type { Cluster } from '../../seed/types';

/** `v1ClusterMetaSpecLocation`; the longitude comes first, as in GeoJSON. */
export function locationView({ location, region }: Cluster) {
  return {
    coordinates: [location.longitude, location.latitude],
    countryCode: location.country,
    countryName: location.country,
    regionCode: region,
    regionName: region,
  };
}
